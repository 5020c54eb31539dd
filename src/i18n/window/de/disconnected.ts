import { plural } from '../../de/plural.ts';
import type { WindowMessages } from '../window-messages.ts';

export const disconnected: WindowMessages['disconnected'] = {
  usually: 'Meist ist er ausgeschaltet, oder sein Netzwerk oder das OctoEverywhere-Plugin ist ausgefallen.',
  onlyThis: (connected) =>
    plural(connected, {
      one: 'Nur dieser Drucker: Ein anderer ist verbunden.',
      other: `Nur dieser Drucker: ${connected} andere sind verbunden.`,
    }),
  others: (count) =>
    plural(count, {
      one: `${count} weiterer Drucker ist ebenfalls getrennt.`,
      other: `${count} weitere Drucker sind ebenfalls getrennt.`,
    }),
  all: 'Kein Drucker ist verbunden. Prüfe dort, wo sie stehen, Strom, Router und Internetverbindung.',
  tryLocal:
    'Öffnet sich seine lokale Seite, sind Strom und lokales Netzwerk in Ordnung: Prüfe seine Internetverbindung und starte dann das Plugin neu.',
};
