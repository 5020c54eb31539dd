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
import { type Notified, notify } from '../domain/alerts/notify.ts';
import { closed, observed } from '../domain/alerts/observe.ts';
import { serviceObserved } from '../domain/alerts/service-alerts.ts';
import { withoutAhead } from '../domain/alerts/without-ahead.ts';
import type { Correction } from '../domain/correction.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { Link } from '../domain/link.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { HOUR, type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import { NotifiablePrinters } from './notifiable-printers.ts';

/** Shows the alerts of one notification. */
export type ShowAlerts = (alerts: readonly Alert[]) => void;

/**
 * How often repeated sightings are saved; more often while disconnected, so that little is lost if the app is killed.
 */
const keepSightings = { up: HOUR, down: 10 * MINUTE } as const;

/** What alerting needs next. */
type Upcoming = Pick<Notified, 'wanted' | 'askAny' | 'nextAt'>;

/**
 * Up to this many printers are worked on at every response, more of them only now and then: otherwise the cost of an
 * outage would grow with the square of their number.
 */
const mostEachTime = 500;

/** Returns the pause between two times of working on `count` printers, ms. */
function pauseFor(count: number): Milliseconds {
  return count <= mostEachTime ? 0 : count / 10;
}

/** Whether the pause since `from` is over; also when the clock was set back. */
function isOver(from: Instant, count: number, at: Instant): boolean {
  return at < from || at >= from + pauseFor(count);
}

/** Owns the alert state: updates it with outcomes, shows what is due, and passes on what has to be saved. */
export class Alerting {
  readonly #changed: (kept: ReturnType<typeof keptOf>) => void;
  #keptAt: Instant = 0;
  #state: AlertState;
  /** The record in the state, which nothing else references. */
  #printers: Record<PrinterId, PrinterAlerts>;
  readonly #notifiable = new NotifiablePrinters();
  /** The last turn; null when something other than a response has changed since. */
  #last: (Upcoming & { readonly at: Instant }) | null = null;
  /** There are changes that wait to be saved. */
  #unsaved = false;

  /** `kept` is the saved alert state of the previous run. */
  constructor(kept: KeptAlertState, changed: (kept: ReturnType<typeof keptOf>) => void) {
    this.#changed = changed;
    this.#state = restored(kept);
    this.#printers = { ...this.#state.printers };
    this.#state = { ...this.#state, printers: this.#printers };
    this.#notifiable.fill(this.#printers);
  }

  /** Takes the outcome of a check at `at` (server time, UTC), which left the printer in `status`. */
  observe(id: PrinterId, status: PrinterStatus, outcome: PollOutcome, at: Instant, intervals: Intervals): void {
    const before = this.#printers[id];
    const after = observed(before, status, outcome, at, intervals);
    // In place: with a thousand printers, copying the record would be the largest cost of a response.
    this.#printers[id] = after;
    this.#notifiable.changed(id, after);
    const service = serviceObserved(this.#state.service, outcome, at);
    const refusals = refusalsAfter(this.#state.refusals, after, at, intervals);
    this.#state = { ...this.#state, service, refusals };
    const isSightingDue = after.link !== null && Math.abs(at - this.#keptAt) >= keepSightings[after.link.state];
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
    this.#keepNow(this.#keptAt);
  }

  /**
   * Shows what is due at `at`. Returns which printers to check and when to run again. While very many printers may have
   * something to report, the result of the last turn stays valid for a moment.
   */
  notify(at: Instant, intervals: Intervals, policy: NotificationPolicy, show: ShowAlerts): Upcoming {
    if (this.#unsaved && isOver(this.#keptAt, this.#notifiable.known(), at)) this.#keepNow(at);
    const among = this.#notifiable.ids();
    if (this.#last === null || isOver(this.#last.at, among.length, at)) {
      const { state, notifications, wanted, askAny, nextAt } = notify(this.#state, at, intervals, policy, among);
      const isNews = this.#replace(state);
      this.#last = { at, wanted, askAny, nextAt };
      try {
        for (const alerts of notifications) show(alerts);
      } finally {
        // Last: it closes notifications of problems that are over, one of which may now report the end.
        if (isNews) this.#keep(at);
      }
    }
    const { wanted, askAny, nextAt } = this.#last;
    return { wanted, askAny, nextAt: this.#againAt(this.#last.at, nextAt, among.length, at) };
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

  /** The user knows why this printer was disconnected: its return is not reported, and it is no sign of instability. */
  endLossQuietly(id: PrinterId): void {
    const printer = this.#printers[id];
    const last = printer?.kept.outages.at(-1);
    if (printer === undefined || (last === undefined && printer.kept.open.loss === undefined)) return;
    const outages = printer.kept.outages.slice(0, -1);
    const disconnectedAt = printer.kept.disconnectedAt.filter((at) => last === undefined || at < last.from);
    const kept = { ...closed(printer.kept, 'loss'), outages, disconnectedAt };
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

  /** The server's time has been the same for a while since the start, sleep or a correction. */
  timeSettled(at: Instant): void {
    this.#set(withoutAhead(this.#state, at));
  }

  correct(correction: Correction): void {
    this.#set(alertsCorrected(this.#state, correction));
  }

  /** Returns when to run again: as the turn at `turnAt` asked, or when a pause ends that has kept something waiting. */
  #againAt(turnAt: Instant, nextAt: Instant | null, count: number, at: Instant): Instant | null {
    const times = nextAt === null ? [] : [nextAt];
    if (at !== turnAt) times.push(turnAt + pauseFor(count));
    if (this.#unsaved) times.push(this.#keptAt + pauseFor(this.#notifiable.known()));
    return times.length === 0 ? null : Math.min(...times);
  }

  #set(state: AlertState, at = this.#keptAt): void {
    if (this.#replace(state)) this.#keep(at);
  }

  /** Takes over a state; returns whether it differs in what has to be saved. */
  #replace(state: AlertState): boolean {
    const before = this.#state;
    if (state === before) return false;
    this.#last = null;
    if (state.printers !== this.#printers) {
      this.#printers = { ...state.printers };
      this.#notifiable.fill(this.#printers);
    }
    this.#state = { ...state, printers: this.#printers };
    return !keepsSame(before, this.#state);
  }

  #keep(at: Instant): void {
    if (isOver(this.#keptAt, this.#notifiable.known(), at)) this.#keepNow(at);
    else this.#unsaved = true;
  }

  #keepNow(at: Instant): void {
    this.#keptAt = at;
    this.#unsaved = false;
    this.#changed(keptOf(this.#state));
  }
}
