import type { PrinterId } from '../../domain/printer.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

/** A notification's number, what it does and which printers it is about. */
export interface AlertNotification<Kind> {
  /** Numbers ascend with time, across all alerts. */
  readonly number: number;
  /** Whether it only changes a notification on the screen. */
  readonly update: boolean;
  /** The problems that it reports, rather than their ends. */
  readonly problems: ReadonlyMap<PrinterId, readonly Kind[]>;
  readonly printers: readonly PrinterId[];
  /** Those of the printers that it is news about. */
  readonly news: readonly PrinterId[];
  /** Printers whose reported problem lasts although this does not repeat it: that notification stays beside it. */
  readonly beside?: readonly PrinterId[];
}

/** The notification that reports problems of a printer. */
interface Reported<Kind> {
  readonly number: number;
  readonly kinds: readonly Kind[];
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

/** Notifications about printers: only the newest one of each printer is on the screen, and what stays beside it. */
export class PrinterNotifications<Kind> {
  readonly #notifier: Notifier;
  /** The number of the notification with each printer's latest news. */
  readonly #newest = new Map<PrinterId, number>();
  /** The notification of each printer that reports a problem, if it is the printer's newest. */
  readonly #problems = new Map<PrinterId, Reported<Kind>>();
  /** The notification of each printer that stays beside the newest one; of no kinds once it reports their end. */
  readonly #beside = new Map<PrinterId, Reported<Kind>>();
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
    { number, update, problems, printers, news, beside = [] }: AlertNotification<Kind>,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): void {
    const key = keyOf(number);
    const recent = this.#remember(number);
    const unnamed = news.filter((printer) => !recent.named.has(printer));
    const isGone = update && !this.#notifier.update(key, content, onAction);
    const comesBack = recent.closed ? news.length > 0 : unnamed.some((printer) => problems.has(printer));
    const isShown = !update || (isGone && comesBack);
    // If it is gone and doesn't come back, only older notifications about what is new in it are outdated.
    this.#closeOlder(number, isGone && !isShown ? unnamed : printers, new Set(update ? news : []), new Set(beside));
    for (const printer of printers) {
      const kinds = problems.get(printer);
      if (kinds !== undefined) recent.named.add(printer);
      else this.#noteEnd(printer, number, recent);
      // Keep it while any problem that it reports lasts.
      if (kinds === undefined && problems.size > 0 && this.#newest.get(printer) === number)
        this.#newest.delete(printer);
      if (this.#newest.get(printer) !== number) continue;
      if (kinds !== undefined) this.#problems.set(printer, { number, kinds });
      else this.#problems.delete(printer);
    }
    if (!isShown) return;
    recent.closed = false;
    void this.#notifier.show(key, content, { ...options, sound: options.sound && !update }, onAction);
  }

  /**
   * Closes the notifications of problems that are over without another notification; `isOver` is of a printer and what
   * was reported about it. Only these `printers` may have changed.
   */
  closeOver(
    isOver: (printer: PrinterId, kinds: readonly Kind[]) => boolean,
    printers: Iterable<PrinterId> = new Set([...this.#problems.keys(), ...this.#beside.keys()]),
  ): void {
    const numbers = new Set<number>();
    for (const printer of printers) {
      for (const reported of [this.#problems, this.#beside]) {
        const problem = reported.get(printer);
        if (problem === undefined || problem.kinds.length === 0 || !isOver(printer, problem.kinds)) continue;
        reported.delete(printer);
        if (this.#newest.get(printer) === problem.number) this.#newest.delete(printer);
        this.#recent.get(problem.number)?.named.delete(printer);
        numbers.add(problem.number);
      }
    }
    this.#closeUnlessNewest(numbers);
  }

  /** A notification about several printers stays for the others: for them it is still true. */
  #closeOlder(
    number: number,
    printers: readonly PrinterId[],
    news: ReadonlySet<PrinterId>,
    stays: ReadonlySet<PrinterId>,
  ): void {
    const replaced = new Set<number>();
    for (const printer of printers) {
      const newest = this.#newest.get(printer);
      // What an older notification only says again is no reason to remove a newer one.
      if (newest !== undefined && newest > number && !news.has(printer)) continue;
      this.#newest.set(printer, number);
      const problem = this.#problems.get(printer);
      if (stays.has(printer) && problem !== undefined && problem.number === newest && newest !== number) {
        this.#beside.set(printer, problem);
        continue;
      }
      const beside = this.#beside.get(printer);
      this.#beside.delete(printer);
      for (const older of [newest, beside?.number]) if (older !== undefined && older !== number) replaced.add(older);
    }
    this.#closeUnlessNewest(replaced);
  }

  #closeUnlessNewest(numbers: ReadonlySet<number>): void {
    if (numbers.size === 0) return;
    const kept = new Set([...this.#newest.values(), ...[...this.#beside.values()].map((one) => one.number)]);
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
  #noteEnd(printer: PrinterId, number: number, recent: Remembered): void {
    recent.named.delete(printer);
    const problem = this.#problems.get(printer);
    if (problem !== undefined) this.#recent.get(problem.number)?.named.delete(printer);
    if (this.#beside.get(printer)?.number === number) this.#beside.set(printer, { number, kinds: [] });
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
