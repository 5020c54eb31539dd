import type { Messages } from '../messages.ts';

export const printControl: Messages['printControl'] = {
  actions: {
    pause: {
      question: (printer) => `Druck auf ${printer} pausieren?`,
      warning: 'Der Drucker hält an und bleibt heiß.',
      yes: 'Druck pausieren',
      no: 'Nicht pausieren',
      done: (printer) => ({
        title: `${printer} pausiert`,
        text: 'Er hat den Befehl angenommen; bis er anhält, kann es einen Moment dauern.',
        smallPrint: null,
      }),
    },
    resume: {
      question: (printer) => `Druck auf ${printer} fortsetzen?`,
      warning: 'Der Drucker bewegt sich wieder. Achte darauf, dass nichts im Weg ist.',
      yes: 'Druck fortsetzen',
      no: 'Nicht fortsetzen',
      done: (printer) => ({
        title: `${printer} druckt weiter`,
        text: 'Er hat den Befehl angenommen; bis es weitergeht, kann es einen Moment dauern.',
        smallPrint: null,
      }),
    },
    cancel: {
      question: (printer) => `Druck auf ${printer} abbrechen?`,
      warning: 'Das lässt sich nicht rückgängig machen: Der Druck müsste von vorn beginnen.',
      yes: 'Druck abbrechen',
      no: 'Weiterdrucken',
      done: (printer) => ({
        title: `${printer} bricht den Druck ab`,
        text: 'Er hat den Befehl angenommen; bis er anhält, kann es einen Moment dauern.',
        smallPrint: null,
      }),
    },
  },
  file: (name) => `Datei: ${name}`,
  off: {
    title: 'Das Steuern von Drucken ist ausgeschaltet',
    text: 'Schalte „Steuern von Drucken erlauben“ unter Einstellungen → Drucke ein.',
    smallPrint: null,
  },
  busy: {
    title: 'Warten auf den Drucker',
    text: 'Auf den letzten Befehl hat er noch nicht geantwortet. Sonst wurde nichts gesendet.',
    smallPrint: null,
  },
  changed: {
    title: 'Es wurde nichts gesendet',
    text: 'Der Druck ist inzwischen zu Ende oder ein anderer, oder sein Zustand ist nicht mehr bekannt. Sieh noch einmal nach.',
    smallPrint: null,
  },
  notSent: {
    title: 'Es wurde nichts gesendet',
    text: 'OctoEverywhere war nicht erreichbar. Prüfe die Verbindung dieses Computers und versuche es noch einmal.',
  },
  unknown: {
    title: 'Keine Antwort vom Drucker',
    text: 'Ob er den Befehl ausgeführt hat, ist nicht bekannt. Sieh nach dem Drucker; OctoGlance sendet den Befehl nicht noch einmal.',
  },
};
