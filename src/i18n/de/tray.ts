import type { TrayNeed } from '../../domain/tray-need.ts';
import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

const trayNeeds: Readonly<Record<TrayNeed, string>> = {
  'gnome-extension':
    'GNOME braucht die Erweiterung „AppIndicator and KStatusNotifierItem Support“. Installiere sie und melde dich neu an.',
  panel:
    'Füge deiner Leiste den Infobereich hinzu; er heißt „Systemabschnitt der Kontrollleiste“, „Statusbereich“ oder „Benachrichtigungsfeld“.',
  bar: 'Starte eine Leiste mit Infobereich, zum Beispiel waybar mit dem Modul „tray“.',
  unknown:
    'Füge deiner Leiste einen Infobereich hinzu; unter GNOME ist das die Erweiterung „AppIndicator and KStatusNotifierItem Support“.',
};

export const tray: Messages['tray'] = {
  demo: shared.demo,
  snoozedUntil: (clock) => `Nicht stören bis ${clock}`,
  quietUntil: (clock) => `Ruhezeit bis ${clock}`,
  printer: (name, state) => `${name}: ${state}`,
  muted: '(stummgeschaltet)',
  more: (counted) => `Weitere: ${counted}`,
  moreInWindow: (count) => `${count} weitere im Fenster …`,
  moreActions: 'Weitere Aktionen',
  addPrinter: 'Drucker hinzufügen …',
  refreshAll: shared.refreshAll,
  showWindow: 'Fenster anzeigen',
  settings: shared.settings,
  quit: 'Beenden',
  reconnect: 'Erneut verbinden …',
  open: shared.openPrinter,
  refresh: shared.refresh,
  copyLocalIp: shared.copyLocalIp,
  mute: shared.mute,
  unmute: shared.unmute,
  offOnPurpose: shared.offOnPurpose,
  oftenOff: shared.oftenOff,
  snooze: shared.snooze,
  snoozeHour: shared.oneHour,
  snoozeUntilTomorrow: shared.untilTomorrow,
  resume: 'Nicht stören beenden',
  runsUnseen: 'OctoGlance läuft ohne Symbol. Klicke hier, um das Fenster zu öffnen.',
  noTray: {
    title: 'Dieser Desktop zeigt keine Symbole im Infobereich',
    text: (need) =>
      `OctoGlance läuft weiter, aber sein Symbol kann nicht angezeigt werden. ${trayNeeds[need]} Wenn du OctoGlance noch einmal startest, öffnet sich immer dieses Fenster.`,
  },
};
