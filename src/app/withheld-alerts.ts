import type { Alert, AlertKind } from '../domain/alerts/alert.ts';
import type { PrinterId } from '../domain/printer.ts';

/** What each kind of alert ends; null for the beginning of a problem. */
const endsOf: Readonly<Record<AlertKind, readonly AlertKind[] | null>> = {
  disconnected: null,
  recovered: ['disconnected', 'unstable'],
  unstable: null,
  'reconnect-needed': null,
  'reconnect-healed': ['reconnect-needed'],
  'perks-needed': null,
  'perks-restored': ['perks-needed'],
  'update-needed': null,
  'service-unreachable': null,
  'service-reachable': ['service-unreachable'],
};

/** Problems that began while the user had turned notifications off, as far as they last. */
export class WithheldAlerts {
  #alerts: readonly Alert[] = [];

  /** Adds problems, each of a printer only once, and removes those that this ends. */
  add(alert: Alert): void {
    const ended = endsOf[alert.kind] ?? [alert.kind];
    const about = new Set(alert.printers);
    this.#keep((one, printer) => !ended.includes(one.kind) || (printer !== null && !about.has(printer)));
    if (endsOf[alert.kind] === null) this.#alerts = [...this.#alerts, alert];
  }

  /** Removes the problems of printers, or of the service (null), that are over. */
  removeOver(isOver: (printer: PrinterId | null) => boolean): void {
    if (this.#alerts.length > 0) this.#keep((_one, printer) => !isOver(printer));
  }

  /** Returns what is left as one notification, and forgets it. */
  take(): readonly Alert[] {
    const notification = Math.max(0, ...this.#alerts.map((alert) => alert.notification));
    const taken = this.#alerts.map((alert) => ({ ...alert, notification, update: false, news: alert.printers }));
    this.#alerts = [];
    return taken;
  }

  #keep(stays: (alert: Alert, printer: PrinterId | null) => boolean): void {
    this.#alerts = this.#alerts.flatMap((alert) => {
      if (alert.printers.length === 0) return stays(alert, null) ? [alert] : [];
      const printers = alert.printers.filter((printer) => stays(alert, printer));
      if (printers.length === alert.printers.length) return [alert];
      return printers.length === 0 ? [] : [{ ...alert, printers, everyPrinter: false }];
    });
  }
}
