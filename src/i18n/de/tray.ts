import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

export const tray: Messages['tray'] = {
  demo: shared.demo,
  snoozedUntil: (clock) => `Mitteilungen ruhen bis ${clock}`,
  quietUntil: (clock) => `Ruhezeit bis ${clock}`,
  printer: (name, state) => `${name}: ${state}`,
  muted: '(stumm)',
  moreInWindow: (count) => `${count} weitere im Fenster …`,
  addPrinter: 'Drucker hinzufügen …',
  refreshAll: shared.refreshAll,
  showWindow: 'Fenster zeigen',
  settings: shared.settings,
  quit: 'Beenden',
  reconnect: 'Neu verbinden …',
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
  resume: 'Jetzt fortsetzen',
  runsUnseen: 'OctoGlance läuft, aber ohne Symbol. Klicke hier, um das Fenster zu öffnen.',
  noTray: {
    title: 'Dieser Desktop zeigt keine Tray-Symbole',
    text: 'OctoGlance beobachtet weiter, aber sein Symbol ist nicht zu sehen. Unter GNOME bitte die Erweiterung „AppIndicator and KStatusNotifierItem Support“ installieren und neu anmelden. Wird OctoGlance ein zweites Mal gestartet, geht immer dieses Fenster auf.',
    smallPrint: null,
  },
};
