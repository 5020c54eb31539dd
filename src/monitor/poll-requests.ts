import type { Correction } from '../domain/correction.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { Answered, PollOutcome } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { madeAt } from '../domain/server-time.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { Alerting } from './alerting.ts';
import type { Fleet, PrinterRecord } from './fleet.ts';
import type { RequestBudget, Turn } from './lanes.ts';
import { pollMissed, pollTried } from './lost-requests.ts';
import { cameFromService, type NetworkBelief } from './network-belief.ts';
import { memberAnswered, memberCorrected } from './poll-results.ts';
import type { MonitorPorts } from './ports.ts';
import { type Ended, type Request, Requests } from './requests.ts';
import { pollStarted, pollTimed, pollWaiting } from './schedule.ts';
import type { ServerClock } from './server-clock.ts';
import { pollServiceBack } from './service-back.ts';
import type { WaitingPrinters } from './waiting-printers.ts';

export interface PollRequestParts {
  readonly fleet: Fleet;
  readonly ports: MonitorPorts;
  readonly network: NetworkBelief;
  readonly alerting: Alerting;
  readonly clock: ServerClock;
  /** Called when a response arrives, before it is recorded: an interruption in the meantime may invalidate it. */
  readonly answered: () => void;
  /** Called after it was recorded. */
  readonly recorded: () => void;
}

/** Sends requests about printers and writes the results into the fleet. */
export class PollRequests {
  readonly #parts: PollRequestParts;
  readonly #requests: Requests;
  /** Increases with sleep, wake-up and every network change; responses from an earlier generation do not count. */
  #generation = 0;
  #isTimeSteady = false;

  constructor(parts: PollRequestParts) {
    this.#parts = parts;
    this.#requests = new Requests(parts.ports, (ended) => this.#ended(ended));
  }

  /** Invalidates requests in progress: they began before the interruption. */
  interrupt(): void {
    this.#generation += 1;
  }

