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
    this.settle(alert);
    if (endsOf[alert.kind] === null) this.#alerts = [...this.#alerts, alert];
  }

  /** Removes problems that this ends or reports. */
  settle(alert: Alert): void {
    if (this.#alerts.length === 0) return;
    const settled = endsOf[alert.kind] ?? [alert.kind];
    const about = new Set(alert.printers);
    this.#keep((one, printer) => !settled.includes(one.kind) || (printer !== null && !about.has(printer)));
  }

  /** Removes the problems of printers, or of the service (null), that are over. */
  removeOver(isOver: (printer: PrinterId | null) => boolean): void {
    if (this.#alerts.length > 0) this.#keep((_one, printer) => !isOver(printer));
  }

  /** Returns those that `isShown` selects, and forgets them. */
  take(isShown: (kind: AlertKind, printer: PrinterId | null) => boolean): readonly Alert[] {
    const taken = restricted(this.#alerts, (alert, printer) => isShown(alert.kind, printer));
    this.#keep((alert, printer) => !isShown(alert.kind, printer));
    return taken.map((alert) => ({ ...alert, update: false, news: alert.printers }));
  }

  #keep(stays: (alert: Alert, printer: PrinterId | null) => boolean): void {
    this.#alerts = restricted(this.#alerts, stays);
  }
}

/** Leaves out printers, and alerts about none that stays. */
function restricted(
  alerts: readonly Alert[],
  stays: (alert: Alert, printer: PrinterId | null) => boolean,
): readonly Alert[] {
  return alerts.flatMap((alert) => {
    if (alert.printers.length === 0) return stays(alert, null) ? [alert] : [];
    const printers = alert.printers.filter((printer) => stays(alert, printer));
    if (printers.length === alert.printers.length) return [alert];
    return printers.length === 0 ? [] : [{ ...alert, printers, everyPrinter: false }];
  });
}
