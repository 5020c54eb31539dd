import type { PrinterView } from '../contract/printer-view.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';
import { type CanOpen, printerView } from './printer-view.ts';

interface Shown {
  readonly member: PrinterRecord;
  readonly messages: Messages;
  readonly clockAhead: Milliseconds;
  readonly plugin: boolean | null;
  readonly canOpen: CanOpen;
  readonly view: PrinterView;
}

/**
 * The view of each printer. A view is rebuilt only when its printer changes: most responses change one printer, and the
 * others need no work.
 */
export class PrinterViews {
  readonly #canOpen: (member: PrinterRecord) => CanOpen;
  readonly #hasAccess: (printer: PrinterId) => boolean | null;
  readonly #shown = new Map<PrinterId, Shown>();

  /** `hasAccess` returns whether there are credentials for a printer's plugin; null if not checked yet. */
  constructor(
    canOpen: (member: PrinterRecord) => CanOpen,
    hasAccess: (printer: PrinterId) => boolean | null = () => null,
  ) {
    this.#canOpen = canOpen;
    this.#hasAccess = hasAccess;
  }

  /** Returns the same object as last time if nothing changed. */
  of(member: PrinterRecord, messages: Messages, clockAhead: Milliseconds, clock: (at: Instant) => string): PrinterView {
    const { id } = member.printer;
    const before = this.#shown.get(id);
    const plugin = this.#hasAccess(id);
    const isSame = before?.member === member && before.messages === messages && before.clockAhead === clockAhead;
    if (isSame && before.plugin === plugin) return before.view;
    // Checking the addresses costs more than the rest, and they hardly ever change.
    const canOpen =
      before !== undefined && sameAddresses(before.member, member) ? before.canOpen : this.#canOpen(member);
    const view = printerView(member, canOpen, plugin, messages, clockAhead, clock);
    this.#shown.set(id, { member, messages, clockAhead, plugin, canOpen, view });
    return view;
  }

  forget(printer: PrinterId): void {
    this.#shown.delete(printer);
  }
}

function sameAddresses({ info: before }: PrinterRecord, { info: now }: PrinterRecord): boolean {
  return before?.printerUrl === now?.printerUrl && before?.localIp === now?.localIp;
}
