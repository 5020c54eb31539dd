import type { Intervals } from '../domain/intervals.ts';
import { type OwnActions, ownActionsAfter } from '../domain/print/own-actions.ts';
import type { PrintAction } from '../domain/print/print-action.ts';
import type { KeptPrints } from '../domain/print/print-alert-state.ts';
import { nextPrintStatus, type PrintStatus, printNotYetRequested } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { DuePrints } from './due-prints.ts';
import { longestRequest } from './lanes.ts';
import { PrintAlerting } from './print-alerting.ts';
import { PrintLanes } from './print-lanes.ts';
import {
  firstPrintPoll,
  nextPrintCheck,
  type PrintPollState,
  printPollAnswered,
  printPollStarted,
  resetPrintPoll,
} from './print-schedule.ts';
import type { PrintSurroundings } from './print-surroundings.ts';
import type { PrintAnswered, PrintWatchPorts } from './print-watch-ports.ts';

/** A request in progress. */
interface PrintRequest {
  readonly abort: AbortController;
  readonly takenAt: Milliseconds;
  /** The schedule's state before it. */
  readonly stateBefore: PrintPollState;
}

/** What every plan depends on. */
interface PlanBasis {
  readonly intervals: Intervals;
  readonly isWindowOpen: boolean;
  /** Offset between running time and server time, ms. */
  readonly offset: Milliseconds;
}

/**
 * Watches prints: checks those that are due in the lanes that the Info API leaves free, updates their status and shows
 * notifications. It has no timer of its own and takes its turn after the monitor's.
 */
export class PrintWatch {
  readonly #ports: PrintWatchPorts;
  readonly #lanes = new PrintLanes();
  readonly #due = new DuePrints();
  readonly #alerting: PrintAlerting;
  readonly #underWay = new Map<PrinterId, PrintRequest>();
  readonly #pollStates = new Map<PrinterId, PrintPollState>();
  /** The user's actions before the last one, and whether its result was requested from the printer. */
  readonly #actedOn = new Map<PrinterId, { readonly before: OwnActions; readonly isAsked: boolean }>();
  /** Printers to replan at the next turn. */
  readonly #unplanned = new Set<PrinterId>();
  /** Null when all plans are invalid. */
  #basis: PlanBasis | null = null;
  #wanted: ReadonlyMap<PrinterId, Instant> = new Map();

  /** `kept` is the saved state of the previous run. */
  constructor(ports: PrintWatchPorts, kept: KeptPrints) {
    this.#ports = ports;
    this.#alerting = new PrintAlerting(kept, ports.now());
  }

  /** Returns the status of a printer's prints; null when it was never checked and nothing was saved. */
  status(id: PrinterId): PrintStatus | null {
    return this.#alerting.status(id);
  }

  kept(): KeptPrints {
    return this.#alerting.kept();
  }

  /** Whether nothing is planned, in progress or known: a turn would do nothing unless a watched printer has changed. */
  isIdle(): boolean {
    const isPlanned = this.#basis !== null && this.#unplanned.size === 0;
    return isPlanned && this.#due.isEmpty() && this.#underWay.size === 0 && this.#alerting.isEmpty();
  }

  /** Shows due notifications and checks due printers; returns when to run again (running time), infinite for never. */
  turn(surroundings: PrintSurroundings): Milliseconds {
    const { clock, now, intervals, lastNotification, policy } = this.#ports;
    const elapsed = clock.elapsed();
    this.#endOverdue(elapsed);
    const { alerts, wanted, nextAt } = this.#alerting.notify(now(), lastNotification(), intervals(), policy());
    if (alerts.length > 0) {
      for (const { printEvents } of alerts) for (const { printer } of printEvents) this.#ports.changed(printer);
      this.#ports.show(alerts);
    }
    this.#planAgain(surroundings, wanted);
    const asks = this.#pollDue(surroundings, elapsed);
    const looks = nextAt === null ? Number.POSITIVE_INFINITY : surroundings.elapsedAt(nextAt);
    return Math.min(asks, Math.max(elapsed, looks));
  }

