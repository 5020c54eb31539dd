import type { PrinterId } from '../../domain/printer.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

/** Which notification, and what showing it means. */
export interface AlertNotification {
  /** Among the alerts; a later one has a higher number. */
  readonly number: number;
  /** It only changes what is on the screen. */
  readonly update: boolean;
  /** It reports trouble, and not that something is over. */
  readonly trouble: boolean;
  readonly printers: readonly PrinterId[];
}

/** Notifications are changed for some minutes only; who was named in older ones need not be known. */
const mostRemembered = 60;

/** Notifications about printers: of each printer only the newest is on the screen. */
export class PrinterNotifications {
  readonly #notifier: Notifier;
  /** The number of each printer's newest notification. */
  readonly #newest = new Map<PrinterId, number>();
  /** Whom the latest notifications have named, on the screen or not any more. */
  readonly #named = new Map<number, ReadonlySet<PrinterId>>();

  constructor(notifier: Notifier) {
    this.#notifier = notifier;
  }

  /**
   * Shows a notification about printers in place of older ones about the same, or changes it in place. One that is gone,
   * because the user dismissed it or its time was over, comes back only for trouble of a printer that it has not named yet,
   * and without a sound.
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
    // What is gone takes nothing off the screen but what its news have made untrue.
    this.#closeOlder(number, isGone && !isShown ? newcomers : printers);
    this.#remember(number, new Set([...named, ...printers]));
    if (isShown) void this.#notifier.show(key, content, { ...options, sound: options.sound && !update }, onAction);
  }

  /** One about several printers stays for the others: it is still true of them. */
  #closeOlder(number: number, printers: readonly PrinterId[]): void {
    const replaced = new Set<number>();
    for (const printer of printers) {
      const newest = this.#newest.get(printer);
      // A change of an older notification is no reason to lose a newer one.
      if (newest !== undefined && newest > number) continue;
      this.#newest.set(printer, number);
      if (newest !== undefined && newest !== number) replaced.add(newest);
    }
    const kept = new Set(this.#newest.values());
    for (const older of replaced) if (!kept.has(older)) this.#notifier.close(keyOf(older));
  }

  #remember(number: number, named: ReadonlySet<PrinterId>): void {
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
