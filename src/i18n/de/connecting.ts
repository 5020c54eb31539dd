import type { Messages } from '../messages.ts';

const copyAgain = 'Bitte die ganze Adresse der letzten Seite der Anmeldung noch einmal kopieren, oder neu anmelden.';

export const connecting: Messages['connecting'] = {
  completion: {
    'not-a-completion-link': {
      title: 'Dieser Link enthält keine Verbindung',
      text: 'Die Adresse, auf der eine Anmeldung endet, enthält „success=true“. Bitte die Anmeldung abschließen und dann die Adresse ihrer letzten Seite kopieren.',
    },
    'foreign-page': {
      title: 'Das ist kein Link von OctoEverywhere',
      text: 'Angenommen wird nur die Adresse, auf der die Anmeldung bei OctoEverywhere endet; es wurde nichts aufbewahrt. Bitte diese kopieren.',
    },
    'no-token': { title: 'Das Token fehlt', text: `Der Link ist nicht vollständig. ${copyAgain}` },
    'doubled-parameter': {
      title: 'Dieser Link ist nicht so, wie OctoEverywhere ihn macht',
      text: 'Ein Teil kommt doppelt vor; es wurde nichts aufbewahrt. Bitte neu anmelden, um einen frischen zu erhalten.',
    },
    'foreign-host': {
      title: 'Dieser Link führt woandershin',
      text: 'Er nennt einen Server, der nicht zu OctoEverywhere gehört; es wurde nichts aufbewahrt. Bitte neu anmelden, um einen frischen zu erhalten.',
    },
    'too-long': { title: 'Das ist zu lang', text: `So lang ist kein Abschluss-Link. ${copyAgain}` },
    'unreadable-value': {
      title: 'Dieser Link ist beschädigt',
      text: `Er enthält Zeichen, die nicht hineingehören. ${copyAgain}`,
    },
  },
  link: (problem) => `Link: ${problem}`,
  refused: {
    title: 'Die Verbindung kam nicht zustande',
    text: 'Das Portal von OctoEverywhere endete ohne Verbindung: Sie wurde abgelehnt, oder dort ging etwas schief. Bitte noch einmal anmelden.',
    smallPrint: null,
  },
  pastedNothing: {
    title: 'Noch gibt es nichts zu lesen',
    text: 'Bitte zuerst das App-Token oder den Abschluss-Link einfügen.',
    smallPrint: null,
  },
  pastedSpaces: {
    title: 'Das ist weder ein Token noch ein Link',
    text: 'Ein App-Token ist ein Wort ohne Leerzeichen. Bitte nur das Token oder den ganzen Abschluss-Link kopieren, ohne etwas drumherum.',
    smallPrint: null,
  },
  pastedCharacters: {
    title: 'Das ist kein App-Token',
    text: 'Es ist zu lang oder enthält Zeichen, die kein App-Token hat. Bitte das Token noch einmal kopieren, oder den ganzen Abschluss-Link.',
    smallPrint: null,
  },
  timedOut: {
    title: 'Die Anmeldung hat zu lange gedauert',
    text: 'Die Anmeldung wurde nicht innerhalb von 15 Minuten abgeschlossen, deshalb wartet OctoGlance nicht mehr. Es wurde nichts gespeichert; melde dich noch einmal an.',
    smallPrint: null,
  },
  unanswered: {
    title: 'Die Anmeldung hat zu lange gedauert',
    text: 'Die Frage zur neuen Verbindung blieb 15 Minuten lang ohne Antwort. Es wurde nichts aufbewahrt; bitte noch einmal anmelden.',
    smallPrint: null,
  },
  overAlready: {
    title: 'Auf diese Anmeldung wartet niemand mehr',
    text: 'Sie ist schon zu Ende, wurde abgebrochen oder dauerte länger als 15 Minuten. Was der Link brachte, wurde nicht aufbewahrt; bitte neu anmelden, wenn der Drucker nicht in der Liste steht.',
    smallPrint: null,
  },
  notAskedFor: {
    title: 'Eine Anmeldung kam, auf die niemand wartet',
    text: 'OctoGlance hat nicht darum gebeten oder wurde seitdem neu gestartet. Was der Link brachte, wurde nicht aufbewahrt; zum Verbinden eines Druckers bitte von hier aus anmelden.',
    smallPrint: null,
  },
  notThisOne: {
    title: 'Ein Link kam, der nicht zu dieser Anmeldung gehört',
    text: 'Was er brachte, wurde nicht aufbewahrt. Die begonnene Anmeldung läuft weiter: bitte im Browser abschließen.',
    smallPrint: null,
  },
  nothingAsked: {
    title: 'Diese Frage ist überholt',
    text: 'Die Anmeldung ist inzwischen zu Ende, und es wurde nichts aufbewahrt. Bitte noch einmal anmelden.',
    smallPrint: null,
  },
  noSuchPrinter: {
    title: 'Dieser Drucker steht nicht mehr in der Liste',
    text: 'Er wurde inzwischen entfernt. Bitte neu hinzufügen, um ihn zu beobachten.',
    smallPrint: null,
  },
  alreadyListed: (name) => ({
    title: 'Diese Verbindung steht schon in der Liste',
    text: `Das Token gehört zu ${name}. Jeder Drucker hat sein eigenes Token.`,
    smallPrint: null,
  }),
  printerListed: (name) => ({
    title: `${name} steht schon in der Liste`,
    text: 'Es wurde nichts hinzugefügt. Um die neue Verbindung dafür zu nutzen, bitte bei diesem Drucker „Neu verbinden“ wählen.',
    smallPrint: null,
  }),
};