  /** The computer slept or had no network; running time stood still for `slept` ms. */
  interrupt(slept: Milliseconds): void {
    for (const id of [...this.#underWay.keys()]) this.#giveUp(id);
    for (const [id, pollState] of this.#pollStates) this.#pollStates.set(id, resetPrintPoll(pollState, slept));
    this.#alerting.interrupt();
    this.#basis = null;
  }

  /** The settings may have changed: replans everything. */
  settingsChanged(): void {
    this.#basis = null;
  }

  /** The user has controlled a print in this app, or tried to. Its printer is checked as soon as possible. */
  actedOn(id: PrinterId, action: PrintAction | 'not-done'): void {
    const own = this.#alerting.ownActions(id);
    const isUndone = action === 'not-done';
    const after = isUndone ? (this.#actedOn.get(id)?.before ?? own) : ownActionsAfter(own, action, this.#ports.now());
    this.#alerting.setOwnActions(id, after);
    this.#actedOn.set(id, { before: own, isAsked: false });
    this.#unplanned.add(id);
  }

  /** Drops a printer that was removed, or reconnected with other credentials. */
  forget(id: PrinterId): void {
    this.#giveUp(id);
    this.#pollStates.delete(id);
    this.#actedOn.delete(id);
    this.#alerting.forget(id);
    this.#unplanned.add(id);
  }

  /** Replans the printers whose plan may have changed: a response usually affects only one of many. */
  #planAgain(surroundings: PrintSurroundings, wanted: ReadonlyMap<PrinterId, Instant>): void {
    const { touched, all, isWindowOpen, elapsedAt } = surroundings;
    const basis = { intervals: this.#ports.intervals(), isWindowOpen, offset: elapsedAt(0) };
    if (this.#basis === null || !isSame(basis, this.#basis)) for (const id of all()) this.#unplanned.add(id);
    for (const id of touched) this.#unplanned.add(id);
    for (const [id, at] of wanted) if (this.#wanted.get(id) !== at) this.#unplanned.add(id);
    for (const id of this.#wanted.keys()) if (!wanted.has(id)) this.#unplanned.add(id);
    this.#basis = basis;
    this.#wanted = wanted;
    for (const id of this.#unplanned) this.#due.plan(id, this.#checkOf(id, surroundings, basis.intervals));
    this.#unplanned.clear();
  }

  #checkOf(id: PrinterId, { member, isWindowOpen, elapsedAt }: PrintSurroundings, intervals: Intervals) {
    const known = this.#underWay.has(id) ? null : member(id);
    if (known === null) return null;
    const wantedAt = this.#actedOn.get(id)?.isAsked === false ? this.#ports.now() : this.#wanted.get(id);
    const situation = {
      ...known,
      isWindowOpen,
      status: this.status(id) ?? printNotYetRequested(this.#ports.now()),
      wantedAt: wantedAt === undefined ? null : elapsedAt(wantedAt),
      elapsedAt,
    };
    return nextPrintCheck(this.#pollStates.get(id) ?? firstPrintPoll, situation, intervals);
  }

  #pollDue({ info, member }: PrintSurroundings, elapsed: Milliseconds): Milliseconds {
    const intervals = this.#ports.intervals();
    for (const id of this.#lanes.toGiveUp(info)) this.#postpone(id);
    const budget = { window: intervals.requestSecond, most: this.#due.mostInSecond(intervals) };
    let room = this.#lanes.room(info, elapsed, budget);
    while (room.kind === 'free') {
      const id = this.#due.takeFirst(elapsed);
      if (id === null) break;
      this.#ask(id, elapsed, member(id)?.connection ?? null);
      room = this.#lanes.room(info, elapsed, budget);
    }
    const wakesAt = this.#due.wakesAt();
    // Idle printers that exceed the budget wait for the next turn.
    const paced = room.kind === 'paced' ? elapsed + room.wait : Number.POSITIVE_INFINITY;
    const overdue = [...this.#underWay.values()].map(({ takenAt }) => takenAt + longestRequest);
    return Math.min(wakesAt > elapsed ? wakesAt : paced, ...overdue);
  }

  #ask(id: PrinterId, elapsed: Milliseconds, connection: string | null): void {
    const abort = new AbortController();
    const stateBefore = this.#pollStates.get(id) ?? firstPrintPoll;
    const request: PrintRequest = { abort, takenAt: elapsed, stateBefore };
    this.#lanes.take(id, elapsed);
    const acted = this.#actedOn.get(id);
    if (acted !== undefined) this.#actedOn.set(id, { ...acted, isAsked: true });
    this.#underWay.set(id, request);
    this.#pollStates.set(id, printPollStarted(stateBefore, elapsed, connection, this.#ports.intervals()));
    void this.#ports.askPrint(id, abort.signal).then((response) => {
      // Given up meanwhile: the response is outdated or too late.
      if (this.#underWay.get(id) !== request) return;
      this.#free(id);
      this.#record(id, response);
      this.#ports.answered();
    });
  }

  #record(id: PrinterId, response: PrintAnswered): void {
    const { now, intervals, clock, random } = this.#ports;
    const at = now();
    const before = this.status(id) ?? printNotYetRequested(at);
    const status = nextPrintStatus(before, response.outcome, at, intervals());
    const pollState = this.#pollStates.get(id) ?? firstPrintPoll;
    this.#pollStates.set(id, printPollAnswered(pollState, response, status, clock.elapsed(), random()));
    this.#alerting.observe(id, status);
    if (status !== before) this.#ports.changed(id);
  }

  /** Requests that have timed out count as silence. */
  #endOverdue(elapsed: Milliseconds): void {
    for (const [id, { takenAt }] of [...this.#underWay]) {
      if (elapsed - takenAt < longestRequest) continue;
      this.#giveUp(id);
      this.#record(id, silence);
    }
  }

  /** Ends a request whose lane the Info API needs. It doesn't count: its printer stays due. */
  #postpone(id: PrinterId): void {
    const request = this.#underWay.get(id);
    if (request === undefined) return;
    this.#giveUp(id);
    this.#pollStates.set(id, request.stateBefore);
    const acted = this.#actedOn.get(id);
    if (acted !== undefined) this.#actedOn.set(id, { ...acted, isAsked: false });
  }

  #giveUp(id: PrinterId): void {
    const request = this.#underWay.get(id);
    if (request === undefined) return;
    this.#free(id);
    request.abort.abort();
  }

  #free(id: PrinterId): void {
    this.#underWay.delete(id);
    this.#lanes.free(id);
    this.#unplanned.add(id);
  }
}

function isSame(one: PlanBasis, other: PlanBasis): boolean {
  return one.intervals === other.intervals && one.isWindowOpen === other.isWindowOpen && one.offset === other.offset;
}

const silence: PrintAnswered = {
  outcome: { kind: 'failed', failure: { kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } } },
  retryAfterSeconds: null,
};
