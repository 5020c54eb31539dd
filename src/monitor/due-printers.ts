import type { Intervals } from '../domain/intervals.ts';
import type { PrinterId } from '../domain/printer.ts';
import { agesAt } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { intendedInterval } from './check-interval.ts';
import { DueQueue } from './due-queue.ts';
import type { Fleet, PrinterRecord, TouchedPrinters } from './fleet.ts';
import { requestBudget, type Waiting } from './lanes.ts';
import { lastRequestAt } from './lost-requests.ts';
import type { NetworkBelief } from './network-belief.ts';
import type { PollRequests } from './poll-requests.ts';
import { memberAged } from './poll-results.ts';
import type { MonitorPorts } from './ports.ts';
import { nextCheckAt } from './schedule.ts';
import type { ServerClock } from './server-clock.ts';
import { WaitingPrinters } from './waiting-printers.ts';

/** How often this computer's network is checked, while it is up and while it is down. */
export const networkLook = { up: 15 * SECOND, down: 5 * SECOND } as const;

export interface DuePrintersParts {
  readonly fleet: Fleet;
  readonly ports: MonitorPorts;
  readonly network: NetworkBelief;
  readonly requests: PollRequests;
  readonly clock: ServerClock;
}

/** What every plan depends on. */
interface PlanBasis {
  readonly intervals: Intervals;
  /** Offset between running time and server time, ms. */
  readonly offset: Milliseconds;
  readonly isSettling: boolean;
}

/** Determines which printers are due and checks them while there are free lanes; also ages every status. */
export class DuePrinters {
  readonly #parts: DuePrintersParts;
  readonly #queue = new DueQueue();
  readonly #touched: TouchedPrinters;
  /** Printers that are due but not being checked yet. */
  readonly #due = new WaitingPrinters();
  /** Printers with prompt responses. */
  readonly #prompt = new Set<PrinterId>();
  /** Null when all plans are invalid. */
  #basis: PlanBasis | null = null;
  #wanted: ReadonlyMap<PrinterId, Instant> = new Map();
  /** Running time of the last wake; null when there was none. */
  #wokeAt: Milliseconds | null = null;
  #waiting = 0;

  constructor(parts: DuePrintersParts) {
    this.#parts = parts;
    this.#touched = parts.fleet.noteTouched();
  }

  /** The computer woke up: the first responses are on their way. */
  woke(): void {
    this.#parts.network.woke();
    this.#wokeAt = this.#parts.ports.clock.elapsed();
  }

