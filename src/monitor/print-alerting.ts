import type { Intervals } from '../domain/intervals.ts';
import { mayNotifyOfPrint, notifyPrints, type PrintPolicy } from '../domain/print/notify-prints.ts';
import { noOwnActions, type OwnActions } from '../domain/print/own-actions.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import {
  type KeptPrints,
  keptPrintsOf,
  type PrintAlertState,
  printAlertsAfter,
  printForgotten,
  printOwnActions,
  printsInterrupted,
  printsRestored,
} from '../domain/print/print-alert-state.ts';
import type { PrintAlerts } from '../domain/print/print-candidates.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';

/** The alerts to show, the printers to check for them, and when to run again (server time, UTC). */
export interface PrintsToShow {
  readonly alerts: readonly PrintAlert[];
  readonly wanted: ReadonlyMap<PrinterId, Instant>;
  readonly nextAt: Instant | null;
}

/** Owns the alert state of prints. Only printers that may have news are examined. */
export class PrintAlerting {
  #state: PrintAlertState;
  /** The record in the state, which nothing else references. */
  #printers: Record<PrinterId, PrintAlerts>;
  /** Printers that may have news; complete only for {@link #basis}. */
  readonly #notifiable = new Set<PrinterId>();
  /** The intervals and policy for which it was computed; null when it has to be recomputed. */
  #basis: { readonly intervals: Intervals; readonly policy: PrintPolicy } | null = null;

  /** `kept` is the saved state of the previous run. */
  constructor(kept: KeptPrints, at: Instant) {
    const restored = printsRestored(kept, at);
    this.#printers = { ...restored.printers };
    this.#state = { ...restored, printers: this.#printers };
  }

  /** Returns the status of a printer's prints; null when it was never checked and nothing was saved. */
  status(id: PrinterId): PrintStatus | null {
    return this.#printers[id]?.status ?? null;
  }

  /** Whether no printer's prints are known. */
  isEmpty(): boolean {
    for (const _ in this.#printers) return false;
    return true;
  }

  kept(): KeptPrints {
    return keptPrintsOf(this.#state);
  }

  /** A response resulted in `status` for a printer. */
  observe(id: PrinterId, status: PrintStatus): void {
    // In place: with a thousand printers, copying the record would be the largest cost of a response.
    this.#printers[id] = printAlertsAfter(this.#printers[id], status);
    this.#notifiable.add(id);
  }

  /** Returns the user's own actions on a printer's print in this app. */
  ownActions(id: PrinterId): OwnActions {
    return this.#printers[id]?.own ?? noOwnActions;
  }

  setOwnActions(id: PrinterId, own: OwnActions): void {
    this.#set(printOwnActions(this.#state, id, own));
    this.#notifiable.add(id);
  }

  /** After sleep or a network outage, earlier responses confirm nothing. */
  interrupt(): void {
    this.#set(printsInterrupted(this.#state));
    this.#basis = null;
  }

  /** Drops a printer that was removed or reconnected. */
  forget(id: PrinterId): void {
    this.#set(printForgotten(this.#state, id));
    this.#notifiable.delete(id);
  }

  /** Returns what to show at `at` (server time, UTC), numbered from `lastNotification` on; it counts as shown. */
  notify(at: Instant, lastNotification: number, intervals: Intervals, policy: PrintPolicy): PrintsToShow {
    if (this.#basis === null || !isSame(this.#basis, intervals, policy)) {
      for (const id of Object.keys(this.#printers)) this.#notifiable.add(id);
    }
    this.#basis = { intervals, policy };
    for (const id of this.#notifiable) this.#sift(id, at, intervals, policy);
    if (this.#notifiable.size === 0) return { alerts: [], wanted: new Map(), nextAt: null };
    const { state, alerts, wanted, nextAt } = notifyPrints(
      this.#state,
      lastNotification,
      at,
      intervals,
      policy,
      this.#notifiable,
    );
    this.#set(state);
    return { alerts, wanted, nextAt };
  }

  #sift(id: PrinterId, at: Instant, intervals: Intervals, policy: PrintPolicy): void {
    const known = this.#printers[id];
    if (known === undefined || !mayNotifyOfPrint(id, known, at, intervals, policy)) this.#notifiable.delete(id);
  }

  #set(state: PrintAlertState): void {
    if (state.printers !== this.#printers) this.#printers = { ...state.printers };
    this.#state = { ...state, printers: this.#printers };
  }
}

/** Whether nothing has changed that could create news; quiet time only holds news back. */
function isSame(
  basis: { readonly intervals: Intervals; readonly policy: PrintPolicy },
  intervals: Intervals,
  now: PrintPolicy,
) {
  const { policy } = basis;
  return (
    basis.intervals === intervals &&
    policy.kinds === now.kinds &&
    policy.muted === now.muted &&
    policy.off === now.off &&
    policy.oftenOff === now.oftenOff
  );
}
