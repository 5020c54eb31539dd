import type { Messages } from '../messages.ts';

export const webcam: Messages['webcam'] = {
  tooLarge: {
    title: 'Bild zu groß',
    text: 'Die Limits deines Kontos lassen Bilder dieser Größe nicht zu. Stelle für die Webcam eine kleinere Auflösung ein.',
  },
  watchedTooOften: {
    title: 'Webcam-Limit erreicht',
    text: 'Dein Konto hat sein Webcam-Limit vorerst erreicht. Versuche es später noch einmal; bis dahin lädt OctoGlance keine Bilder mehr.',
  },
  noPicture: {
    title: 'Kein Bild',
    text: 'Das Bild der Webcam konnte nicht geladen werden.',
  },
};
