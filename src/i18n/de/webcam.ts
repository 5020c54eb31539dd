import type { Messages } from '../messages.ts';

export const webcam: Messages['webcam'] = {
  tooLarge: {
    title: 'Bild zu groß',
    text: 'Die Grenzen deines Kontos lassen Bilder dieser Größe nicht zu. Stell für die Webcam eine kleinere Auflösung ein.',
  },
  watchedTooOften: {
    title: 'Webcam-Grenze erreicht',
    text: 'Dein Konto hat seine Webcams vorerst so oft angesehen, wie es darf. Versuch es später noch einmal; OctoGlance wartet, bis du das tust.',
  },
  noPicture: {
    title: 'Kein Bild',
    text: 'Das Bild der Webcam ist nicht angekommen.',
  },
};
