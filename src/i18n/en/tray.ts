import type { Message } from '../../domain/message.ts';
import { shared } from './shared.ts';

/** The tray menu, and what is shown where the desktop has no tray. */
export const tray = {
  demo: shared.demo,
  snoozedUntil: (clock: string) => `Notifications snoozed until ${clock}`,
  quietUntil: (clock: string) => `Quiet hours until ${clock}`,
  printer: (name: string, state: string) => `${name}: ${state}`,
  muted: '(muted)',
  /** Printers in trouble that find no room in the menu: "More: 28 disconnected" */
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
    text: 'OctoGlance is still running, but its icon can’t be shown. On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support”, then log in again. Starting OctoGlance again always opens this window.',
    smallPrint: null,
  } as Message,
};
