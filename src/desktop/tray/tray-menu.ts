import type { PrinterView } from '../../contract/contract.ts';
import { worstFirst } from '../../domain/glance.ts';
import type { Quiet } from '../../domain/notification-policy.ts';
import type { PrinterId } from '../../domain/printer.ts';
import type { SnoozeLength } from '../../domain/snooze.ts';
import type { Messages } from '../../i18n/messages.ts';
import { briefName } from '../../i18n/printer-name.ts';

/** What an entry of the tray menu does when clicked. */
export type TrayCommand =
  | { readonly do: 'open-printer' | 'refresh' | 'copy-local-ip' | 'reconnect'; readonly printer: PrinterId }
  | { readonly do: 'mute' | 'unmute'; readonly printer: PrinterId }
  | { readonly do: 'off-on-purpose' | 'often-off'; readonly printer: PrinterId; readonly wanted: boolean }
  | { readonly do: 'snooze'; readonly length: SnoozeLength | 'end' }
  | { readonly do: 'refresh-all' | 'show-window' | 'add-printer' | 'show-settings' | 'quit' };

export type TrayMenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly enabled: boolean;
      /** Absent where there is nothing to switch on and off. */
      readonly checked?: boolean;
      readonly command: TrayCommand;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayMenuEntry[] };

/** More than this many printers do not fit a menu; the rest is in the window. */
const mostPrinters = 25;

/**
 * The tray menu as data. `remarks` stand above the printers: what holds for all of them. `quiet` is why notifications wait
 * now, or null.
 */
export function trayMenu(
  remarks: readonly string[],
  printers: readonly PrinterView[],
  quiet: Quiet['why'] | null,
  words: Messages,
): readonly TrayMenuEntry[] {
  const { tray } = words;
  const shown = shownPrinters(printers);
  const left = printers.length - shown.length;
  return [
    ...remarks.map((label): TrayMenuEntry => ({ kind: 'text', label })),
    ...(remarks.length > 0 ? [{ kind: 'separator' } as const] : []),
    ...shown.map((printer) => printerEntry(printer, words)),
    ...(left > 0 ? [command(tray.moreInWindow(left), { do: 'show-window' })] : []),
    ...(printers.length === 0 ? [command(tray.addPrinter, { do: 'add-printer' })] : []),
    { kind: 'separator' },
    command(tray.refreshAll, { do: 'refresh-all' }, printers.length > 0),
    snoozeEntry(quiet, tray),
    command(tray.showWindow, { do: 'show-window' }),
    command(tray.settings, { do: 'show-settings' }),
    { kind: 'separator' },
    command(tray.quit, { do: 'quit' }),
  ];
}

/** In the user's own order; when not all fit, those that need the user most are kept. */
function shownPrinters(printers: readonly PrinterView[]): readonly PrinterView[] {
  if (printers.length <= mostPrinters) return printers;
  const kept = new Set<PrinterView>();
  for (const status of worstFirst) {
    for (const printer of printers) if (printer.status === status && kept.size < mostPrinters) kept.add(printer);
  }
  return printers.filter((printer) => kept.has(printer));
}

function printerEntry(printer: PrinterView, words: Messages): TrayMenuEntry {
  const { tray, glance } = words;
  const { id } = printer;
  const stale = printer.staleSince === null ? [] : [glance.lastKnown];
  const state = [printer.words, ...stale, ...(printer.muted ? [tray.muted] : [])].join(' ');
  return {
    kind: 'submenu',
    label: tray.printer(briefName(printer.name, words), state),
    entries: [
      ...(printer.action === 'reconnect' ? [command(tray.reconnect, { do: 'reconnect', printer: id })] : []),
      command(tray.open, { do: 'open-printer', printer: id }, printer.canOpen),
      command(tray.refresh, { do: 'refresh', printer: id }),
      command(tray.copyLocalIp, { do: 'copy-local-ip', printer: id }, printer.localIp !== null),
      printer.muted
        ? command(tray.unmute, { do: 'unmute', printer: id })
        : command(tray.mute, { do: 'mute', printer: id }),
      { kind: 'separator' },
      choice(tray.offOnPurpose, printer.offOnPurpose, {
        do: 'off-on-purpose',
        printer: id,
        wanted: !printer.offOnPurpose,
      }),
      choice(tray.oftenOff, printer.oftenOff, { do: 'often-off', printer: id, wanted: !printer.oftenOff }),
    ],
  };
}

/** Snoozing can be prolonged; quiet hours end by themselves or in the settings. */
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

function choice(label: string, checked: boolean, what: TrayCommand): TrayMenuEntry {
  return { kind: 'command', label, enabled: true, checked, command: what };
}