  /** Sends a request about a printer in a free lane. */
  ask(id: PrinterId, how: Pick<Request, 'slow' | 'fresh' | 'trial'>): void {
    const elapsed = this.#parts.ports.clock.elapsed();
    this.#requests.begin({ id, ...how, takenAt: elapsed, generation: this.#generation });
    this.#parts.fleet.update(id, (member) => ({
      ...member,
      asking: true,
      checkedAt: this.#parts.clock.now(),
      nextCheckAt: null,
      pollState: how.trial
        ? pollTried(member.pollState, elapsed)
        : pollStarted(member.pollState, elapsed, this.#parts.ports.intervals()),
    }));
  }

  /** Handles the result of a request. */
  #ended({ request, answer }: Ended): void {
    const { id, takenAt, trial, generation } = request;
    const elapsed = this.#parts.ports.clock.elapsed();
    this.#parts.fleet.update(id, (member) => ({
      ...member,
      asking: false,
      pollState: pollTimed(member.pollState, answer.outcome, elapsed - takenAt, elapsed),
    }));
    this.#parts.network.heard(answer.outcome);
    this.#parts.answered();
    const mayMeanNothing = trial || this.#parts.network.isFlapping();
    const counts = mayMeanNothing ? cameFromService(answer.outcome) : generation === this.#generation;
    if (counts && answer.serverDate !== null && cameFromService(answer.outcome))
      this.#takeTime(answer, answer.serverDate, takenAt);
    if (counts) this.record(id, answer, this.#parts.clock.at(takenAt));
    else {
      const { intervals } = this.#parts.ports;
      this.#parts.fleet.update(id, (member) => {
        const waiting = pollWaiting(member.pollState, answer, elapsed);
        if (trial) return { ...member, pollState: waiting };
        const isRepeated = mayMeanNothing && hasReachedNobody(answer.outcome);
        return { ...member, pollState: pollMissed(waiting, elapsed, intervals(), isRepeated) };
      });
      if (trial && answer.retryAfterSeconds !== null)
        this.#parts.alerting.heldBack(answer.outcome, this.#parts.clock.now());
    }
    this.#parts.recorded();
  }

  #takeTime(answer: Answered, serverDate: Instant, takenAt: Milliseconds): void {
    const { clock, alerting } = this.#parts;
    this.correct(clock.answered(serverDate, takenAt, latestIn(answer)));
    const wasSteady = this.#isTimeSteady;
    this.#isTimeSteady = clock.isSteady();
    if (!wasSteady && this.#isTimeSteady) alerting.timeSettled(clock.now());
  }

  /** Applies a correction of server time to everything that was recorded; null for none. */
  correct(correction: Correction | null): void {
    if (correction === null) return;
    this.#parts.alerting.correct(correction);
    for (const { printer } of this.#parts.fleet.members()) {
      this.#parts.fleet.update(printer.id, (member) => memberCorrected(member, correction));
    }
    this.#parts.fleet.setClockAhead(this.#parts.clock.ownClockAhead());
  }

  /** Records a response about a printer, whoever requested it, and when (server time, UTC). */
  record(id: PrinterId, response: Answered, requestedAt: Instant): void {
    const at = this.#parts.clock.now();
    const intervals = this.#parts.ports.intervals();
    const time = {
      at,
      requestedAt,
      madeAt: madeAt(response.serverDate, requestedAt, at),
      elapsed: this.#parts.ports.clock.elapsed(),
      isProven: this.#parts.clock.isProven(),
      byOwnClock: this.#parts.ports.clock.now(),
    };
    const random = this.#parts.ports.random();
    const before = this.#parts.fleet.get(id);
    if (before !== undefined && missesService(before) && cameFromService(response.outcome))
      this.#serviceIsBack(id, intervals);
    this.#parts.fleet.update(id, (member) => {
      const answered = memberAnswered(member, response, time, random, intervals);
      this.#parts.alerting.observe(id, answered.status, response.outcome, at, intervals);
      return answered;
    });
  }

  /** Shortens the back-off of the printers other than `id`, which just got a response. */
  #serviceIsBack(id: PrinterId, intervals: Intervals): void {
    const { clock, random } = this.#parts.ports;
    for (const member of this.#parts.fleet.members()) {
      if (member.printer.id === id) continue;
      const pollState = missesService(member)
        ? pollServiceBack(member.pollState, clock.elapsed(), random, intervals)
        : member.pollState;
      if (pollState !== member.pollState) this.#parts.fleet.put({ ...member, pollState });
    }
  }

  underWay(): number {
    return this.#requests.underWay();
  }

  hasRoom(): boolean {
    return this.#requests.hasRoom();
  }

  /** Chooses among the waiting printers, see lanes.ts. */
  turn(waiting: WaitingPrinters, budget: RequestBudget, anyPrompt: boolean): Turn {
    return this.#requests.turn(waiting, budget, anyPrompt);
  }

  /** Aborts requests that have to make room for others. */
  giveUp(lanes: Turn['giveUp']): void {
    this.#requests.giveUp(lanes);
  }

  /** Aborts requests that have timed out. */
  endOverdue(): void {
    this.#requests.endOverdue();
  }

  /** Returns the milliseconds until the first request times out; infinite when none is in progress. */
  nextOverdueIn(): Milliseconds {
    return this.#requests.nextOverdueIn();
  }

  /** Drops the requests about a printer. */
  drop(id: PrinterId): void {
    this.#requests.drop(id);
  }
}

/** Whether the last request did not reach OctoEverywhere, for reasons other than this computer's keychain. */
function missesService({ status: { silence } }: PrinterRecord): boolean {
  if (silence === null || silence.problem.type === 'keychain') return false;
  return !cameFromService({ kind: 'no-answer', problem: silence.problem });
}

/** Returns the latest event that a response reports, UTC; null for none. */
function latestIn({ outcome }: Answered): Instant | null {
  if (outcome.kind !== 'answered') return null;
  const { lastConnectedAt, lastDisconnectedAt } = outcome.info;
  return lastConnectedAt === null || lastDisconnectedAt === null
    ? (lastConnectedAt ?? lastDisconnectedAt)
    : Math.max(lastConnectedAt, lastDisconnectedAt);
}

/** Whether a request failed before any server had it, and so may be repeated soon. */
function hasReachedNobody(outcome: PollOutcome): boolean {
  if (outcome.kind !== 'no-answer' || outcome.problem.type !== 'network') return false;
  return ['no-network', 'dns', 'connect', 'connect-timeout'].includes(outcome.problem.cause);
}
