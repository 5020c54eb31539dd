import type { Intervals } from '../domain/intervals.ts';
import { notifyPrints, type PrintPolicy, type SharedBudget } from '../domain/print/notify-prints.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import {
  type KeptPrints,
  keptPrintsOf,
  type PrintAlertState,
  printForgotten,
  printObserved,
  printsInterrupted,
  printsRestored,
} from '../domain/print/print-alert-state.ts';
import {
  nextPrintStatus,
  type PrintOutcome,
  type PrintStatus,
  printNotYetAsked,
} from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Clock, Instant, Milliseconds } from '../domain/time.ts';
import { longestRequest } from './lanes.ts';
import { type InfoLanes, PrintLanes } from './print-lanes.ts';
import {
  firstPrintPace,
  isWorthWaking,
  nextPrintCheck,
  type PrintPace,
  type PrintSituation,
  printPaceAfresh,
  printPaceAnswered,
  printPaceAsked,
} from './print-schedule.ts';

/** What came of asking about a print. */
export interface PrintAnswered {
  readonly outcome: PrintOutcome;
  /** In seconds, at most one hour; null when none was asked for. */
  readonly retryAfterSeconds: number | null;
}

/** What the watch over prints needs of the world. */
export interface PrintWatchPorts {
  readonly clock: Pick<Clock, 'elapsed'>;
  /** Server time, UTC. */
  now(): Instant;
  /** 0–1. */
  random(): number;
  /** Asks once. Never rejects. After an abort nobody waits for the outcome any more. */
  askPrint(printer: PrinterId, signal: AbortSignal): Promise<PrintAnswered>;
  rules(): Intervals;
  policy(): PrintPolicy;
  budget(): SharedBudget;
  show(alerts: readonly PrintAlert[]): void;
  /** A printer's print changed, or what is to be known of it at the next start. */
  changed(printer: PrinterId): void;
  /** Something came that may call for a look: the monitor takes its turn. */
  answered(): void;
}

/** A printer as far as its print is concerned, see {@link PrintCircumstances}. */
export type PrintMember = { readonly id: PrinterId } & Pick<
  PrintSituation,
  'connection' | 'isWatched' | 'isWindowOpen' | 'infoNotBefore'
>;

/**
 * Watches over prints: asks about those that are due in the lanes that the Info API leaves, keeps what is known of them, and
 * shows what there is to report. It has no timer of its own and takes its turn after the monitor's.
 */
export class PrintWatch {
  readonly #ports: PrintWatchPorts;
  readonly #lanes = new PrintLanes();
  readonly #underWay = new Map<PrinterId, { readonly abort: AbortController; readonly takenAt: Milliseconds }>();
  readonly #paces = new Map<PrinterId, PrintPace>();
  #alerts: PrintAlertState;
  #wanted: ReadonlyMap<PrinterId, Instant> = new Map();

  /** `kept` is what was known when the app ended. */
  constructor(ports: PrintWatchPorts, kept: KeptPrints) {
    this.#ports = ports;
    this.#alerts = printsRestored(kept, ports.now());
  }

  /** What is known of a printer's prints; null when it was never asked and nothing was kept. */
  status(id: PrinterId): PrintStatus | null {
    return this.#alerts.printers[id]?.status ?? null;
  }

