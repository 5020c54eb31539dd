import type { PrinterId } from '../../domain/printer.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

/** Which notification: its number among the alerts, and whether it only changes what is on the screen. */
export interface AlertNotification {
  readonly number: number;
  readonly update: boolean;
  readonly printers: readonly PrinterId[];
}

/** Notifications about printers: of each printer only the newest is on the screen. */
export class PrinterNotifications {
  readonly #notifier: Notifier;
  readonly #newest = new Map<PrinterId, string>();

  constructor(notifier: Notifier) {
    this.#notifier = notifier;
  }

  /**
   * Shows a notification about printers in place of older ones about the same, or changes it in place. One that the user
   * has dismissed stays away.
   */
  show(
    { number, update, printers }: AlertNotification,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): void {
    const key = `alert-${number}`;
    // What is gone cannot be changed, and takes nothing else with it.
    if (update && !this.#notifier.update(key, content, onAction)) return;
    const replaced = new Set(printers.map((printer) => this.#newest.get(printer)));
    for (const printer of printers) this.#newest.set(printer, key);
    // One about several printers stays for the others: it is still true of them.
    const kept = new Set(this.#newest.values());
    for (const older of replaced) if (older !== undefined && !kept.has(older)) this.#notifier.close(older);
    if (!update) void this.#notifier.show(key, content, options, onAction);
  }
}
