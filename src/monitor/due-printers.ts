import type { Intervals } from '../domain/intervals.ts';
import type { PrinterId } from '../domain/printer.ts';
import { agesAt } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { memberAged } from './answers.ts';
import type { Fleet, PrinterRecord } from './fleet.ts';
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

/** Says who is due, and has them asked as far as there are lanes; meanwhile every status ages. */
export class DuePrinters {
  readonly #parts: DuePrintersParts;
  /** Running time of the last wake; null when there was none. */
  #wokeAt: Milliseconds | null = null;

  constructor(parts: DuePrintersParts) {
    this.#parts = parts;
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
    this.#plan(rules, () => null);
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
    const due: Waiting[] = [];
    let next = elapsed + networkLook.up;
    let anyPrompt = false;
    const agesNext = this.#plan(rules, (member) => {
      const { pace, status, printer } = member;
      anyPrompt ||= pace.habit.toProve === 0;
      if (member.asking) return null;
      const wantedAt = wanted.get(printer.id);
      const at = nextCheckAt(
        pace,
        status,
        wantedAt === undefined ? null : this.#parts.clock.elapsedAt(wantedAt),
        rules,
      );
      const byHand = pace.occasion === 'refresh';
      // Sleep cannot be told from a clock that was set, after which nobody expects a first round.
      const unpaced = byHand || pace.occasion === 'start';
      if (at <= elapsed) due.push({ id: printer.id, since: at, habit: pace.habit, byHand, unpaced });
      else next = Math.min(next, at);
      return at;
    });
    next = Math.min(next, agesNext);
    if (due.length === 0) return next;
    const turn = this.#parts.questions.turn(
      due,
      requestBudget(this.#parts.fleet.size(), rules.poll, rules.requestSecond),
      anyPrompt,
    );
    for (const { id, slow, fresh } of turn.next) this.#parts.questions.ask(id, { slow, fresh, trial: false });
    this.#parts.questions.giveUp(turn.giveUp);
    if (turn.giveUp.length > 0) return elapsed;
    return turn.again === null ? next : Math.min(next, elapsed + turn.again);
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

  /** Lets every status age and plans its next check. Returns when the next one ages (running time). */
  #plan(rules: Intervals, nextCheck: (member: PrinterRecord) => Milliseconds | null): Milliseconds {
    const at = this.#parts.clock.now();
    const isSettling = this.#wokeAt !== null && this.#parts.ports.clock.elapsed() - this.#wokeAt < rules.confirm;
    let next = Number.POSITIVE_INFINITY;
    for (const current of this.#parts.fleet.members()) {
      const member = memberAged(current, at, rules, isSettling);
      const planned = nextCheck(member);
      const nextCheckAt = planned === null ? null : this.#parts.clock.at(planned);
      if (member !== current || nextCheckAt !== current.nextCheckAt) this.#parts.fleet.put({ ...member, nextCheckAt });
      const ages = agesAt(member.status, intendedInterval(member.pace, member.status, rules), rules);
      if (ages !== null && ages > at) next = Math.min(next, this.#parts.clock.elapsedAt(ages));
    }
    return next;
  }
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