  kept(): KeptPrints {
    return keptPrintsOf(this.#alerts);
  }

  /** Shows what is due and asks who is; returns when to look again (running time), infinite when there is no such moment. */
  turn(members: readonly PrintMember[], info: InfoLanes, elapsedAt: (at: Instant) => Milliseconds): Milliseconds {
    const { clock, now, rules } = this.#ports;
    const elapsed = clock.elapsed();
    this.#endOverdue(elapsed);
    const at = now();
    const notified = notifyPrints(this.#alerts, this.#ports.budget(), at, rules(), this.#ports.policy());
    this.#alerts = notified.state;
    this.#wanted = notified.wanted;
    if (notified.alerts.length > 0) {
      for (const { news } of notified.alerts) for (const { printer } of news) this.#ports.changed(printer);
      this.#ports.show(notified.alerts);
    }
    const asked = this.#askWhoIsDue(members, info, elapsed, elapsedAt);
    const looks = notified.nextAt === null ? Number.POSITIVE_INFINITY : Math.max(elapsed, elapsedAt(notified.nextAt));
    return Math.min(asked, looks);
  }

  /** The computer slept or its network was gone, for `slept` ms of running time that did not run. */
  interrupt(slept: Milliseconds): void {
    for (const id of [...this.#underWay.keys()]) this.#giveUp(id);
    for (const [id, pace] of this.#paces) this.#paces.set(id, printPaceAfresh(pace, slept));
    this.#alerts = printsInterrupted(this.#alerts);
  }

  /** Forgets a printer: it was removed, or reconnected with other credentials. */
  forget(id: PrinterId): void {
    this.#giveUp(id);
    this.#paces.delete(id);
    this.#alerts = printForgotten(this.#alerts, id);
  }

  #askWhoIsDue(
    members: readonly PrintMember[],
    info: InfoLanes,
    elapsed: Milliseconds,
    elapsedAt: (at: Instant) => Milliseconds,
  ): Milliseconds {
    const { rules, now } = this.#ports;
    const due: { id: PrinterId; since: Milliseconds }[] = [];
    const connections = new Map<PrinterId, string | null>();
    const lively = new Set<PrinterId>();
    let next = Number.POSITIVE_INFINITY;
    for (const { id, ...member } of members) {
      if (this.#underWay.has(id)) continue;
      const wantedAt = this.#wanted.get(id);
      const situation = {
        ...member,
        status: this.status(id) ?? printNotYetAsked(now()),
        wantedAt: wantedAt === undefined ? null : elapsedAt(wantedAt),
        elapsedAt,
      };
      const check = nextPrintCheck(this.#paces.get(id) ?? firstPrintPace, situation, rules());
      if (check === null) continue;
      connections.set(id, member.connection);
      if (isWorthWaking(situation.status)) lively.add(id);
      if (check.at <= elapsed) due.push({ id, since: check.at });
      else if (check.wakes) next = Math.min(next, check.at);
    }
    const turn = this.#lanes.turn(due, info, elapsed, rules().requestSecond);
    for (const id of turn.giveUp) this.#giveUp(id);
    for (const id of turn.next) this.#ask(id, elapsed, connections.get(id) ?? null);
    const overdue = [...this.#underWay.values()].map(({ takenAt }) => takenAt + longestRequest);
    // Idle printers that wait for their second take the next occasion.
    const isAgain = turn.again !== null && due.some(({ id }) => lively.has(id) && !turn.next.includes(id));
    return Math.min(next, isAgain ? elapsed + (turn.again ?? 0) : Number.POSITIVE_INFINITY, ...overdue);
  }

  #ask(id: PrinterId, elapsed: Milliseconds, connection: string | null): void {
    const abort = new AbortController();
    const request = { abort, takenAt: elapsed };
    this.#lanes.take(id, elapsed);
    this.#underWay.set(id, request);
    this.#paces.set(id, printPaceAsked(this.#paces.get(id) ?? firstPrintPace, elapsed, connection));
    void this.#ports.askPrint(id, abort.signal).then((answer) => {
      // Given up meanwhile: what comes now is from before, or too late.
      if (this.#underWay.get(id) !== request) return;
      this.#free(id);
      this.#record(id, answer);
      this.#ports.answered();
    });
  }

  #record(id: PrinterId, answer: PrintAnswered): void {
    const { now, rules, clock, random } = this.#ports;
    const at = now();
    const before = this.status(id) ?? printNotYetAsked(at);
    const status = nextPrintStatus(before, answer.outcome, at, rules());
    const pace = this.#paces.get(id) ?? firstPrintPace;
    this.#paces.set(id, printPaceAnswered(pace, answer, status, clock.elapsed(), random()));
    this.#alerts = printObserved(this.#alerts, id, status);
    if (status !== before) this.#ports.changed(id);
  }

  /** Those that have used up their time count as silence. */
  #endOverdue(elapsed: Milliseconds): void {
    for (const [id, { takenAt }] of [...this.#underWay]) {
      if (elapsed - takenAt < longestRequest) continue;
      this.#giveUp(id);
      this.#record(id, silence);
    }
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
  }
}

const silence: PrintAnswered = {
  outcome: { kind: 'failed', failure: { kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } } },
  retryAfterSeconds: null,
};
