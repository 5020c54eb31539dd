import type { WindowMessages } from '../window-messages.ts';

export const prints: WindowMessages['prints'] = {
  title: 'Drucke',
  watch: 'Drucke überwachen',
  watchText: 'Zeigt, was deine Drucker gerade drucken, wann ein Druck fertig ist und wie er ausgegangen ist.',
  watchOne: 'Drucke überwachen',
  watchOneText:
    'Zeigt, was dieser Drucker gerade druckt. Ohne Wirkung, solange „Drucke überwachen“ in den Einstellungen aus ist.',
  progressInTray: 'Fortschritt am Symbol im Infobereich',
  progressInTrayText: 'Solange alle Drucker verbunden sind, zeigt ein Ring am Symbol, wie weit der Druck ist.',
  allowControl: 'Steuern von Drucken erlauben',
  allowControlText:
    'In den Details eines Druckers kannst du dann pausieren, fortsetzen und abbrechen. OctoGlance fragt jedes Mal nach.',
  hideFileNames: 'Dateinamen ausblenden',
  hideFileNamesText: 'Benachrichtigungen nennen dann nur „Der Druck“ und zeigen kein Bild.',
  topic: {
    'print-finished': { label: 'Druck fertig', explanation: 'Mit Angabe der Dauer.' },
    'print-failed': { label: 'Druck fehlgeschlagen', explanation: 'Mit der Meldung des Druckers.' },
    'print-paused': {
      label: 'Druck pausiert',
      explanation:
        'Der Drucker braucht dich, etwa weil Filament fehlt oder eine Tür offen ist. Nicht, wenn du hier pausiert hast.',
    },
    'gadget-warning': {
      label: 'Warnung von Gadget',
      explanation: 'Gadget sieht Anzeichen dafür, dass ein Druck misslingt.',
    },
    'gadget-paused': {
      label: 'Von Gadget pausiert',
      explanation: 'Gadget hat einen Druck pausiert, der zu misslingen drohte.',
    },
    'printer-not-answering': {
      label: 'Drucker reagiert nicht',
      explanation: 'Seit 5 Minuten während eines Drucks, oder sein Zugangscode gilt nicht mehr.',
    },
    'print-cancelled': { label: 'Druck abgebrochen', explanation: 'Ein Druck wurde vorzeitig beendet.' },
    'print-started': { label: 'Druck gestartet', explanation: 'Ein neuer Druck hat begonnen.' },
    'first-layers-done': { label: 'Erste Schichten fertig', explanation: 'Ein Druck hat die dritte Schicht erreicht.' },
  },
};
