import type { Intervals } from '../intervals.ts';
import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { type Alert, printerAlertKinds } from './alert.ts';
import {
  type AlertState,
  isStanding,
  type KeptAlerts,
  nothingKept,
  type OpenAlert,
  type PrinterAlerts,
  unseen,
} from './alert-state.ts';
import { type Candidate, conditionOf, isEnd } from './candidates.ts';
import { type Budget, budgetOf, isDaySpent, lately, repeatedGapOf } from './damping.ts';
import { alertOf, endedIn, isStillIn, serviceAlertIn, totalOf, whatStays } from './event-alert.ts';
import { type AlertEvent, anchorOf, memberOf } from './events.ts';
import { keptAfter } from './kept-after.ts';
import { changedAt } from './printer-changes.ts';
import { type ServiceAlert, serviceNotified } from './service-alerts.ts';
import { stableAt } from './unstable.ts';

/** How many events are remembered, so that an end can be shown in the notification of its beginning. */
const mostEvents = 60;

/**
 * One turn of alerting: collects notifications, printers to check and the time of the next turn, and updates the state
 * as it goes. Used only inside {@link notify}, which thereby stays a pure function.
 */
export class Turn {
  readonly at: Instant;
  readonly intervals: Intervals;
  readonly policy: NotificationPolicy;
  readonly notifications: (readonly Alert[])[] = [];
  readonly wanted = new Map<PrinterId, Instant>();
  /** By event: the printers for which its end is about to be reported. */
  readonly ending = new Map<Instant, Set<PrinterId>>();
  /** Check any printer at once. */
  askAny = false;
  /** The service alert waits for the printer alerts that were held back with it. */
  holdsService = false;
  nextAt: Instant | null = null;
  state: AlertState;
  /** This turn's copy of the state's printers, once one of them has changed. */
  #printers: Record<PrinterId, PrinterAlerts> | null = null;

  constructor(state: AlertState, at: Instant, intervals: Intervals, policy: NotificationPolicy) {
    this.state = state;
    this.at = at;
    this.intervals = intervals;
    this.policy = policy;
  }

  printer(id: PrinterId): PrinterAlerts {
    return this.state.printers[id] ?? unseen(nothingKept);
  }

  event(id: Instant | null): AlertEvent | null {
    return id === null ? null : (this.state.events.find((event) => event.id === id) ?? null);
  }

  /** Whether a candidate may have a new notification. */
  budget({ printer, kind }: Candidate): Budget {
    const known = this.printer(printer);
    return budgetOf(known.kept, kind, changedAt(known), this.at, this.intervals);
  }

  /**
   * If a repeating or unstable printer has been quiet for an hour, its next change is reported again. While it may have
   * no new notification, a change that repeats can only be added to the one that is there.
   */
  endRepetition(id: PrinterId): void {
    const known = this.printer(id);
    const { repeated, unstable, outages } = known.kept;
    const isQuiet = repeated !== null && this.at - changedAt(known) >= this.intervals.hourBudgetTime;
    const stays = isQuiet && isDaySpent(known.kept, this.at, this.intervals);
    const stable = unstable === null ? null : stableAt(outages, this.at, this.intervals);
    const isStable = stable !== null && this.at >= stable && known.link?.state === 'up';
    const quiet = stays ? { ...repeated, isOver: true } : null;
    if (!isStable && (!isQuiet || (stays && !isStanding(repeated)))) return;
    this.keep(id, { ...known.kept, repeated: isQuiet ? quiet : repeated, unstable: isStable ? null : unstable });
  }

  /** Notes an end that is ready to be reported. */
  noteEnding({ printer, ends }: Candidate): void {
    if (ends === null) return;
    const those = this.ending.get(ends);
    if (those === undefined) this.ending.set(ends, new Set([printer]));
    else those.add(printer);
  }

  /** Requests a check of a printer from `at` on; the earliest request counts. */
  want(printer: PrinterId, at: Instant): void {
    const before = this.wanted.get(printer);
    if (before === undefined || at < before) this.wanted.set(printer, at);
  }

  /** Requests a check to confirm a candidate, no sooner than `confirmAfter` after the last response. */
  wantConfirmed({ printer, dueAt, confirmedAt }: Candidate, from: Instant): void {
    if (confirmedAt !== null) this.want(printer, Math.max(dueAt, from, confirmedAt + this.intervals.confirmAfter));
  }

  checkAgainAt(at: Instant): void {
    if (this.nextAt === null || at < this.nextAt) this.nextAt = at;
  }

