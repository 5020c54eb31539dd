import type { shared as english } from '../en/shared.ts';

/** Texts that both the main process and the window show. */
export const shared: typeof english = {
  printerList: 'Liste der Drucker',
  demo: 'Demo: simulierte Drucker',
  refreshAll: 'Alle prüfen',
  settings: 'Einstellungen',
  openPrinter: 'In OctoEverywhere öffnen',
  refresh: 'Jetzt prüfen',
  copyLocalIp: 'Lokale IP kopieren',
  mute: 'Stumm schalten',
  unmute: 'Nicht mehr stumm',
  offOnPurpose: 'Absichtlich aus',
  oftenOff: 'Oft ausgeschaltet',
  snooze: 'Mitteilungen ruhen lassen',
  oneHour: 'Für 1 Stunde',
  untilTomorrow: 'Bis morgen',
  computerOffline: 'Dieser Computer ist offline',
  networkSignIn: 'Dieses Netzwerk verlangt vielleicht eine Anmeldung',
  copyAddress: 'Adresse kopieren',
  openAgain: 'Noch einmal öffnen',
};
