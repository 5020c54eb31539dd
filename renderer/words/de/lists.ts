import type { Words } from '../words.ts';

export const lists: Words['lists'] = {
  otherComputer: 'Anderer Computer',
  list: 'Liste der Drucker',
  explanation:
    'Bringt Namen und Reihenfolge auf einen anderen Computer. Die Tokens bleiben hier: Dort wird neu angemeldet.',
  exportList: 'Liste exportieren …',
  importList: 'Liste importieren …',
};
