import type { PrinterId } from '../../domain/printer.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

/** Notifications about printers: of each printer only the newest is on the screen. */
export class PrinterNotifications {
  readonly #notifier: Notifier;
  readonly #newest = new Map<PrinterId, string>();
  #count = 0;

  constructor(notifier: Notifier) {
    this.#notifier = notifier;
  }

  /** Shows a notification about `printers` in place of older ones about the same. */
  show(
    printers: readonly PrinterId[],
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): void {
    this.#count += 1;
    const key = `printers-${this.#count}`;
    const replaced = new Set(printers.map((printer) => this.#newest.get(printer)));
    for (const printer of printers) this.#newest.set(printer, key);
    // One about several printers stays for the others: it is still true of them.
    const kept = new Set(this.#newest.values());
    for (const older of replaced) if (older !== undefined && !kept.has(older)) this.#notifier.close(older);
    void this.#notifier.show(key, content, options, onAction);
  }
}
