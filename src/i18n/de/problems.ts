import type { NetworkCause, Problem } from '../../domain/outcome.ts';
import type { Messages } from '../messages.ts';

const network: Readonly<Record<NetworkCause, string>> = {
  'no-network': 'Dieser Computer hat keine Netzwerkverbindung.',
  dns: 'Die Adresse war nicht zu finden. Dieser Computer ist vielleicht offline, oder der Namensdienst des Netzwerks ist gestört.',
  connect: 'Es kam keine Verbindung zustande. Eine Firewall oder das Netzwerk steht vielleicht im Weg.',
  'connect-timeout':
    'Es kam nicht rechtzeitig eine Verbindung zustande. Eine Firewall oder das Netzwerk steht vielleicht im Weg.',
  certificate:
    'Etwas anderes hat an seiner Stelle geantwortet, mit einem Zertifikat, das nicht das von OctoEverywhere ist. Vielleicht verlangt dieses Netzwerk eine Anmeldung; öffne dazu eine beliebige Seite im Browser.',
  tls: 'Die Verbindung ist nicht sicher: Dem Zertifikat ist nicht zu trauen. Bitte die Uhr dieses Computers prüfen, und ob im Netzwerk etwas mitliest.',
  proxy: 'Der Proxy dieses Netzwerks lässt die Frage nicht durch. Bitte den Proxy in den Systemeinstellungen prüfen.',
  read: 'Die Verbindung brach ab, bevor die Antwort vollständig war.',
  timeout: 'Es kam nicht rechtzeitig eine Antwort.',
  other: 'Die Frage kam nicht durch.',
};

const malformed: Readonly<Record<Extract<Problem, { type: 'malformed' }>['what'], string>> = {
  empty: 'leer',
  html: 'eine Webseite',
  'not-json': 'kein JSON',
  'wrong-shape': 'es fehlen Felder',
  'too-large': 'zu groß',
};

const redirect: Readonly<Record<Extract<Problem, { type: 'redirect' }>['why'], string>> = {
  'foreign-host': 'zu einem fremden Server',
  'too-many': 'zu viele hintereinander',
  unreadable: 'ohne lesbares Ziel',
};

export const problems: Messages['problems'] = {
  code: (status) => `OctoEverywhere-Code ${status}`,
  httpStatus: (status) => `HTTP-Status ${status}`,
  answer: (what) => `Antwort: ${malformed[what]}`,
  redirect: (why) => `Umleitung: ${redirect[why]}`,
  network: (cause) => `Netzwerk: ${cause}`,

  perksNeeded: {
    title: 'Supporter Perks nötig',
    text: 'OctoEverywhere sagt, dass dieses Konto zurzeit keine Supporter Perks hat, und beantwortet keine Fragen zum Drucker. Die Verbindung bleibt und gilt von selbst wieder, sobald die Perks zurück sind.',
  },
  updateNeeded: {
    title: 'Plugin-Update nötig',
    text: 'Das OctoEverywhere-Plugin auf diesem Drucker ist zu alt. Bitte auf dem Drucker aktualisieren; hier ist nichts zu tun.',
  },
  tokenLost: {
    title: 'Neu anmelden',
    text: 'Der Schlüsselbund dieses Computers enthält kein Token für diesen Drucker: Es wurde dort gelöscht, oder die Liste kam von einem anderen Computer. Bitte den Drucker neu verbinden; sein Platz in der Liste bleibt.',
  },
  reconnectNeeded: {
    title: 'Neu verbinden nötig',
    text: 'OctoEverywhere nimmt diese Verbindung nicht mehr an: Sie wurde widerrufen, ist abgelaufen, oder der Drucker wurde aus dem Konto entfernt. Bitte den Drucker neu verbinden; seine Einstellungen bleiben.',
  },
  unconfirmed: {
    title: 'Wird noch einmal geprüft',
    text: 'OctoEverywhere hat die letzte Frage abgewiesen. Das ist schon von selbst vergangen; deshalb fragt OctoGlance noch einmal, bevor die Verbindung als ungültig gilt.',
  },
  unknownToken: {
    title: 'OctoEverywhere kennt dieses Token nicht',
    text: 'Es ist vielleicht unvollständig, widerrufen oder abgelaufen. Bitte noch einmal kopieren, oder bei OctoEverywhere anmelden, um eine neue Verbindung zu schaffen.',
  },
  tokenNotKept: (text) => `${text} Das Token wurde nicht aufbewahrt; bitte gleich noch einmal versuchen.`,

  madeNoSense: 'Die Antwort von OctoEverywhere ergab keinen Sinn',
  webPage:
    'Statt einer Antwort kam eine Webseite. In einem öffentlichen Netzwerk steht vielleicht dessen Anmeldeseite im Weg; sonst vergeht es von selbst.',
  unreadableAnswer:
    'Die Antwort war nicht zu lesen. Gezeigt wird der zuletzt bekannte Zustand; OctoGlance fragt von selbst wieder.',
  sentElsewhere: {
    title: 'Woandershin geschickt',
    text: 'Die Frage wurde von OctoEverywhere weggeleitet, und OctoGlance ist nicht gefolgt. In einem öffentlichen Netzwerk steht vielleicht dessen Anmeldeseite im Weg.',
  },
  unreachable: (cause) => ({
    title: 'OctoEverywhere nicht erreichbar',
    text: `${network[cause]} OctoGlance fragt von selbst wieder.`,
  }),
  slowPrinter: {
    title: 'Der Drucker antwortet langsam',
    text: 'OctoEverywhere hat den Drucker nicht rechtzeitig erreicht. OctoGlance fragt von selbst wieder.',
  },
  askedTooOften: {
    title: 'Zu oft gefragt',
    text: 'OctoEverywhere möchte weniger Fragen. OctoGlance wartet so lange, wie es verlangt wurde.',
  },
  proxySignIn: {
    title: 'Der Proxy verlangt eine Anmeldung',
    text: 'Der Proxy dieses Netzwerks lässt ohne Anmeldung nichts durch. Bitte in den Systemeinstellungen bei ihm anmelden.',
  },
  unexpectedLimit: {
    title: 'Eine unerwartete Antwort',
    text: 'OctoEverywhere nannte eine Grenze, die mit dieser Frage nichts zu tun hat. OctoGlance fragt von selbst wieder.',
  },
  serviceTrouble: {
    title: 'OctoEverywhere hat eine Störung',
    text: 'OctoEverywhere konnte gerade nicht antworten. OctoGlance fragt von selbst wieder.',
  },
};
