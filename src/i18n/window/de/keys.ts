import type { WindowMessages } from '../window-messages.ts';

export const keys: WindowMessages['keys'] = {
  title: 'Tastenkürzel',
  rows: [
    { keys: ['↑', '↓'], action: 'Zwischen Druckern wechseln' },
    { keys: ['←', '→'], action: 'Zwischen den Schaltflächen eines Druckers wechseln' },
    { keys: ['Enter'], action: 'Drucker aufklappen oder Details anzeigen' },
    { keys: ['R'], action: 'Drucker aktualisieren, oder alle' },
    { keys: ['O'], action: 'Drucker in OctoEverywhere öffnen' },
    { keys: ['Leertaste'], action: 'Drucker auswählen' },
    { keys: ['Umschalt', '↑', '↓'], action: 'Mehrere Drucker auswählen' },
    { keys: ['Strg', 'A'], action: 'Alle angezeigten Drucker auswählen' },
    { keys: ['/'], action: 'Liste filtern' },
    { keys: ['Alt', '↑', '↓'], action: 'Drucker in der Liste verschieben' },
    { keys: ['Esc'], action: 'Auswahl oder Filter aufheben oder zurückgehen' },
    { keys: ['Strg', ','], action: 'Einstellungen öffnen' },
    { keys: ['Strg', '+', '−'], action: 'Vergrößern oder verkleinern' },
    { keys: ['Strg', '0'], action: 'Größe zurücksetzen' },
    { keys: ['?'], action: 'Tastenkürzel' },
  ],
  close: 'Schließen',
  show: 'Tastenkürzel',
};
