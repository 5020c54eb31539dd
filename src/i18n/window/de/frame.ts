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
  bringUpKeychain: {
    'keychain-locked': 'Entsperren …',
    'keychain-no-keyring': 'Einrichten …',
    'keychain-denied': 'Noch einmal fragen …',
  },
  addressCopied: 'Adresse kopiert.',
  tryAgain: 'Erneut versuchen',
  starting: 'Einen Moment …',
  startFailed: {
    title: 'Das Fenster erreicht OctoGlance nicht',
    text: 'Deine Drucker konnten nicht geladen werden, werden aber weiter überwacht. Versuche es noch einmal; hilft das nicht, beende OctoGlance über das Menü im Infobereich und starte es neu.',
    smallPrint: 'Anfrage get-snapshot',
  },
  notThrough: (request) => ({
    title: 'Das hat nicht geklappt',
    text: 'OctoGlance hat nicht reagiert. Schließe dieses Fenster, öffne es wieder und versuche es noch einmal.',
    smallPrint: `Anfrage ${request}`,
  }),
  printerGone: shared.printerGone,
  tooOften: {
    title: 'Zu viele Anfragen',
    text: 'Warte ein paar Sekunden und versuche es dann noch einmal.',
    smallPrint: null,
  },
};
