import type { NetworkCause, Problem } from '../../domain/outcome.ts';
import type { Messages } from '../messages.ts';

const network: Readonly<Record<NetworkCause, string>> = {
  'no-network': 'Dieser Computer hat keine Netzwerkverbindung.',
  dns: 'Die Adresse des Servers wurde nicht gefunden. Vielleicht ist dieser Computer offline oder DNS funktioniert nicht.',
  connect: 'Keine Verbindung möglich. Vielleicht blockiert eine Firewall oder das Netzwerk sie.',
  'connect-timeout':
    'Der Verbindungsaufbau hat zu lange gedauert. Vielleicht blockiert ihn eine Firewall oder das Netzwerk.',
  certificate:
    'Statt OctoEverywhere hat etwas anderes geantwortet, mit einem fremden Zertifikat. Vielleicht verlangt dieses Netzwerk eine Anmeldung; öffne dazu eine beliebige Seite in deinem Browser.',
  tls: 'Die Verbindung ist nicht sicher: Das Zertifikat ist nicht vertrauenswürdig. Prüfe die Uhr dieses Computers und ob in deinem Netzwerk etwas den Datenverkehr abfängt.',
  proxy: 'Der Proxy deines Netzwerks hat die Anfrage blockiert. Prüfe den Proxy in den Systemeinstellungen.',
  read: 'Die Verbindung brach ab, bevor die Antwort vollständig war.',
  timeout: 'Zeitüberschreitung bei der Anfrage.',
  other: 'Die Anfrage ist fehlgeschlagen.',
};

const malformed: Readonly<Record<Extract<Problem, { type: 'malformed' }>['what'], string>> = {
  empty: 'leer',
  html: 'eine Webseite',
  'not-json': 'kein JSON',
  'wrong-shape': 'es fehlen Felder',
  'too-large': 'zu groß',
};

const redirect: Readonly<Record<Extract<Problem, { type: 'redirect' }>['why'], string>> = {
  'foreign-host': 'zu einem nicht vertrauenswürdigen Server',
  'too-many': 'zu viele hintereinander',
  unreadable: 'ohne gültiges Ziel',
};

export const problems: Messages['problems'] = {
  code: (status) => `OctoEverywhere-Code ${status}`,
  httpStatus: (status) => `HTTP-Status ${status}`,
  answer: (what) => `Antwort: ${malformed[what]}`,
  redirect: (why) => `Umleitung: ${redirect[why]}`,
  network: (cause) => `Netzwerk: ${cause}`,

  perksNeeded: {
    title: 'Supporter Perks nötig',
    text: 'Dieses Konto hat zurzeit keine Supporter Perks, deshalb gibt OctoEverywhere keine Auskunft über diesen Drucker. Die Verbindung bleibt bestehen und funktioniert automatisch wieder, sobald die Perks zurück sind.',
  },
  updateNeeded: {
    title: 'Plugin-Update nötig',
    text: 'Das OctoEverywhere-Plugin auf diesem Drucker ist zu alt. Aktualisiere es auf dem Drucker; hier musst du nichts tun.',
  },
  tokenLost: {
    title: 'Erneut anmelden',
    text: 'Im Schlüsselbund gibt es kein Token für diesen Drucker: Es wurde gelöscht, oder die Liste wurde von einem anderen Computer importiert. Verbinde den Drucker erneut; er behält seinen Platz.',
  },
  reconnectNeeded: {
    title: 'Neue Verbindung nötig',
    text: 'OctoEverywhere akzeptiert diese Verbindung nicht mehr: Sie wurde widerrufen, ist abgelaufen, oder der Drucker wurde aus dem Konto entfernt. Verbinde den Drucker erneut; seine Einstellungen bleiben erhalten.',
  },
  unconfirmed: {
    title: 'Wird noch einmal geprüft',
    text: 'OctoEverywhere hat die letzte Abfrage abgelehnt. Das kann vorübergehend sein, deshalb prüft OctoGlance noch einmal, bevor es etwas meldet.',
  },
  unknownToken: {
    title: 'OctoEverywhere kennt dieses Token nicht',
    text: 'Vielleicht ist es unvollständig, widerrufen oder abgelaufen. Kopiere es noch einmal oder melde dich bei OctoEverywhere an, um eine neue Verbindung einzurichten.',
  },
  tryingAgain: 'OctoGlance versucht es automatisch erneut.',
  tokenNotKept: 'Das Token wurde nicht gespeichert; versuche es gleich noch einmal.',

  madeNoSense: 'Unerwartete Antwort von OctoEverywhere',
  webPage:
    'Statt Daten kam eine Webseite zurück. In einem öffentlichen WLAN musst du dich vielleicht erst im Netzwerk anmelden; sonst gibt sich das normalerweise von allein.',
  unreadableResponse: 'Die Antwort konnte nicht gelesen werden.',
  sentElsewhere: {
    title: 'Umgeleitet',
    text: 'Die Anfrage wurde von OctoEverywhere weggeleitet, deshalb ist OctoGlance ihr nicht gefolgt. In einem öffentlichen WLAN musst du dich vielleicht erst im Netzwerk anmelden.',
  },
  unreachable: (cause) => ({
    title: 'OctoEverywhere nicht erreichbar',
    text: network[cause],
  }),
  slowPrinter: {
    title: 'Der Drucker antwortet langsam',
    text: 'OctoEverywhere hat den Drucker nicht rechtzeitig erreicht.',
  },
  askedTooOften: {
    title: 'Zu viele Anfragen',
    text: 'OctoEverywhere hat OctoGlance gebeten, langsamer zu machen, deshalb wartet es.',
  },
  proxySignIn: {
    title: 'Proxy verlangt eine Anmeldung',
    text: 'Der Proxy dieses Netzwerks verlangt eine Anmeldung. Trage sie in den Proxy-Einstellungen deines Systems ein.',
  },
  unexpectedLimit: {
    title: 'Unerwartete Antwort',
    text: 'OctoEverywhere hat ein Limit gemeldet, das für diese Anfrage nicht gilt.',
  },
  serviceTrouble: {
    title: 'OctoEverywhere hat eine Störung',
    text: 'Der Dienst konnte gerade nicht antworten.',
  },
};
