import type { PrinterId } from '../../domain/printer.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

/** A notification's number, what it does and which printers it is about. */
export interface AlertNotification {
  /** Numbers ascend with time, across all alerts. */
  readonly number: number;
  /** Whether it only changes a notification on the screen. */
  readonly update: boolean;
  /** Whether it reports a problem rather than its end. */
  readonly trouble: boolean;
  readonly printers: readonly PrinterId[];
}

/** Notifications are only changed for a few minutes, so the printers of older ones can be forgotten. */
const mostRemembered = 60;

/** Notifications about printers: only the newest one of each printer is on the screen. */
export class PrinterNotifications {
  readonly #notifier: Notifier;
  /** The number of each printer's newest notification. */
  readonly #newest = new Map<PrinterId, number>();
  /** The notification of each printer that reports a problem, if it is the printer's newest. */
  readonly #problems = new Map<PrinterId, number>();
  /**
   * The printers named by recent notifications, whether on the screen or not, without those whose problem was over: if
   * it begins again, that is news.
   */
  readonly #named = new Map<number, Set<PrinterId>>();

  constructor(notifier: Notifier) {
    this.#notifier = notifier;
  }

  /**
   * Shows a notification about printers, replacing older ones about the same printers, or changes it in place. One that
   * is gone because it was dismissed or expired is shown again only for problems of printers it has not named yet, or
   * that were over, and silently.
   */
  show(
    { number, update, trouble, printers }: AlertNotification,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): void {
    const key = keyOf(number);
    const named = this.#named.get(number) ?? new Set();
    const newcomers = printers.filter((printer) => !named.has(printer));
    const isGone = update && !this.#notifier.update(key, content, onAction);
    const isShown = !update || (isGone && trouble && newcomers.length > 0);
    // If it is gone and not shown again, only older notifications about newcomers are outdated.
    this.#closeOlder(number, isGone && !isShown ? newcomers : printers);
    this.#remember(number, new Set([...named, ...printers]));
    for (const printer of printers) {
      if (this.#newest.get(printer) !== number) continue;
      if (trouble) this.#problems.set(printer, number);
      else this.#problems.delete(printer);
    }
    if (isShown) void this.#notifier.show(key, content, { ...options, sound: options.sound && !update }, onAction);
  }

  /** Closes the notifications of problems that are over without another notification; `isOver` is of a printer. */
  closeOver(isOver: (printer: PrinterId) => boolean): void {
    const over = [...this.#problems].filter(([printer]) => isOver(printer));
    if (over.length === 0) return;
    for (const [printer, number] of over) {
      this.#problems.delete(printer);
      if (this.#newest.get(printer) === number) this.#newest.delete(printer);
      this.#named.get(number)?.delete(printer);
    }
    const kept = new Set(this.#newest.values());
    const closed = new Set(over.map(([, number]) => number).filter((number) => !kept.has(number)));
    for (const number of closed) this.#notifier.close(keyOf(number));
  }

  /** A notification about several printers stays for the others: for them it is still true. */
  #closeOlder(number: number, printers: readonly PrinterId[]): void {
    const replaced = new Set<number>();
    for (const printer of printers) {
      const newest = this.#newest.get(printer);
      // A change of an older notification must not remove a newer one.
      if (newest !== undefined && newest > number) continue;
      this.#newest.set(printer, number);
      if (newest !== undefined && newest !== number) replaced.add(newest);
    }
    const kept = new Set(this.#newest.values());
    for (const older of replaced) if (!kept.has(older)) this.#notifier.close(keyOf(older));
  }

  #remember(number: number, named: Set<PrinterId>): void {
    this.#named.set(number, named);
    for (const oldest of this.#named.keys()) {
      if (this.#named.size <= mostRemembered) break;
      this.#named.delete(oldest);
    }
  }
}

function keyOf(number: number): string {
  return `alert-${number}`;
}
