import type { Alert } from '../domain/alerts/alert.ts';
import {
  type AlertState,
  forgotten,
  interrupted,
  type KeptAlertState,
  keepsSame,
  keptOf,
  knownRefused,
  type PrinterAlerts,
  restored,
  unconfirmed,
} from '../domain/alerts/alert-state.ts';
import { refusalsAfter } from '../domain/alerts/candidates.ts';
import { alertsCorrected } from '../domain/alerts/corrected.ts';
import { mayNotify, type Notified, notify } from '../domain/alerts/notify.ts';
import { closed, observed } from '../domain/alerts/observe.ts';
import { serviceObserved } from '../domain/alerts/service-alerts.ts';
import type { Correction } from '../domain/correction.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { Link } from '../domain/link.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { HOUR, type Instant, MINUTE } from '../domain/time.ts';

/** Shows the alerts of one notification. */
export type ShowAlerts = (alerts: readonly Alert[]) => void;

/**
 * How often repeated sightings are saved; more often while disconnected, so that little is lost if the app is killed.
 */
const keepSightings = { up: HOUR, down: 10 * MINUTE } as const;

/** Owns the alert state: updates it with outcomes, shows what is due, and passes on what has to be saved. */
export class Alerting {
  readonly #changed: (kept: ReturnType<typeof keptOf>) => void;
  #keptAt: Instant = 0;
  #state: AlertState;
  /** The record in the state, which nothing else references. */
  #printers: Record<PrinterId, PrinterAlerts>;
  /** Printers that may have news, in the order of the record; null when it has to be recomputed. */
  #notifiable: readonly PrinterId[] | null = null;

  /** `kept` is the saved alert state of the previous run. */
  constructor(kept: KeptAlertState, changed: (kept: ReturnType<typeof keptOf>) => void) {
    this.#changed = changed;
    this.#state = restored(kept);
    this.#printers = { ...this.#state.printers };
    this.#state = { ...this.#state, printers: this.#printers };
  }

  /** Takes the outcome of a check at `at` (server time, UTC), which left the printer in `status`. */
  observe(id: PrinterId, status: PrinterStatus, outcome: PollOutcome, at: Instant, intervals: Intervals): void {
    const before = this.#printers[id];
    const after = observed(before, status, outcome, at, intervals);
    // In place: with a thousand printers, copying the record would be the largest cost of a response.
    this.#printers[id] = after;
    if (before === undefined || mayNotify(before) !== mayNotify(after)) this.#notifiable = null;
    const service = serviceObserved(this.#state.service, outcome, at);
    const refusals = refusalsAfter(this.#state.refusals, after, at, intervals);
    this.#state = { ...this.#state, service, refusals };
    const isSightingDue = after.link !== null && at - this.#keptAt >= keepSightings[after.link.state];
    if (before?.kept !== after.kept || before?.link?.state !== after.link?.state || isSightingDue) this.#keep(at);
  }

  /**
   * A request failed while the system reports no network, and its `Retry-After` allows no other for a while: once there
   * is a network, the silence of the service counts from then on.
   */
  heldBack(outcome: PollOutcome, at: Instant): void {
    this.#set({ ...this.#state, service: serviceObserved(this.#state.service, outcome, at) });
  }

  /** Returns the latest time at which any printer was seen, in this run or an earlier one; null for never. */
  lastSeenAt(): Instant | null {
    const times = Object.values(this.#printers).flatMap(({ link }) => (link === null ? [] : [link.seenAt]));
    return times.length === 0 ? null : times.reduce((one, other) => Math.max(one, other));
  }

  /** Returns a printer's last known link, possibly from a previous run; null when it was never seen. */
  linkOf(id: PrinterId): Link | null {
    return this.#printers[id]?.link ?? null;
  }

  /** Saves everything; used on quit. */
  keepAll(): void {
    this.#changed(keptOf(this.#state));
  }

  /** Shows what is due at `at`. Returns which printers to check and when to run again. */
  notify(at: Instant, intervals: Intervals, policy: NotificationPolicy, show: ShowAlerts): Notified {
    this.#notifiable ??= Object.keys(this.#printers).filter((id) => this.#mayNotify(id));
    const notified = notify(this.#state, at, intervals, policy, this.#notifiable);
    this.#set(notified.state, at);
    for (const alerts of notified.notifications) show(alerts);
    return notified;
  }

  /** The computer slept or lost its network: earlier responses confirm nothing. */
  interrupt(at: Instant): void {
    this.#set(interrupted(this.#state, at), at);
  }

  /** The computer may have been paused: earlier responses confirm nothing about printers. */
  doubt(): void {
    this.#set(unconfirmed(this.#state));
  }

  /** Drops a printer that was removed or has just been reconnected. */
  forget(id: PrinterId): void {
    this.#set(forgotten(this.#state, id));
  }

  /** The user knows why this printer was disconnected: its return is not reported. */
  endLossQuietly(id: PrinterId): void {
    const printer = this.#printers[id];
    if (printer?.kept.open.loss === undefined) return;
    const kept = closed(printer.kept, 'loss');
    this.#set({ ...this.#state, printers: { ...this.#printers, [id]: { ...printer, kept } } });
  }

  /** The user knows that this printer needs to be reconnected. */
  knowRefused(id: PrinterId, at: Instant): void {
    this.#set(knownRefused(this.#state, id, at));
  }

  lastNotification(): number {
    return this.#state.lastNotification;
  }

  /** Print notifications were shown; they share the numbering. */
  printsShown(alerts: readonly PrintAlert[]): void {
    const numbers = alerts.map(({ notification }) => notification);
    this.#state = { ...this.#state, lastNotification: Math.max(this.#state.lastNotification, ...numbers) };
  }

  correct(correction: Correction): void {
    this.#set(alertsCorrected(this.#state, correction));
  }

  #mayNotify(id: PrinterId): boolean {
    const printer = this.#printers[id];
    return printer !== undefined && mayNotify(printer);
  }

  #set(state: AlertState, at = this.#keptAt): void {
    const before = this.#state;
    if (state === before) return;
    if (state.printers !== this.#printers) {
      this.#printers = { ...state.printers };
      this.#notifiable = null;
    }
    this.#state = { ...state, printers: this.#printers };
    if (!keepsSame(before, this.#state)) this.#keep(at);
  }

  #keep(at: Instant): void {
    this.#keptAt = at;
    this.#changed(keptOf(this.#state));
  }
}
