import type { WindowMessages } from '../window-messages.ts';

export const keys: WindowMessages['keys'] = {
  title: 'Tasten',
  rows: [
    { keys: ['↑', '↓'], deed: 'Von Drucker zu Drucker gehen' },
    { keys: ['Enter'], deed: 'Den Drucker aufklappen oder seine Einzelheiten zeigen' },
    { keys: ['R'], deed: 'Den Drucker prüfen, oder alle' },
    { keys: ['O'], deed: 'Die Seite des Druckers in OctoEverywhere öffnen' },
    { keys: ['/'], deed: 'Die Liste filtern' },
    { keys: ['Alt', '↑', '↓'], deed: 'Den Drucker in der Liste verschieben' },
    { keys: ['Esc'], deed: 'Wieder alle Drucker zeigen oder zurückgehen' },
    { keys: ['?'], deed: 'Diese Tasten zeigen' },
  ],
  close: 'Schließen',
  show: 'Tasten dieses Fensters',
};
