import type { WindowMessages } from '../window-messages.ts';

export const historyExport: WindowMessages['historyExport'] = {
  title: 'Verlauf',
  explanation: 'Speichert die Trennungen aller Drucker als Tabelle (CSV).',
  action: 'Verlauf exportieren …',
};
