import type { WindowMessages } from '../window-messages.ts';

export const printExport: WindowMessages['printExport'] = {
  title: 'Drucke',
  explanation: 'Speichert die Drucke aller Drucker aus den letzten 90 Tagen als Tabelle (CSV).',
  action: 'Drucke exportieren …',
};
