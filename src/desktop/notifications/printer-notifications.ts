import type { PrinterId } from '../../domain/printer.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

/** A notification's number, what it does and which printers it is about. */
export interface AlertNotification {
  /** Numbers ascend with time, across all alerts. */
  readonly number: number;
  /** Whether it only changes a notification on the screen. */
  readonly update: boolean;
  /** The printers whose problem it reports, rather than its end. */
  readonly troubled: readonly PrinterId[];
  readonly printers: readonly PrinterId[];
  /** Those of the printers that it is news about. */
  readonly news: readonly PrinterId[];
}

/** Notifications are only changed for a few minutes, so the printers of older ones can be forgotten. */
const mostRemembered = 60;

/** What is known about a notification, whether it is on the screen or not. */
interface Remembered {
  /** The printers whose problem it reported, until that is over. */
  readonly named: Set<PrinterId>;
  /** The app closed it, because it was no longer true or newer ones replaced it; the user may never have seen it. */
  closed: boolean;
}

/** Notifications about printers: only the newest one of each printer is on the screen. */
export class PrinterNotifications {
  readonly #notifier: Notifier;
  /** The number of the notification with each printer's latest news. */
  readonly #newest = new Map<PrinterId, number>();
  /** The notification of each printer that reports a problem, if it is the printer's newest. */
  readonly #problems = new Map<PrinterId, number>();
  readonly #recent = new Map<number, Remembered>();

  constructor(notifier: Notifier) {
    this.#notifier = notifier;
  }

  /**
   * Shows a notification about printers, replacing older ones about the same printers, or changes it in place. One that
   * the app has closed comes back with its news. One that was dismissed or has expired comes back only for problems of
   * printers it has not named yet, or that were over. Both come back silently.
   */
  show(
    { number, update, troubled, printers, news }: AlertNotification,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): void {
    const key = keyOf(number);
    const recent = this.#remember(number);
    const inTrouble = new Set(troubled);
    const unnamed = news.filter((printer) => !recent.named.has(printer));
    const isGone = update && !this.#notifier.update(key, content, onAction);
    const comesBack = recent.closed ? news.length > 0 : unnamed.some((printer) => inTrouble.has(printer));
    const isShown = !update || (isGone && comesBack);
    // If it is gone and doesn't come back, only older notifications about what is new in it are outdated.
    this.#closeOlder(number, isGone && !isShown ? unnamed : printers, new Set(update ? news : []));
    for (const printer of printers) {
      const trouble = inTrouble.has(printer);
      if (trouble) recent.named.add(printer);
      else this.#noteEnd(printer, recent);
      // Keep it while any problem that it reports lasts.
      if (!trouble && inTrouble.size > 0 && this.#newest.get(printer) === number) this.#newest.delete(printer);
      if (this.#newest.get(printer) !== number) continue;
      if (trouble) this.#problems.set(printer, number);
      else this.#problems.delete(printer);
    }
    if (!isShown) return;
    recent.closed = false;
    void this.#notifier.show(key, content, { ...options, sound: options.sound && !update }, onAction);
  }

  /**
   * Closes the notifications of problems that are over without another notification; `isOver` is of a printer. Only
   * these `printers` may have changed.
   */
  closeOver(isOver: (printer: PrinterId) => boolean, printers: Iterable<PrinterId> = this.#problems.keys()): void {
    const over: [PrinterId, number][] = [];
    for (const printer of printers) {
      const number = this.#problems.get(printer);
      if (number !== undefined && isOver(printer)) over.push([printer, number]);
    }
    if (over.length === 0) return;
    for (const [printer, number] of over) {
      this.#problems.delete(printer);
      if (this.#newest.get(printer) === number) this.#newest.delete(printer);
      this.#recent.get(number)?.named.delete(printer);
    }
    this.#closeUnlessNewest(new Set(over.map(([, number]) => number)));
  }

  /** A notification about several printers stays for the others: for them it is still true. */
  #closeOlder(number: number, printers: readonly PrinterId[], news: ReadonlySet<PrinterId>): void {
    const replaced = new Set<number>();
    for (const printer of printers) {
      const newest = this.#newest.get(printer);
      // What an older notification only says again is no reason to remove a newer one.
      if (newest !== undefined && newest > number && !news.has(printer)) continue;
      this.#newest.set(printer, number);
      if (newest !== undefined && newest !== number) replaced.add(newest);
    }
    this.#closeUnlessNewest(replaced);
  }

  #closeUnlessNewest(numbers: ReadonlySet<number>): void {
    if (numbers.size === 0) return;
    const kept = new Set(this.#newest.values());
    for (const number of numbers) {
      if (kept.has(number)) continue;
      this.#notifier.close(keyOf(number));
      const recent = this.#recent.get(number);
      if (recent !== undefined) recent.closed = true;
    }
  }

  /**
   * Forgets that a notification has named the printer, so that it is reported again if its problem comes back.
   */
  #noteEnd(printer: PrinterId, recent: Remembered): void {
    recent.named.delete(printer);
    const problem = this.#problems.get(printer);
    if (problem !== undefined) this.#recent.get(problem)?.named.delete(printer);
  }

  #remember(number: number): Remembered {
    const known = this.#recent.get(number);
    if (known !== undefined) return known;
    const recent: Remembered = { named: new Set(), closed: false };
    this.#recent.set(number, recent);
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= mostRemembered) break;
      this.#recent.delete(oldest);
    }
    return recent;
  }
}

function keyOf(number: number): string {
  return `alert-${number}`;
}
