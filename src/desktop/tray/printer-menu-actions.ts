import type { Messages } from '../../i18n/messages.ts';
import { briefName } from '../../i18n/printer-name.ts';
import type { TrayCommand, TrayMenuEntry } from './menu-entry.ts';
import { mostPrinters, troubledFirst, withRestInWindow } from './printer-entries.ts';
import type { TrayPrinter } from './tray-printer.ts';

/**
 * Actions for printers other than opening their page. They share one submenu for all printers: an entry that can be
 * clicked can't have a submenu itself.
 */
export function printerActions(
  printers: readonly TrayPrinter[],
  rows: number,
  messages: Messages,
): readonly TrayMenuEntry[] {
  const { moreActions } = messages.tray;
  const [first, second] = printers;
  if (first === undefined) return [];
  if (second === undefined) return [{ kind: 'submenu', label: moreActions, entries: actionsOf(first, messages) }];
  const most = Math.min(rows, mostPrinters);
  const ordered = printers.length <= most ? printers : troubledFirst(printers);
  const entries = withRestInWindow(ordered, most, messages, (printer) => ({
    kind: 'submenu',
    label: briefName(printer.name, messages),
    picture: { state: printer.status, stale: printer.staleSince !== null },
    entries: actionsOf(printer, messages),
  }));
  return [{ kind: 'submenu', label: moreActions, entries }];
}

function actionsOf(printer: TrayPrinter, { tray }: Messages): readonly TrayMenuEntry[] {
  const { id, muted, offOnPurpose, oftenOff } = printer;
  return [
    // A click on the printer's own entry starts reconnecting it.
    ...(printer.action === 'reconnect' && printer.canOpen
      ? [command(tray.open, { do: 'open-printer', printer: id })]
      : []),
    command(tray.refresh, { do: 'refresh', printer: id }),
    command(tray.copyLocalIp, { do: 'copy-local-ip', printer: id }, printer.localIp !== null),
    muted ? command(tray.unmute, { do: 'unmute', printer: id }) : command(tray.mute, { do: 'mute', printer: id }),
    { kind: 'separator' },
    choice(tray.offOnPurpose, offOnPurpose, { do: 'off-on-purpose', printer: id, wanted: !offOnPurpose }),
    choice(tray.oftenOff, oftenOff, { do: 'often-off', printer: id, wanted: !oftenOff }),
  ];
}

function command(label: string, what: TrayCommand, enabled = true): TrayMenuEntry {
  return { kind: 'command', label, enabled, command: what };
}

function choice(label: string, checked: boolean, what: TrayCommand): TrayMenuEntry {
  return { kind: 'command', label, enabled: true, checked, command: what };
}
