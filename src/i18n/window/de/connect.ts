import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const connect: WindowMessages['connect'] = {
  addTitle: 'Drucker hinzufügen',
  reconnectTitle: (name) => [name, ' erneut verbinden'],
  addLead: 'In deinem Browser öffnet sich OctoEverywhere. Wähle den Drucker aus und gib OctoGlance Zugriff.',
  reconnectLead: (name) => [
    'In deinem Browser öffnet sich OctoEverywhere. Wähle ',
    name,
    ' noch einmal aus. Der Drucker behält seinen Platz in der Liste und seine Einstellungen.',
  ],
  signIn: 'Bei OctoEverywhere anmelden',
  pasteInstead: 'Stattdessen ein Token einfügen',
  notSetUp: 'Drucker noch nicht bei OctoEverywhere?',
  setUp: 'Drucker einrichten',
  pasteHint:
    'Das App-Token eines Druckers oder die vollständige Adresse, die dein Browser nach der Anmeldung anzeigt. Es wird im Schlüsselbund dieses Computers gespeichert.',
  noToken: 'Kein Token zur Hand?',
  pasteLabel: 'App-Token oder Abschluss-Link',
  connect: 'Verbinden',
  keepUntilQuit: 'Bis zum Beenden behalten',
  checking: 'Wird bei OctoEverywhere geprüft …',
  connectedAgain: 'Drucker erneut verbunden.',
  nothingPasted: shared.nothingPasted,
  waitingForBrowser: 'Warten auf deinen Browser',
  stepSignIn: 'Melde dich auf der Seite an, die sich in deinem Browser geöffnet hat.',
  stepAllowNew: 'Wähle den Drucker aus und gib OctoGlance Zugriff.',
  stepAllow: (name) => ['Wähle ', name, ' aus und gib OctoGlance Zugriff.'],
  stepReturn: 'Wenn der Browser fragt, erlaube ihm, OctoGlance zu öffnen.',
  planB: 'Nicht wieder in OctoGlance gelandet?',
  planBHint: 'Füge die Adresse der letzten Seite aus der Adressleiste des Browsers ein.',
  stepPaste:
    'Wenn die letzte Seite erscheint, füge ihre Adresse unten ein. Dieses System öffnet OctoGlance nicht aus dem Browser.',
  otherPrinter: (connected, listed) => ['Du hast ', connected, ' verbunden, hier geht es aber um ', listed],
  otherPrinterText:
    'Wenn es derselbe Drucker mit neuem Namen ist, ersetze die Verbindung; Platz und Einstellungen bleiben erhalten. Bis du dich entscheidest, ändert sich nichts.',
  replace: 'Verbindung ersetzen',
  addAsNew: 'Als neuen Drucker hinzufügen',
  notKept: 'Du bist angemeldet, aber die Verbindung konnte nicht gespeichert werden',
  notConfirmed: 'Du bist angemeldet, aber die Verbindung konnte nicht geprüft werden',
};
