import { isTrouble, worstFirst } from '../../domain/glance.ts';
import type { Messages } from '../../i18n/messages.ts';
import { briefName } from '../../i18n/printer-name.ts';
import type { TrayMenuEntry } from './menu-entry.ts';
import type { TrayPrinter } from './tray-printer.ts';

/** Menus with more printers are hard to scan; the others go into a submenu. */
export const mostPrinters = 12;

/** How many entries fit. */
export interface Room {
  readonly inMenu: number;
  readonly inSubmenu: number;
}

/**
 * The printers in the menu. If all fit, they are in the user's order, so that positions stay familiar. If not, those
 * with problems come first, the worst on top, and the healthy ones are in a submenu such as "48 connected".
 */
export function printerEntries(
  printers: readonly TrayPrinter[],
  room: Room,
  messages: Messages,
): readonly TrayMenuEntry[] {
  const fitting = entriesIn(room.inMenu);
  if (printers.length <= fitting) return printers.map((printer) => printerEntry(printer, messages));
  const troubled = troubledFirst(printers).filter(({ status }) => isTrouble(status));
  const healthy = printers.filter(({ status }) => !isTrouble(status));
  const beside = room.inMenu - (healthy.length > 0 ? 1 : 0);
  const allTrouble = troubled.length <= entriesIn(beside);
  const shown = allTrouble ? troubled.length : entriesIn(beside - 1);
  const left = troubled.slice(shown);
  return [
    ...troubled.slice(0, shown).map((printer) => printerEntry(printer, messages)),
    ...behind(left, shown > 0 ? messages.tray.more(counted(left, messages)) : counted(left, messages), room, messages),
    ...behind(healthy, counted(healthy, messages), room, messages),
  ];
}

function entriesIn(rows: number): number {
  return Math.max(0, Math.min(mostPrinters, Math.floor(rows)));
}

/** Worst state first, and within a state in the user's order. */
export function troubledFirst(printers: readonly TrayPrinter[]): readonly TrayPrinter[] {
  return worstFirst.flatMap((status) => printers.filter((printer) => printer.status === status));
}

/** A click opens the printer's page; only for a rejected connection it starts reconnecting, and the label says so. */
function printerEntry(printer: TrayPrinter, messages: Messages): TrayMenuEntry {
  const { tray, glance } = messages;
  const isRefused = printer.action === 'reconnect';
  const state = isRefused ? tray.reconnect : (printer.print?.text ?? printer.statusText);
  const stale = printer.staleSince === null || isRefused ? [] : [glance.lastKnown];
  const texts = [state, ...stale, ...(printer.muted ? [tray.muted] : [])].join(' ');
  return {
    kind: 'command',
    label: tray.printer(briefName(printer.name, messages), texts),
    enabled: true,
    picture: { state: printer.status, stale: printer.staleSince !== null },
    command: { do: isRefused ? 'reconnect' : 'open-printer', printer: printer.id },
  };
}

/** "48 connected, 2 off" */
function counted(printers: readonly TrayPrinter[], { glance }: Messages): string {
  return worstFirst
    .map((status) => ({ status, count: printers.filter((printer) => printer.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => glance.part(status, count))
    .join(', ');
}

function behind(
  printers: readonly TrayPrinter[],
  label: string,
  { inSubmenu }: Room,
  messages: Messages,
): readonly TrayMenuEntry[] {
  const [first] = printers;
  if (first === undefined) return [];
  const worst = troubledFirst(printers)[0] ?? first;
  return [
    {
      kind: 'submenu',
      label,
      picture: {
        state: worst.status,
        stale: printers.some((one) => one.status === worst.status && one.staleSince !== null),
      },
      entries: withRestInWindow(printers, inSubmenu, messages, (printer) => printerEntry(printer, messages)),
    },
  ];
}

/** At most `rows` entries; if not all printers fit, the last entry opens the window. */
export function withRestInWindow(
  printers: readonly TrayPrinter[],
  rows: number,
  { tray }: Messages,
  entry: (printer: TrayPrinter) => TrayMenuEntry,
): readonly TrayMenuEntry[] {
  if (printers.length <= rows) return printers.map(entry);
  const shown = printers.slice(0, Math.max(0, Math.floor(rows) - 1));
  const label = tray.moreInWindow(printers.length - shown.length);
  return [...shown.map(entry), { kind: 'command', label, enabled: true, command: { do: 'show-window' } }];
}
