import type { shared as english } from '../en/shared.ts';

/** Texts that both the main process and the window show. */
export const shared: typeof english = {
  listOfPrinters: 'Liste der Drucker',
  demoSimulatedPrinters: 'Demo: simulierte Drucker',
  refreshAll: 'Alle prüfen',
  settings: 'Einstellungen',
  openInOctoeverywhere: 'In OctoEverywhere öffnen',
  refresh: 'Jetzt prüfen',
  copyLocalIp: 'Lokale IP kopieren',
  mute: 'Stumm schalten',
  unmute: 'Nicht mehr stumm',
  offOnPurpose: 'Absichtlich aus',
  oftenSwitchedOff: 'Oft ausgeschaltet',
  snoozeNotifications: 'Mitteilungen ruhen lassen',
  for1Hour: 'Für 1 Stunde',
  untilTomorrow: 'Bis morgen',
  thisComputerIsOffline: 'Dieser Computer ist offline',
  thisNetworkMayNeedA: 'Dieses Netzwerk verlangt vielleicht eine Anmeldung',
  copyAddress: 'Adresse kopieren',
  openAgain: 'Noch einmal öffnen',
};
