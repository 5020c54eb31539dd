import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const lists: WindowMessages['lists'] = {
  otherComputer: 'Anderer Computer',
  list: shared.printerList,
  explanation:
    'Bringt Namen und Reihenfolge auf einen anderen Computer. Die Tokens bleiben hier: Dort wird neu angemeldet.',
  exportList: 'Liste exportieren …',
  importList: 'Liste importieren …',
};
