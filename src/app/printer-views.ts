import type { PrinterView } from '../contract/printer-view.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';
import { type CanOpen, printerView } from './printer-view.ts';

interface Shown {
  readonly member: PrinterRecord;
  readonly words: Messages;
  readonly clockAhead: Milliseconds;
  readonly plugin: boolean | null;
  readonly view: PrinterView;
}

/**
 * What is shown of each printer. A view is made again only when its printer changed: of many printers each answer changes
 * one, and the others need not be looked at again.
 */
export class PrinterViews {
  readonly #canOpen: (member: PrinterRecord) => CanOpen;
  readonly #hasAccess: (printer: PrinterId) => boolean | null;
  readonly #shown = new Map<PrinterId, Shown>();

  /** `hasAccess` tells whether there are credentials of a printer's plugin; null while nobody has looked. */
  constructor(
    canOpen: (member: PrinterRecord) => CanOpen,
    hasAccess: (printer: PrinterId) => boolean | null = () => null,
  ) {
    this.#canOpen = canOpen;
    this.#hasAccess = hasAccess;
  }

  /** The same object as last time while nothing changed. */
  of(member: PrinterRecord, words: Messages, clockAhead: Milliseconds, clock: (at: Instant) => string): PrinterView {
    const { id } = member.printer;
    const before = this.#shown.get(id);
    const plugin = this.#hasAccess(id);
    const isSame = before?.member === member && before.words === words && before.clockAhead === clockAhead;
    if (isSame && before.plugin === plugin) return before.view;
    const view = printerView(member, this.#canOpen(member), plugin, words, clockAhead, clock);
    this.#shown.set(id, { member, words, clockAhead, plugin, view });
    return view;
  }

  forget(printer: PrinterId): void {
    this.#shown.delete(printer);
  }
}

/** Whether tray icon, tooltip and menu say the same of a printer, in the same language. */
export function sameInTray(before: PrinterView, now: PrinterView): boolean {
  return before === now || shownInTray.every((part) => part(before) === part(now));
}

/** All that tray-menu.ts and the glance make use of. */
const shownInTray: readonly ((view: PrinterView) => unknown)[] = [
  ({ id }) => id,
  ({ name }) => name,
  ({ status }) => status,
  ({ words }) => words,
  ({ print }) => print?.text,
  ({ staleSince }) => staleSince,
  ({ action }) => action,
  ({ canOpen }) => canOpen,
  ({ localIp }) => localIp === null,
  ({ muted }) => muted,
  ({ offOnPurpose }) => offOnPurpose,
  ({ oftenOff }) => oftenOff,
];
