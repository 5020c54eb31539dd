import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { StatusKind } from '../status.ts';
import { type Alert, type AlertKind, alertStates } from './alert.ts';
import type { KeptAlertState } from './alert-state.ts';
import { isWanted, topicOf } from './alert-topics.ts';
import { hasStandingAlert } from './standing-alert.ts';

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

  /** Notes alerts: those that are shown settle what was withheld, others are withheld while they last. */
  note(alerts: readonly Alert[], areShown: boolean): void {
    for (const alert of alerts) {
      this.#settle(alert);
      if (!areShown && endsOf[alert.kind] === null) this.#alerts = [...this.#alerts, alert];
    }
  }

  /** Removes the problems that are over. */
  removeOver({ printers, serviceUnreachable }: Pick<KeptAlertState, 'printers' | 'serviceUnreachable'>): void {
    if (this.#alerts.length === 0) return;
    this.#keep(({ kind }, id) => (id === null ? serviceUnreachable : hasStandingAlert(printers, id, kind)));
  }

  /**
   * Returns those that the user wants under the policy and that `statusOf`, the shown status of a printer, bears out,
   * and forgets them.
   */
  take(statusOf: (printer: PrinterId) => StatusKind | null, policy: NotificationPolicy): readonly Alert[] {
    const isShown = ({ kind }: Alert, printer: PrinterId | null) => {
      if (kind === 'service-unreachable' || kind === 'service-reachable') return policy.topics[topicOf[kind]];
      return printer !== null && statusOf(printer) === alertStates[kind] && isWanted(kind, printer, policy);
    };
    const taken = restricted(this.#alerts, isShown);
    this.#keep((alert, printer) => !isShown(alert, printer));
    return taken.map((alert) => ({ ...alert, update: false, news: alert.printers }));
  }

  /** Removes problems that this ends or reports. */
  #settle(alert: Alert): void {
    if (this.#alerts.length === 0) return;
    const settled = endsOf[alert.kind] ?? [alert.kind];
    const about = new Set(alert.printers);
    this.#keep((one, printer) => !settled.includes(one.kind) || (printer !== null && !about.has(printer)));
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
