import type { Messages } from '../messages.ts';

export const terminal: Messages['terminal'] = {
  opening: (name) => `Die Seite von ${name} wird im Browser geöffnet.`,
  refreshing: (name) => `${name} wird jetzt geprüft.`,
  refreshingAll: 'Alle Drucker werden jetzt geprüft.',
  noPrinters: 'Noch keine Drucker. Füge im Fenster einen hinzu.',
  whichPrinter: (names) => `Welcher Drucker? ${names}.`,
  several: (typed, names) => `„${typed}“ passt auf mehrere Drucker: ${names}. Gib mehr vom Namen ein.`,
  sameName: (name, count) =>
    `${count} Drucker heißen ${name}. Nimm stattdessen die ID; „octoglance status --json“ nennt sie.`,
  unknown: (typed, names) => `Kein Drucker heißt „${typed}“. Du hast ${names}.`,
  unknownMeant: (typed, meant) => `Kein Drucker heißt „${typed}“. Meintest du ${meant}?`,
  mistyped: (typed, meant) =>
    `„${typed}“ ist kein Befehl. Meinst du „octoglance ${meant}“? „octoglance --help“ zeigt alle.`,
  stopped: 'OctoGlance wurde beendet.',
  shells: (typed) =>
    typed === ''
      ? 'Für welche Shell? Es gibt Vervollständigungen für bash, zsh und fish.'
      : `Für ${typed} gibt es keine Vervollständigung, nur für bash, zsh und fish.`,
};
