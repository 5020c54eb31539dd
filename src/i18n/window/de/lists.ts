import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const lists: WindowMessages['lists'] = {
  otherComputer: 'Übertragen',
  list: shared.printerList,
  explanation:
    'Überträgt Namen, Schlagwörter und Reihenfolge der Drucker. Tokens sind nicht enthalten: Auf dem anderen Computer meldest du dich neu an.',
  exportList: 'Liste exportieren …',
  importList: 'Liste importieren …',
};
