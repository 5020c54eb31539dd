import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const frame: WindowMessages['frame'] = {
  demoMark: shared.demo,
  back: 'Zurück zu den Druckern',
  backTitle: 'Zurück zu den Druckern (Esc)',
  dismiss: 'Schließen',
  dismissMessage: (title) => `Schließen: ${title}`,
  cancel: 'Abbrechen',
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  addressCopied: 'Adresse kopiert.',
  tryAgain: 'Noch einmal versuchen',
  starting: 'Einen Moment …',
  startFailed: {
    title: 'Das Fenster erreicht OctoGlance nicht',
    text: 'Über die Drucker kam keine Antwort; beobachtet werden sie weiterhin. Bitte noch einmal versuchen. Hilft das nicht, OctoGlance über das Tray-Menü beenden und neu starten.',
    smallPrint: 'Anfrage get-snapshot',
  },
  notThrough: (request) => ({
    title: 'Das hat nicht geklappt',
    text: 'OctoGlance selbst hat dem Fenster nicht geantwortet. Bitte das Fenster schließen, neu öffnen und den Schritt wiederholen.',
    smallPrint: `Anfrage ${request}`,
  }),
  printerGone: {
    title: 'Dieser Drucker ist nicht mehr in der Liste',
    text: 'Er wurde inzwischen entfernt. Wer ihn weiter beobachten möchte, fügt ihn neu hinzu.',
    smallPrint: null,
  },
  tooOften: {
    title: 'Das war sehr oft hintereinander',
    text: 'In ein paar Sekunden geht es wieder. Bitte kurz warten und dann noch einmal versuchen.',
    smallPrint: null,
  },
};
