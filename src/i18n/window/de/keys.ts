import type { WindowMessages } from '../window-messages.ts';

export const keys: WindowMessages['keys'] = {
  title: 'Tastenkürzel',
  rows: [
    { keys: ['↑', '↓'], deed: 'Zwischen Druckern wechseln' },
    { keys: ['Enter'], deed: 'Drucker aufklappen oder Details anzeigen' },
    { keys: ['R'], deed: 'Drucker aktualisieren, oder alle' },
    { keys: ['O'], deed: 'Drucker in OctoEverywhere öffnen' },
    { keys: ['/'], deed: 'Liste filtern' },
    { keys: ['Alt', '↑', '↓'], deed: 'Drucker in der Liste verschieben' },
    { keys: ['Esc'], deed: 'Filter löschen oder zurückgehen' },
    { keys: ['?'], deed: 'Tastenkürzel' },
  ],
  close: 'Schließen',
  show: 'Tastenkürzel',
};