  keep(id: PrinterId, kept: KeptAlerts): void {
    // One copy for the whole turn: an outage of a thousand printers changes them all.
    if (this.#printers === null) {
      this.#printers = { ...this.state.printers };
      this.state = { ...this.state, printers: this.#printers };
    }
    this.#printers[id] = { ...this.printer(id), kept };
  }

  /** Shows a new notification for these candidates, which have the same kind and cause. */
  showNew(candidates: readonly Candidate[]): void {
    const [first] = candidates;
    if (first === undefined) return;
    this.notifications.push([this.#begin(first, candidates, this.#newNotification(), false)]);
  }

  /** Shows one notification for all candidates, of any kind, and the service alert. */
  showTogether(candidates: readonly Candidate[], service: ServiceAlert | null): void {
    if (candidates.length === 0 && service === null) return;
    const notification = this.#newNotification();
    const isShared = service !== null || candidates.some(({ kind }) => kind !== candidates[0]?.kind);
    const alerts = printerAlertKinds.flatMap((kind) => {
      const those = candidates.filter((candidate) => candidate.kind === kind);
      const [first] = those;
      return first === undefined ? [] : [this.#begin(first, those, notification, isShared)];
    });
    if (service !== null) alerts.push(this.#serviceAlert(service, notification));
    this.notifications.push(alerts);
  }

  showService(service: ServiceAlert): void {
    this.notifications.push([this.#serviceAlert(service, this.#newNotification())]);
  }

  /** Adds these printers to an existing notification. */
  showUpdate(event: AlertEvent, candidates: readonly Candidate[]): void {
    const added = candidates.map(({ printer }) => printer);
    const stay = event.members.filter(
      ({ printer }) => !added.includes(printer) && isStillIn(printer, event, this.state),
    );
    const total = Math.max(event.total, totalOf(candidates, this.state), stay.length + added.length);
    for (const candidate of candidates) this.#notified(candidate, event.id, false);
    const members = [...stay, ...candidates.map(memberOf)];
    const changed: AlertEvent = { ...event, members, total, updatedAt: this.at };
    this.#replace(changed);
    this.notifications.push([{ ...alertOf(changed, this), news: added, update: true }]);
  }

  /**
   * Shows this in an existing notification, because no new one may be shown. While others are still affected by what it
   * reports, it reports that first.
   */
  showInPlace(event: AlertEvent, candidates: readonly Candidate[]): void {
    const [first] = candidates;
    if (first === undefined) return;
    // Their notification was closed when the problem ended at a time when that could not be reported.
    const unreported = candidates.filter((one) => isEnd(one.kind) && !isStanding(this.#openOf(one)));
    for (const candidate of candidates) this.#notified(candidate, event.id, false);
    this.#replace({ ...event, updatedAt: this.at });
    const known = this.printer(first.printer).kept;
    const repeated = known.repeated?.event === event.id ? repeatedGapOf(known, this.at, this.intervals) : null;
    const hasEnded = isEnd(first.kind);
    const fresh = candidates.map(memberOf);
    const others = hasEnded ? endedIn(event, first.kind, this) : [];
    const members = [...others.filter((one) => !fresh.some(({ printer }) => printer === one.printer)), ...fresh];
    const alert = alertOf({ ...event, kind: first.kind, members, total: event.members.length }, this, repeated);
    const news = hasEnded ? unreported.map(({ printer }) => printer) : alert.news;
    const stay = hasEnded ? whatStays(event, this) : [];
    this.notifications.push([...stay, { ...alert, news, update: true }]);
  }

  /** Notes an end that can't be reported yet: the notification of the problem is no longer true. */
  noteOver({ printer, kind }: Candidate): void {
    const { kept } = this.printer(printer);
    const condition = conditionOf[kind];
    const open = this.#openOf({ printer, kind });
    if (condition === null || open === undefined || !isStanding(open)) return;
    this.keep(printer, { ...kept, open: { ...kept.open, [condition]: { ...open, isOver: true } } });
  }

  #openOf({ printer, kind }: Pick<Candidate, 'printer' | 'kind'>): OpenAlert | undefined {
    const condition = conditionOf[kind];
    return condition === null ? undefined : this.printer(printer).kept.open[condition];
  }

  /** Marks an end as reported without showing it. */
  suppressEnded(candidate: Candidate): void {
    this.keep(candidate.printer, keptAfter(this.printer(candidate.printer).kept, candidate, this.at, this.at));
  }

  /** Starts an event; `first` becomes its anchor. */
  #begin(first: Candidate, candidates: readonly Candidate[], notification: number, isShared: boolean): Alert {
    const { kind } = first;
    const repeated = candidates.some((one) => this.budget(one).kind === 'last');
    const id = Math.max(this.at, (this.state.events.at(-1)?.id ?? 0) + 1);
    const total = totalOf(candidates, this.state);
    for (const candidate of candidates) this.#notified(candidate, id, true, repeated);
    const event: AlertEvent = {
      id,
      kind,
      notification,
      members: candidates.map(memberOf),
      anchor: anchorOf(first),
      total: Math.max(total, candidates.length),
      updatedAt: this.at,
      isShared,
    };
    this.state = { ...this.state, events: [...this.state.events, event].slice(-mostEvents) };
    const gap = repeatedGapOf(this.printer(first.printer).kept, this.at, this.intervals);
    return alertOf(event, this, repeated && kind !== 'unstable' ? gap : null);
  }

  #notified(candidate: Candidate, event: Instant, isNew: boolean, repeated = false): void {
    const { kept } = this.printer(candidate.printer);
    const after = keptAfter(kept, candidate, event, this.at);
    const lastDay = after.notified.filter((one) => this.at - one.at < this.intervals.dayBudgetTime);
    this.keep(candidate.printer, {
      ...after,
      notified: isNew ? [...lastDay, { at: this.at, kind: candidate.kind }] : after.notified,
      repeated: repeated ? { at: this.at, event, kind: candidate.kind } : after.repeated,
    });
  }

  #newNotification(): number {
    const lastNotification = this.state.lastNotification + 1;
    const notifiedAt = [...lately(this.state.notifiedAt, this.at, this.intervals.hourBudgetTime), this.at];
    this.state = { ...this.state, lastNotification, notifiedAt };
    return lastNotification;
  }

  #serviceAlert(service: ServiceAlert, notification: number): Alert {
    this.state = { ...this.state, service: serviceNotified(this.state.service, service.kind) };
    return serviceAlertIn(notification, service);
  }

  #replace(event: AlertEvent): void {
    const events = this.state.events.map((other) => (other.id === event.id ? event : other));
    this.state = { ...this.state, events };
  }
}
