import type { Intervals } from '../domain/intervals.ts';
import type { PrinterId } from '../domain/printer.ts';
import { agesAt } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { memberAged } from './answers.ts';
import { DueQueue } from './due-queue.ts';
import type { Fleet, PrinterRecord, TouchedPrinters } from './fleet.ts';
import { requestBudget, type Waiting } from './lanes.ts';
import type { NetworkBelief } from './network-belief.ts';
import type { MonitorPorts } from './ports.ts';
import type { Questions } from './questions.ts';
import { intendedInterval, nextCheckAt } from './schedule.ts';
import type { ServerClock } from './server-clock.ts';

/** How often this computer's own network is looked at, while it is up and while it is down. */
export const networkLook = { up: 15 * SECOND, down: 5 * SECOND } as const;

export interface DuePrintersParts {
  readonly fleet: Fleet;
  readonly ports: MonitorPorts;
  readonly network: NetworkBelief;
  readonly questions: Questions;
  readonly clock: ServerClock;
}

/** What every plan rests on. */
interface PlanBasis {
  readonly rules: Intervals;
  /** How far running time is from server time, ms. */
  readonly offset: Milliseconds;
  readonly isSettling: boolean;
}

/** Says who is due, and has them asked as far as there are lanes; meanwhile every status ages. */
export class DuePrinters {
  readonly #parts: DuePrintersParts;
  readonly #queue = new DueQueue();
  readonly #touched: TouchedPrinters;
  /** Those whose moment has come, and who are not asked about yet. */
  readonly #due = new Map<PrinterId, Waiting>();
  /** Those whose requests come back promptly. */
  readonly #prompt = new Set<PrinterId>();
  /** Null when nothing that was planned holds any more. */
  #basis: PlanBasis | null = null;
  #wanted: ReadonlyMap<PrinterId, Instant> = new Map();
  /** Running time of the last wake; null when there was none. */
  #wokeAt: Milliseconds | null = null;
  #waiting = 0;

  constructor(parts: DuePrintersParts) {
    this.#parts = parts;
    this.#touched = parts.fleet.noteTouched();
  }

  /** The computer woke up: the first answers are on their way. */
  woke(): void {
    this.#wokeAt = this.#parts.ports.clock.elapsed();
  }

  /** Asleep nothing is asked, without a network one printer now and then, and nothing shown. Returns when to look again. */
  waitForBetter(
    state: 'asleep' | 'no-network',
    isRefreshed: boolean,
    elapsed: Milliseconds,
    rules: Intervals,
  ): Milliseconds {
    this.#planNobody(rules);
    const lookAgain = elapsed + networkLook.down;
    if (state === 'asleep') return lookAgain;
    const trialIn = this.#parts.network.trialIn();
    if (trialIn > 0 && !isRefreshed) return Math.min(lookAgain, elapsed + trialIn);
    const candidates = this.#parts.fleet.members().filter((member) => canTry(member, elapsed, rules));
    const [first] = candidates.sort((one, other) => tryOrder(one) - tryOrder(other));
    if (first !== undefined && this.#parts.questions.hasRoom()) {
      this.#parts.network.tried();
      this.#parts.questions.ask(first.printer.id, { slow: false, fresh: false, trial: true });
    }
    return lookAgain;
  }

