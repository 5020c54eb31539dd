import type { shared as english } from '../en/shared.ts';

/** Texts shown by both the main process and the window. */
export const shared: typeof english = {
  printerList: 'Druckerliste',
  demo: 'Demo: simulierte Drucker',
  refreshAll: 'Alle aktualisieren',
  settings: 'Einstellungen',
  openPrinter: 'In OctoEverywhere öffnen',
  refresh: 'Aktualisieren',
  copyLocalIp: 'Lokale IP kopieren',
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  offOnPurpose: 'Absichtlich aus',
  oftenOff: 'Oft ausgeschaltet',
  snooze: 'Nicht stören',
  oneHour: 'Für 1 Stunde',
  untilTomorrow: 'Bis morgen',
  computerOffline: 'Dieser Computer ist offline',
  networkSignIn: 'Dieses Netzwerk verlangt vielleicht eine Anmeldung',
  copyAddress: 'Adresse kopieren',
  openAgain: 'Erneut öffnen',
  nothingPasted: {
    title: 'Noch nichts eingefügt',
    text: 'Kopiere das App-Token oder die Adresse aus deinem Browser und füge sie hier ein.',
    smallPrint: null,
  },
  printerGone: {
    title: 'Dieser Drucker steht nicht mehr in deiner Liste',
    text: 'Er wurde entfernt. Füge ihn wieder hinzu, wenn du ihn überwachen möchtest.',
    smallPrint: null,
  },
};
