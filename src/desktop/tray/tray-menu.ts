import type { Quiet } from '../../domain/notification-policy.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { TrayCommand, TrayMenuEntry } from './menu-entry.ts';
import { printerEntries } from './printer-entries.ts';
import { printerActions } from './printer-menu-actions.ts';
import type { TrayPrinter } from './tray-printer.ts';

export interface TrayMenuContent {
  /** Notes about all printers, shown above them. */
  readonly remarks: readonly string[];
  /** In the user's order. */
  readonly printers: readonly TrayPrinter[];
  /** Why notifications are currently held back, or null. */
  readonly quiet: Quiet['why'] | null;
}

/** A separator is about half as high as an entry. */
const separatorRows = 0.5;

/** Refresh all, More actions, Snooze, Show window, Settings, Quit, and the two separators. */
const commandRows = 6 + 2 * separatorRows;

/**
 * The tray menu as data. `rows` entries fit on the screen: printers that don't fit go into a submenu, the commands
 * below them never do.
 */
export function trayMenu(
  { remarks, printers, quiet }: TrayMenuContent,
  rows: number,
  messages: Messages,
): readonly TrayMenuEntry[] {
  const { tray } = messages;
  const remarkRows = remarks.length === 0 ? 0 : remarks.length + separatorRows;
  const any = printers.length > 0;
  return [
    ...remarks.map((label): TrayMenuEntry => ({ kind: 'text', label })),
    ...(remarks.length > 0 ? [{ kind: 'separator' } as const] : []),
    ...printerEntries(printers, { inMenu: rows - remarkRows - commandRows, inSubmenu: rows }, messages),
    ...(any ? [] : [command(tray.addPrinter, { do: 'add-printer' })]),
    { kind: 'separator' },
    command(tray.refreshAll, { do: 'refresh-all' }, any),
    ...printerActions(printers, rows, messages),
    snoozeEntry(quiet, tray),
    command(tray.showWindow, { do: 'show-window' }),
    command(tray.settings, { do: 'show-settings' }),
    { kind: 'separator' },
    command(tray.quit, { do: 'quit' }),
  ];
}

/** A snooze can be prolonged; quiet hours end automatically or in the settings. */
function snoozeEntry(quiet: Quiet['why'] | null, tray: Messages['tray']): TrayMenuEntry {
  return {
    kind: 'submenu',
    label: tray.snooze,
    entries: [
      command(tray.snoozeHour, { do: 'snooze', length: 'hour' }),
      command(tray.snoozeUntilTomorrow, { do: 'snooze', length: 'until-tomorrow' }),
      ...(quiet === 'snoozed' ? [command(tray.resume, { do: 'snooze', length: 'end' })] : []),
    ],
  };
}

function command(label: string, what: TrayCommand, enabled = true): TrayMenuEntry {
  return { kind: 'command', label, enabled, command: what };
}