  /** Asks about the printers that are due, as far as there are lanes, and returns when to look again (running time). */
  askWhoIsDue(elapsed: Milliseconds, rules: Intervals, wanted: ReadonlyMap<PrinterId, Instant>): Milliseconds {
    this.#planAgain(elapsed, rules, wanted);
    const next = Math.min(elapsed + networkLook.up, this.#queue.nextAt());
    this.#waiting = this.#due.size;
    if (this.#due.size === 0) return next;
    const { fleet, questions } = this.#parts;
    const budget = requestBudget(fleet.size(), rules.poll, rules.requestSecond);
    const turn = questions.turn([...this.#due.values()], budget, this.#prompt.size > 0);
    for (const { id, slow, fresh } of turn.next) questions.ask(id, { slow, fresh, trial: false });
    this.#waiting -= turn.next.length;
    questions.giveUp(turn.giveUp);
    if (turn.giveUp.length > 0) return elapsed;
    return turn.again === null ? next : Math.min(next, elapsed + turn.again);
  }

  /** How many are due and wait for a lane. */
  waiting(): number {
    return this.#waiting;
  }

  /** Whoever may be asked first, when any answer will do; null when nobody may now. */
  anyToAsk(elapsed: Milliseconds): PrinterId | null {
    const { secondLook } = this.#parts.ports.rules();
    const isFree = ({ asking, pace }: PrinterRecord) =>
      !asking && (pace.notBefore ?? 0) <= elapsed && (pace.askedAt ?? 0) + secondLook <= elapsed;
    const free = this.#parts.fleet.members().filter(isFree);
    const [first] = free.sort((one, other) => (one.pace.askedAt ?? 0) - (other.pace.askedAt ?? 0));
    if (first === undefined || this.#parts.fleet.members().some(({ asking }) => asking)) return null;
    this.#parts.fleet.update(first.printer.id, (member) => ({ ...member, pace: { ...member.pace, askAt: elapsed } }));
    return first.printer.id;
  }

  /** Plans those afresh whose plan may be another: of many printers an answer changes one. */
  #planAgain(elapsed: Milliseconds, rules: Intervals, wanted: ReadonlyMap<PrinterId, Instant>): void {
    const { fleet, clock } = this.#parts;
    const basis = { rules, offset: clock.elapsedAt(0), isSettling: this.#isSettling(rules) };
    const again = new Set<PrinterId>(this.#touched.take());
    if (this.#basis === null || !isSame(basis, this.#basis)) {
      for (const { printer } of fleet.members()) again.add(printer.id);
    }
    for (const id of this.#queue.takeDue(elapsed)) again.add(id);
    for (const [id, at] of wanted) if (this.#wanted.get(id) !== at) again.add(id);
    for (const id of this.#wanted.keys()) if (!wanted.has(id)) again.add(id);
    this.#basis = basis;
    this.#wanted = wanted;
    for (const id of again) this.#planOne(id, elapsed, basis);
    // What was written just now is planned already.
    this.#touched.take();
  }

  /** Lets a printer's status age and plans when it is looked at next: for a request, or because it ages again. */
  #planOne(id: PrinterId, elapsed: Milliseconds, { rules, isSettling }: PlanBasis): void {
    const current = this.#parts.fleet.get(id);
    if (current === undefined) {
      this.#queue.forget(id);
      this.#due.delete(id);
      this.#prompt.delete(id);
      return;
    }
    const { clock } = this.#parts;
    const member = memberAged(current, clock.now(), rules, isSettling);
    const { pace, status } = member;
    if (pace.habit.toProve === 0) this.#prompt.add(id);
    else this.#prompt.delete(id);
    const wantedAt = this.#wanted.get(id);
    const wantedElapsed = wantedAt === undefined ? null : clock.elapsedAt(wantedAt);
    const checkAt = member.asking ? null : nextCheckAt(pace, status, wantedElapsed, rules);
    this.#write(current, member, checkAt);
    if (checkAt !== null && checkAt <= elapsed) this.#due.set(id, waitingSince(member, checkAt));
    else this.#due.delete(id);
    const asksAt = checkAt !== null && checkAt > elapsed ? checkAt : Number.POSITIVE_INFINITY;
    this.#queue.plan(id, Math.min(asksAt, this.#agesIn(member, elapsed, rules)));
  }

  /** Running time at which a status has to be looked at because it ages; infinite when it does not. */
  #agesIn({ pace, status }: PrinterRecord, elapsed: Milliseconds, rules: Intervals): Milliseconds {
    const ages = agesAt(status, intendedInterval(pace, status, rules), rules);
    if (ages === null) return Number.POSITIVE_INFINITY;
    const at = this.#parts.clock.elapsedAt(ages);
    // It is held up while the first answers after a wake are on their way.
    return at > elapsed ? at : elapsed + networkLook.up;
  }

  #write(current: PrinterRecord, member: PrinterRecord, checkAt: Milliseconds | null): void {
    const nextCheckAt = checkAt === null ? null : this.#parts.clock.at(checkAt);
    if (member !== current || nextCheckAt !== current.nextCheckAt) this.#parts.fleet.put({ ...member, nextCheckAt });
  }

  /** Nobody is asked for now: every status ages, and everything is planned afresh once somebody may be. */
  #planNobody(rules: Intervals): void {
    this.#basis = null;
    const at = this.#parts.clock.now();
    const isSettling = this.#isSettling(rules);
    for (const current of this.#parts.fleet.members()) {
      this.#write(current, memberAged(current, at, rules, isSettling), null);
    }
  }

  #isSettling(rules: Intervals): boolean {
    return this.#wokeAt !== null && this.#parts.ports.clock.elapsed() - this.#wokeAt < rules.confirm;
  }
}

function isSame(one: PlanBasis, other: PlanBasis): boolean {
  return one.rules === other.rules && one.offset === other.offset && one.isSettling === other.isSettling;
}

function waitingSince({ printer, pace }: PrinterRecord, since: Milliseconds): Waiting {
  const byHand = pace.occasion === 'refresh';
  // Sleep looks the same as a clock that was set, after which nobody expects a first round.
  return { id: printer.id, since, habit: pace.habit, byHand, unpaced: byHand || pace.occasion === 'start' };
}

/** A trial keeps to what OctoEverywhere asked for, and a connection that is asked about seldom on purpose stays that. */
function canTry({ asking, pace, status }: PrinterRecord, elapsed: Milliseconds, rules: Intervals): boolean {
  if (asking || (pace.notBefore ?? 0) > elapsed) return false;
  if (pace.occasion === 'refresh') return true;
  const isSeldom = status.kind === 'reconnect-needed' || status.kind === 'perks-needed';
  if (isSeldom && nextCheckAt(pace, status, null, rules) > elapsed) return false;
  return pace.askedAt === null || pace.askedAt + rules.secondLook <= elapsed;
}

/** What the user wants to know comes first, then whom nothing was heard of for the longest time. */
function tryOrder({ pace }: PrinterRecord): number {
  return pace.occasion === 'refresh' ? Number.NEGATIVE_INFINITY : (pace.askedAt ?? -1);
}
