import type { TrayNeed } from '../../domain/tray-need.ts';
import { shared } from './shared.ts';

const trayNeeds: Readonly<Record<TrayNeed, string>> = {
  'gnome-extension':
    'GNOME needs the extension “AppIndicator and KStatusNotifierItem Support”: install it, then log in again.',
  panel: 'Add the tray to your panel; it’s called “System Tray”, “Status Tray” or “Notification Area”.',
  bar: 'Start a bar that has a tray, such as waybar with its module “tray”.',
  unknown:
    'Add a tray to your panel or bar; on GNOME that is the extension “AppIndicator and KStatusNotifierItem Support”.',
};

/** The tray menu, and the texts for desktops without a tray. */
export const tray = {
  demo: shared.demo,
  snoozedUntil: (clock: string) => `Notifications snoozed until ${clock}`,
  quietUntil: (clock: string) => `Quiet hours until ${clock}`,
  printer: (name: string, state: string) => `${name}: ${state}`,
  muted: '(muted)',
  /** Printers with problems for which the menu has no room: "More: 28 disconnected" */
  more: (counted: string) => `More: ${counted}`,
  moreInWindow: (count: number) => `${count} more in the window…`,
  moreActions: 'More actions',
  addPrinter: 'Add printer…',
  refreshAll: shared.refreshAll,
  showWindow: 'Show window',
  settings: shared.settings,
  quit: 'Quit',
  reconnect: 'Reconnect…',
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
  resume: 'Resume now',
  runsUnseen: 'OctoGlance is running without an icon. Click here to open its window.',
  noTray: {
    title: 'This desktop doesn’t show tray icons',
    text: (need: TrayNeed): string =>
      `OctoGlance is still running, but its icon can’t be shown. ${trayNeeds[need]} Starting OctoGlance again always opens this window.`,
  },
};
