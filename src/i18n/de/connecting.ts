import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

const copyAgain = 'Kopiere die vollständige Adresse der letzten Anmeldeseite noch einmal oder melde dich erneut an.';

export const connecting: Messages['connecting'] = {
  completion: {
    'not-a-completion-link': {
      title: 'Dieser Link enthält keine Verbindung',
      text: 'Eine abgeschlossene Anmeldung endet auf einer Adresse, die „success=true“ enthält. Schließe die Anmeldung ab und kopiere dann die Adresse dieser Seite.',
    },
    'foreign-page': {
      title: 'Das ist kein Link von OctoEverywhere',
      text: 'Es wurde nichts gespeichert. Kopiere die Adresse der letzten Seite der Anmeldung bei OctoEverywhere.',
    },
    'no-token': { title: 'Das Token fehlt', text: `Der Link ist unvollständig. ${copyAgain}` },
    'doubled-parameter': {
      title: 'Dieser Link wurde verändert',
      text: 'Ein Parameter kommt doppelt vor, deshalb wurde nichts gespeichert. Melde dich erneut an, um einen neuen Link zu erhalten.',
    },
    'foreign-host': {
      title: 'Dieser Link führt zu einem anderen Server',
      text: 'Der Server gehört nicht zu OctoEverywhere, deshalb wurde nichts gespeichert. Melde dich erneut an, um einen neuen Link zu erhalten.',
    },
    'too-long': { title: 'Das ist zu lang', text: `Abschluss-Links sind nie so lang. ${copyAgain}` },
    'unreadable-value': {
      title: 'Dieser Link ist beschädigt',
      text: `Er enthält ungültige Zeichen. ${copyAgain}`,
    },
  },
  link: (problem) => `Link: ${problem}`,
  refused: {
    title: 'Die Verbindung wurde nicht eingerichtet',
    text: 'Die Anmeldung endete ohne Verbindung: Sie wurde abgelehnt, oder bei OctoEverywhere ist etwas schiefgegangen. Versuche es noch einmal.',
    smallPrint: null,
  },
  pastedNothing: shared.nothingPasted,
  pastedSpaces: {
    title: 'Das ist weder ein Token noch ein Link',
    text: 'Ein App-Token ist ein einzelnes Wort ohne Leerzeichen. Kopiere nur das Token oder den vollständigen Abschluss-Link.',
    smallPrint: null,
  },
  pastedCharacters: {
    title: 'Das ist kein App-Token',
    text: 'Es ist zu lang oder enthält Zeichen, die in App-Tokens nicht vorkommen. Kopiere das Token noch einmal oder den vollständigen Abschluss-Link.',
    smallPrint: null,
  },
  timedOut: {
    title: 'Zeit für die Anmeldung abgelaufen',
    text: 'Die Anmeldung wurde nicht innerhalb von 15 Minuten abgeschlossen. Es wurde nichts gespeichert; melde dich bitte erneut an.',
    smallPrint: null,
  },
  unanswered: {
    title: 'Zeit für die Anmeldung abgelaufen',
    text: 'Du hast nicht innerhalb von 15 Minuten entschieden, was mit der neuen Verbindung geschehen soll. Es wurde nichts gespeichert; melde dich bitte erneut an.',
    smallPrint: null,
  },
  overAlready: {
    title: 'Diese Anmeldung ist schon beendet',
    text: 'Sie wurde abgeschlossen, abgebrochen oder ist abgelaufen. Aus diesem Link wurde nichts gespeichert; melde dich erneut an, falls der Drucker nicht in deiner Liste steht.',
    smallPrint: null,
  },
  notAskedFor: {
    title: 'Unerwartete Anmeldung',
    text: 'OctoGlance hat sie nicht gestartet oder wurde seitdem neu gestartet. Es wurde nichts gespeichert. Um einen Drucker zu verbinden, melde dich von hier aus an.',
    smallPrint: null,
  },
  notThisOne: {
    title: 'Dieser Link gehört zu einer anderen Anmeldung',
    text: 'Daraus wurde nichts gespeichert. Deine eigene Anmeldung ist noch offen: Schließe sie im Browser ab.',
    smallPrint: null,
  },
  nothingAsked: {
    title: 'Das ist nicht mehr aktuell',
    text: 'Die Anmeldung ist beendet und es wurde nichts gespeichert. Melde dich erneut an.',
    smallPrint: null,
  },
  noSuchPrinter: shared.printerGone,
  alreadyListed: (name) => ({
    title: 'Diese Verbindung steht schon in deiner Liste',
    text: `Das Token gehört zu ${name}. Jeder Drucker hat sein eigenes Token.`,
    smallPrint: null,
  }),
  printerListed: (name) => ({
    title: `${name} steht schon in deiner Liste`,
    text: 'Es wurde nichts hinzugefügt. Um die neue Verbindung für diesen Drucker zu verwenden, wähle bei ihm „Erneut verbinden“.',
    smallPrint: null,
  }),
};