  /**
   * Sends no requests while asleep, and without a network only a trial request now and then. Returns when to check
   * again (running time).
   */
  waitForBetter(
    state: 'asleep' | 'no-network',
    isRefreshed: boolean,
    elapsed: Milliseconds,
    intervals: Intervals,
  ): Milliseconds {
    this.#planNobody(intervals);
    const lookAgain = elapsed + networkLook.down;
    if (state === 'asleep') return lookAgain;
    const trialIn = this.#parts.network.trialIn();
    if (trialIn > 0 && !isRefreshed) return Math.min(lookAgain, elapsed + trialIn);
    const members = this.#parts.fleet.members();
    const candidates = members.filter((one) => canTry(one, this.#wantedElapsed(one.printer.id), elapsed, intervals));
    const [first] = candidates.sort((one, other) => tryOrder(one) - tryOrder(other));
    if (first !== undefined && this.#parts.requests.hasRoom()) {
      this.#parts.network.tried();
      this.#parts.requests.ask(first.printer.id, { slow: false, fresh: false, trial: true });
    }
    return lookAgain;
  }

  /** Checks the due printers while there are free lanes. Returns when to run again (running time). */
  pollDue(elapsed: Milliseconds, intervals: Intervals, wanted: ReadonlyMap<PrinterId, Instant>): Milliseconds {
    this.#planAgain(elapsed, intervals, wanted);
    const next = Math.min(elapsed + networkLook.up, this.#queue.nextAt());
    this.#waiting = this.#due.size();
    if (this.#waiting === 0) return next;
    const { fleet, requests } = this.#parts;
    const budget = requestBudget(fleet.size(), intervals.poll, intervals.requestSecond);
    const turn = requests.turn(this.#due, budget, this.#prompt.size > 0);
    for (const { id, slow, fresh } of turn.next) requests.ask(id, { slow, fresh, trial: false });
    this.#waiting -= turn.next.length;
    requests.giveUp(turn.giveUp);
    if (turn.giveUp.length > 0) return elapsed;
    return turn.again === null ? next : Math.min(next, elapsed + turn.again);
  }

  /** How many printers are due and waiting for a lane. */
  waiting(): number {
    return this.#waiting;
  }

  /**
   * Makes the printer due that was checked longest ago, when any response will do; null when no request is allowed now.
   */
  anyToAsk(elapsed: Milliseconds): PrinterId | null {
    const { confirmAfter } = this.#parts.ports.intervals();
    const isFree = ({ asking, pollState }: PrinterRecord) =>
      !asking && (pollState.retryWait?.until ?? 0) <= elapsed && (pollState.requestedAt ?? 0) + confirmAfter <= elapsed;
    const free = this.#parts.fleet.members().filter(isFree);
    const [first] = free.sort((one, other) => (one.pollState.requestedAt ?? 0) - (other.pollState.requestedAt ?? 0));
    if (first === undefined || this.#parts.fleet.members().some(({ asking }) => asking)) return null;
    this.#parts.fleet.update(first.printer.id, (member) => ({
      ...member,
      pollState: { ...member.pollState, requestAt: elapsed },
    }));
    return first.printer.id;
  }

  /** Replans the printers whose plan may have changed: a response usually affects only one of many. */
  #planAgain(elapsed: Milliseconds, intervals: Intervals, wanted: ReadonlyMap<PrinterId, Instant>): void {
    const { fleet, clock } = this.#parts;
    const basis = { intervals, offset: clock.elapsedAt(0), isSettling: this.#isSettling(intervals) };
    const again = new Set<PrinterId>(this.#touched.take());
    if (this.#basis === null || !isSame(basis, this.#basis)) {
      for (const { printer } of fleet.members()) again.add(printer.id);
    }
    for (const id of this.#queue.takeDue(elapsed)) again.add(id);
    if (wanted !== this.#wanted) {
      for (const [id, at] of wanted) if (this.#wanted.get(id) !== at) again.add(id);
      for (const id of this.#wanted.keys()) if (!wanted.has(id)) again.add(id);
    }
    this.#basis = basis;
    this.#wanted = wanted;
    for (const id of again) this.#planOne(id, elapsed, basis);
    // What was just written is already planned.
    this.#touched.take();
  }

  /** Ages a printer's status and plans its next turn: for a request, or because it ages again. */
  #planOne(id: PrinterId, elapsed: Milliseconds, { intervals, isSettling }: PlanBasis): void {
    const current = this.#parts.fleet.get(id);
    if (current === undefined) {
      this.#queue.forget(id);
      this.#due.delete(id);
      this.#prompt.delete(id);
      return;
    }
    const { clock } = this.#parts;
    const member = memberAged(current, clock.now(), intervals, isSettling);
    const { pollState, status } = member;
    if (pollState.habit.toProve === 0) this.#prompt.add(id);
    else this.#prompt.delete(id);
    const checkAt = member.asking ? null : nextCheckAt(pollState, status, this.#wantedElapsed(id), intervals);
    this.#write(current, member, checkAt);
    if (checkAt !== null && checkAt <= elapsed) this.#due.set(waitingSince(member, checkAt));
    else this.#due.delete(id);
    const requestsAt = checkAt !== null && checkAt > elapsed ? checkAt : Number.POSITIVE_INFINITY;
    this.#queue.plan(id, Math.min(requestsAt, this.#agesIn(member, elapsed, intervals)));
  }

  /** Returns when alerting wants a check out of turn (running time), as of the last turn; null for never. */
  #wantedElapsed(id: PrinterId): Milliseconds | null {
    const wantedAt = this.#wanted.get(id);
    return wantedAt === undefined ? null : this.#parts.clock.elapsedAt(wantedAt);
  }

  /** Returns when a status ages next (running time); infinite when it does not. */
  #agesIn({ pollState, status }: PrinterRecord, elapsed: Milliseconds, intervals: Intervals): Milliseconds {
    const ages = agesAt(status, intendedInterval(pollState, status, intervals), intervals);
    if (ages === null) return Number.POSITIVE_INFINITY;
    const at = this.#parts.clock.elapsedAt(ages);
    // Ageing is delayed while the first responses after wake-up are on their way.
    return at > elapsed ? at : elapsed + networkLook.up;
  }

  #write(current: PrinterRecord, member: PrinterRecord, checkAt: Milliseconds | null): void {
    const nextCheckAt = checkAt === null ? null : this.#parts.clock.at(checkAt);
    if (member !== current || nextCheckAt !== current.nextCheckAt) this.#parts.fleet.put({ ...member, nextCheckAt });
  }

  /** Sends no requests for now: every status ages, and everything is replanned when requests are possible again. */
  #planNobody(intervals: Intervals): void {
    this.#basis = null;
    const at = this.#parts.clock.now();
    const isSettling = this.#isSettling(intervals);
    for (const current of this.#parts.fleet.members()) {
      this.#write(current, memberAged(current, at, intervals, isSettling), null);
    }
  }

  #isSettling(intervals: Intervals): boolean {
    return this.#wokeAt !== null && this.#parts.ports.clock.elapsed() - this.#wokeAt < intervals.confirm;
  }
}

function isSame(one: PlanBasis, other: PlanBasis): boolean {
  return one.intervals === other.intervals && one.offset === other.offset && one.isSettling === other.isSettling;
}

function waitingSince({ printer, pollState }: PrinterRecord, since: Milliseconds): Waiting {
  const byHand = pollState.occasion === 'refresh';
  // Not for `wake`: sleep can't be distinguished from a clock that was set, after which no quick first round is needed.
  return { id: printer.id, since, habit: pollState.habit, byHand, unpaced: byHand || pollState.occasion === 'start' };
}

/** A printer whose polls continue can be used for a trial once in this many intervals of trials. */
const trialBesidePolls = 60;

/**
 * Whether a printer can be used for a trial, which respects `Retry-After`, and the long intervals of dead connections
 * unless a notification waits for it. On a network that comes and goes, trials would double the requests.
 */
function canTry(
  { asking, pollState, status }: PrinterRecord,
  wantedAt: Milliseconds | null,
  elapsed: Milliseconds,
  intervals: Intervals,
): boolean {
  if (asking || (pollState.retryWait?.until ?? 0) > elapsed) return false;
  if (pollState.occasion === 'refresh') return true;
  const isSeldom = status.kind === 'reconnect-needed' || status.kind === 'perks-needed';
  if (isSeldom && nextCheckAt(pollState, status, wantedAt, intervals) > elapsed) return false;
  const { requestedAt, triedAt } = pollState;
  const missesPolls = requestedAt === null || elapsed - requestedAt >= 2 * intervals.offlineTrial;
  const gap = missesPolls ? intervals.confirmAfter : trialBesidePolls * intervals.offlineTrial;
  if (triedAt !== null && elapsed - triedAt < gap) return false;
  return requestedAt === null || elapsed - requestedAt >= intervals.confirmAfter;
}

/** Sorts refreshed printers first, then by the time since their last request. */
function tryOrder({ pollState }: PrinterRecord): number {
  return pollState.occasion === 'refresh' ? Number.NEGATIVE_INFINITY : (lastRequestAt(pollState) ?? -1);
}
