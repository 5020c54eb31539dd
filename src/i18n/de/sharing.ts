import type { Messages } from '../messages.ts';

export const sharing: Messages['sharing'] = {
  shared: (copied, end) => ({
    title: copied ? 'Link kopiert' : 'Link erstellt',
    text:
      end === null
        ? 'Wer ihn hat, kann diesem Druck zusehen. Er gilt, bis der Druck endet.'
        : `Wer ihn hat, kann diesem Druck zusehen. Er gilt, bis der Druck endet (voraussichtlich ${end}).`,
  }),
  busy: {
    title: 'Ein Link wird gerade erstellt',
    text: 'OctoEverywhere hat noch nicht geantwortet.',
    smallPrint: null,
  },
  nothingPrints: {
    title: 'Es läuft kein Druck',
    text: 'Teilen lässt sich nur ein Druck, der läuft.',
    smallPrint: null,
  },
  notSent: {
    title: 'Es wurde kein Link erstellt',
    text: 'OctoEverywhere war nicht erreichbar. Prüfe die Verbindung dieses Computers und versuche es noch einmal.',
  },
  unknown: {
    title: 'Es wurde kein Link kopiert',
    text: 'Die Antwort von OctoEverywhere konnte nicht gelesen werden. Vielleicht wurde trotzdem ein Link erstellt; er gilt, bis der Druck endet.',
  },
};
