import type { Message } from '../../domain/message.ts';

/** The tray menu, and what there is to say where the desktop shows no tray. */
export const tray = {
  demo: 'Demo: simulated printers',
  snoozedUntil: (clock: string) => `Notifications snoozed until ${clock}`,
  quietUntil: (clock: string) => `Quiet hours until ${clock}`,
  printer: (name: string, state: string) => `${name}: ${state}`,
  muted: '(muted)',
  moreInWindow: (count: number) => `${count} more in the window…`,
  addPrinter: 'Add printer…',
  refreshAll: 'Refresh all',
  showWindow: 'Show window',
  settings: 'Settings',
  quit: 'Quit',
  reconnect: 'Reconnect…',
  open: 'Open in OctoEverywhere',
  refresh: 'Refresh',
  copyLocalIp: 'Copy local IP',
  mute: 'Mute',
  unmute: 'Unmute',
  offOnPurpose: 'Off on purpose',
  oftenOff: 'Often switched off',
  snooze: 'Snooze notifications',
  snoozeHour: 'For 1 hour',
  snoozeUntilTomorrow: 'Until tomorrow',
  resume: 'Resume now',
  runsUnseen: 'OctoGlance is running without an icon. Click here to open its window.',
  noTray: {
    title: 'This desktop shows no tray icons',
    text: 'OctoGlance watches on, but you cannot see its icon. On GNOME install the extension “AppIndicator and KStatusNotifierItem Support”, then log in again. Starting OctoGlance a second time always opens this window.',
    smallPrint: null,
  } as Message,
};
