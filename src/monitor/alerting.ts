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
} from '../domain/alerts/alert-state.ts';
import { refusalsAfter } from '../domain/alerts/candidates.ts';
import { mayHaveNews, type Notified, notify } from '../domain/alerts/notify.ts';
import { closed, observed } from '../domain/alerts/observe.ts';
import { serviceCorrected, serviceObserved } from '../domain/alerts/service-alerts.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { Link } from '../domain/link.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { HOUR, type Instant, MINUTE } from '../domain/time.ts';
import type { Correction } from './server-clock.ts';

/** Takes the alerts of one notification. */
export type ShowAlerts = (alerts: readonly Alert[]) => void;

/** Sightings that merely go on are kept this often: of a printer that is gone a kill should not lose much. */
const keepSightings = { up: HOUR, down: 10 * MINUTE } as const;

/** Holds the state of alerting: takes what answers say, shows what is due, and hands on what is to be kept. */
export class Alerting {
  readonly #changed: (kept: KeptAlertState) => void;
  #keptAt: Instant = 0;
  #state: AlertState;
  /** The same record as in the state; nobody else holds it. */
  #printers: Record<PrinterId, PrinterAlerts>;
  /** Those that may have news, in the order of the record; null when it has to be found out. */
  #newsworthy: readonly PrinterId[] | null = null;

  /** `kept` is what the user was notified of before this start. */
  constructor(kept: KeptAlertState, changed: (kept: KeptAlertState) => void) {
    this.#changed = changed;
    this.#state = restored(kept);
    this.#printers = { ...this.#state.printers };
    this.#state = { ...this.#state, printers: this.#printers };
  }

  /** What came of asking about a printer at `at` (server time, UTC), which is now in `status`. */
  observe(id: PrinterId, status: PrinterStatus, outcome: PollOutcome, at: Instant, rules: Intervals): void {
    const before = this.#printers[id];
    const after = observed(before, status, outcome, at, rules);
    // In place: with a thousand printers a copy for each answer would be the most that it costs.
    this.#printers[id] = after;
    if (before === undefined || mayHaveNews(before) !== mayHaveNews(after)) this.#newsworthy = null;
    const service = serviceObserved(this.#state.service, outcome, at);
    const refusals = refusalsAfter(this.#state.refusals, after, at, rules);
    this.#state = { ...this.#state, service, refusals };
    const isSightingDue = after.link !== null && at - this.#keptAt >= keepSightings[after.link.state];
    if (before?.kept !== after.kept || before?.link?.state !== after.link?.state || isSightingDue) this.#keep(at);
  }

  /** How a printer's link was seen last, before this start if not since; null when it never was. */
  linkOf(id: PrinterId): Link | null {
    return this.#printers[id]?.link ?? null;
  }

  /** Hands on all that is to be kept: the app ends. */
  keepAll(): void {
    this.#changed(keptOf(this.#state));
  }

  /** Shows what is due at `at`. Returns who is to be asked for it, and when to look again. */
  notify(at: Instant, rules: Intervals, policy: NotificationPolicy, show: ShowAlerts): Notified {
    this.#newsworthy ??= Object.keys(this.#printers).filter((id) => this.#mayHaveNews(id));
    const notified = notify(this.#state, at, rules, policy, this.#newsworthy);
    this.#set(notified.state, at);
    for (const alerts of notified.notifications) show(alerts);
    return notified;
  }

  /** What was seen before says nothing any more: the computer slept, or its network was gone. */
  interrupt(at: Instant): void {
    this.#set(interrupted(this.#state, at), at);
  }

  /** The printer was removed, or its user has just connected it again. */
  forget(id: PrinterId): void {
    this.#set(forgotten(this.#state, id));
  }

  /** The user knows why this printer was gone: its return is no news. */
  endLossQuietly(id: PrinterId): void {
    const printer = this.#printers[id];
    if (printer?.kept.open.loss === undefined) return;
    const kept = closed(printer.kept, 'loss');
    this.#set({ ...this.#state, printers: { ...this.#printers, [id]: { ...printer, kept } } });
  }

  /** The user knows that this printer has to be connected again. */
  knowRefused(id: PrinterId, at: Instant): void {
    this.#set(knownRefused(this.#state, id, at));
  }

  lastNotification(): number {
    return this.#state.lastNotification;
  }

  /** Notifications about prints were shown: they are numbered with all others. */
  printsShown(alerts: readonly PrintAlert[]): void {
    const numbers = alerts.map(({ notification }) => notification);
    this.#state = { ...this.#state, lastNotification: Math.max(this.#state.lastNotification, ...numbers) };
  }

  correct(correction: Correction): void {
    this.#state = { ...this.#state, service: serviceCorrected(this.#state.service, correction.from, correction.by) };
  }

  #mayHaveNews(id: PrinterId): boolean {
    const printer = this.#printers[id];
    return printer !== undefined && mayHaveNews(printer);
  }

  #set(state: AlertState, at = this.#keptAt): void {
    const before = this.#state;
    if (state === before) return;
    if (state.printers !== this.#printers) {
      this.#printers = { ...state.printers };
      this.#newsworthy = null;
    }
    this.#state = { ...state, printers: this.#printers };
    if (!keepsSame(before, this.#state)) this.#keep(at);
  }

  #keep(at: Instant): void {
    this.#keptAt = at;
    this.#changed(keptOf(this.#state));
  }
}
