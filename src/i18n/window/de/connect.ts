import type { WindowMessages } from '../window-messages.ts';

export const connect: WindowMessages['connect'] = {
  addTitle: 'Drucker hinzufügen',
  reconnectTitle: (name) => [name, ' neu verbinden'],
  addLead: 'Der Browser öffnet OctoEverywhere. Dort den Drucker wählen und OctoGlance erlauben, ihn zu sehen.',
  reconnectLead: (name) => [
    'Der Browser öffnet OctoEverywhere. Dort ',
    name,
    ' noch einmal wählen. Der Platz in der Liste und die Einstellungen bleiben.',
  ],
  signIn: 'Bei OctoEverywhere anmelden',
  pasteInstead: 'Stattdessen ein Token einfügen',
  notSetUp: 'Der Drucker ist noch nicht bei OctoEverywhere?',
  setUp: 'Drucker einrichten',
  pasteHint:
    'Das App-Token eines Druckers oder die ganze Adresse, die der Browser nach der Anmeldung zeigt. Es wird im Schlüsselbund dieses Computers aufbewahrt.',
  noToken: 'Kein Token zur Hand?',
  pasteLabel: 'App-Token oder Abschluss-Link',
  connect: 'Verbinden',
  keepUntilQuit: 'Bis zum Beenden behalten',
  checking: 'OctoEverywhere wird gefragt …',
  connectedAgain: 'Der Drucker ist wieder verbunden.',
  nothingPasted: {
    title: 'Noch nichts eingefügt',
    text: 'Bitte das App-Token oder die Adresse aus dem Browser kopieren und oben einfügen.',
    smallPrint: null,
  },
  waitingForBrowser: 'Warten auf den Browser',
  stepSignIn: 'Auf der Seite anmelden, die im Browser aufgegangen ist.',
  stepAllowNew: 'Den Drucker wählen und OctoGlance erlauben, ihn zu sehen.',
  stepAllow: (name) => [name, ' wählen und OctoGlance erlauben, ihn zu sehen.'],
  stepReturn: 'Dem Browser erlauben, OctoGlance zu öffnen, wenn er fragt.',
  planB: 'Der Browser ist nicht zurückgekommen?',
  planBHint: 'Die Adresse einfügen, die in der Adressleiste der letzten Seite steht.',
  stepPaste:
    'Wenn die letzte Seite erscheint, ihre Adresse unten einfügen. Dieses System öffnet OctoGlance nicht aus dem Browser.',
  otherPrinter: (connected, listed) => ['Verbunden wurde ', connected, ', gefragt war ', listed],
  otherPrinterText:
    'Ist es derselbe Drucker unter neuem Namen, die Verbindung ersetzen: Platz und Einstellungen bleiben. Bis zur Wahl ändert sich nichts.',
  replace: 'Verbindung ersetzen',
  addAsNew: 'Als neuen Drucker hinzufügen',
  notKept: 'Die Anmeldung hat geklappt, aber die Verbindung ließ sich nicht aufbewahren',
};
