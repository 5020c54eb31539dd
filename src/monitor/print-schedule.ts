import type { Intervals } from '../domain/intervals.ts';
import type { PrintOutcome, PrintStateKind, PrintStatus } from '../domain/print/print-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { type ConnectionPoll, gainedAfter, inTurnAt } from './print-beside-poll.ts';
import { afterRetryWait, type RetryWait, retryWait, retryWaitAfterSleep } from './retry-wait.ts';

/** The schedule's state of one printer's print. Plain data; times are running time. */
export interface PrintPollState {
  /** When the last request was sent; null before the first. */
  readonly requestedAt: Milliseconds | null;
  /** Consecutive failed requests. */
  readonly failures: number;
  readonly retryWait: RetryWait | null;
  /** 0–1, random for each response, so that many printers do not poll in step. */
  readonly jitter: number;
  /** The connection of the last request, see {@link PrintSituation.connection}. */
  readonly connection: string | null;
  /** The connection for which further requests are pointless after a confirmed 605 or 606; null otherwise. */
  readonly stoppedFor: string | null;
  /** By how much checks of a running print have come early, see {@link gainedAfter}. */
  readonly gained: Milliseconds;
}

/** What else determines when a print is checked. */
export interface PrintSituation {
  readonly status: PrintStatus;
  /**
   * Identifies the current connection: it changes with each reconnection and when perks are back. Null while the
   * printer is not connected, or while that is not confirmed.
   */
  readonly connection: string | null;
  /** The user wants this printer's prints watched, and there are credentials for that. */
  readonly isWatched: boolean;
  /** The window is open, so the user may be watching. */
  readonly isWindowOpen: boolean;
  /** When alerting wants a check out of turn; null when it does not. */
  readonly wantedAt: Milliseconds | null;
  /** What the Info API asked for, which applies to all requests about this printer. */
  readonly infoRetryWait: RetryWait | null;
  /** When the connection of this printer was last polled, and when it is next (running time). */
  readonly connectionPoll: ConnectionPoll;
  /** Converts server time to running time. */
  readonly elapsedAt: (at: Instant) => Milliseconds;
}

/**
 * How urgent a check is: of a print that runs, of a printer after it was added or connected, or of an idle printer. The
 * monitor wakes up for all but the last, which is checked when the monitor is awake anyway.
 */
export type PrintUrgency = 'running' | 'first' | 'idle';

/** When to check a print. */
export interface PrintCheck {
  readonly at: Milliseconds;
  readonly urgency: PrintUrgency;
}

/** For how long a print that failed is checked as often as a running one, in checks. */
const mayGoOn = 30;

export const firstPrintPoll: PrintPollState = {
  requestedAt: null,
  failures: 0,
  retryWait: null,
  jitter: 0,
  connection: null,
  stoppedFor: null,
  gained: 0,
};

/** Returns the state when a request starts at `at` over `connection`. */
export function printPollStarted(
  pollState: PrintPollState,
  at: Milliseconds,
  connection: string | null,
  { printing }: Pick<Intervals, 'printing'>,
): PrintPollState {
  const { requestedAt } = pollState;
  const gained = requestedAt === null ? 0 : gainedAfter(pollState.gained, at - requestedAt, printing);
  return { ...pollState, requestedAt: at, connection, gained };
}

/** Returns the state after a response at `at` resulted in `status`; `random` is 0–1. */
export function printPollAnswered(
  pollState: PrintPollState,
  { outcome, retryAfterSeconds }: { readonly outcome: PrintOutcome; readonly retryAfterSeconds: number | null },
  status: PrintStatus,
  at: Milliseconds,
  random: number,
): PrintPollState {
  const isStopped =
    status.kind === 'not-available' && (status.why === 'perks-needed' || status.why === 'credentials-refused');
  return {
    ...pollState,
    failures: isFailure(outcome) ? pollState.failures + 1 : 0,
    retryWait: retryWait(retryAfterSeconds, at),
    jitter: random,
    stoppedFor: isStopped ? pollState.connection : null,
  };
}

/** Returns the state after wake-up, network return or a set clock; running time stood still for `slept` ms. */
export function resetPrintPoll(pollState: PrintPollState, slept: Milliseconds): PrintPollState {
  return {
    ...pollState,
    requestedAt: pollState.requestedAt === null ? null : pollState.requestedAt - slept,
    retryWait: retryWaitAfterSleep(pollState.retryWait, slept),
    failures: 0,
    // Treated as a new connection, so that the first response of the Info API triggers a print check.
    connection: null,
  };
}

/**
 * Returns when to check a print next; null for never: the printer is not connected, not watched, or responded
 * with 605 or 606 over the current connection.
 */
export function nextPrintCheck(
  pollState: PrintPollState,
  situation: PrintSituation,
  intervals: Intervals,
): PrintCheck | null {
  const { status, connection, isWatched, wantedAt, infoRetryWait, connectionPoll } = situation;
  if (!isWatched || connection === null || pollState.stoppedFor === connection) return null;
  const interval = printInterval(pollState, situation, intervals);
  if (interval === null) return null;
  const afterWaits = (planned: Milliseconds) =>
    [pollState.retryWait, infoRetryWait].reduce(
      (at, wait) => Math.max(at, afterRetryWait(planned, wait, pollState.jitter, intervals.poll)),
      planned,
    );
  const soonest = pollState.requestedAt === null ? 0 : pollState.requestedAt + intervals.confirmAfter;
  // After a reconnection: at once, but not twice within seconds if the connection is unstable.
  if (pollState.connection !== connection) {
    const isRunning = status.print !== null && status.print.ended === null;
    return { at: afterWaits(soonest), urgency: isRunning || isLively[status.kind] ? 'running' : 'first' };
  }
  const { requestedAt } = pollState;
  // Only the wake-ups of a running print with its usual interval are worth sharing.
  const beside = isLively[status.kind] && interval === intervals.printing ? connectionPoll : null;
  const inTurn = requestedAt === null ? 0 : inTurnAt(requestedAt, interval, pollState, beside);
  // A failed request is not repeated out of turn: that would cause a storm of requests.
  const isWanted = wantedAt !== null && pollState.failures === 0;
  const outOfTurn = isWanted ? Math.max(wantedAt, soonest) : Number.POSITIVE_INFINITY;
  return {
    at: afterWaits(Math.min(inTurn, outOfTurn)),
    urgency: isWanted || isLively[status.kind] ? 'running' : 'idle',
  };
}

function printInterval(
  pollState: PrintPollState,
  situation: PrintSituation,
  intervals: Intervals,
): Milliseconds | null {
  const usual = usualInterval(pollState, situation, intervals);
  if (usual === null || pollState.failures === 0) return usual;
  const backOff = Math.min(intervals.printing * 2 ** (pollState.failures - 1), intervals.backOffLimit);
  return Math.max(usual, backOff);
}

function usualInterval(
  pollState: PrintPollState,
  situation: PrintSituation,
  intervals: Intervals,
): Milliseconds | null {
  const { status } = situation;
  const { unconfirmed } = status;
  // It has to be confirmed before it is believed.
  if (unconfirmed !== null && unconfirmed.about !== 'other-print') return intervals.confirmRefusal;
  switch (status.kind) {
    case 'warming-up':
    case 'printing':
    case 'finishing':
      return runningInterval(pollState, situation, intervals);
    case 'paused':
      return situation.isWindowOpen ? intervals.printingInView : intervals.printing;
    case 'not-answering':
      // During a print this has to be reported within minutes.
      return status.print !== null && status.print.ended === null ? intervals.printing : intervals.noPrint;
    case 'failed':
      // Some printers report a problem that the user can solve as an error.
      return status.confirmedAt - status.since < mayGoOn * intervals.printing ? intervals.printing : intervals.noPrint;
    case 'unknown':
    case 'idle':
    case 'finished':
    case 'cancelled':
    case 'no-login':
      return intervals.noPrint;
    case 'not-available':
      return status.why === 'no-credentials' ? null : intervals.deadRecheck;
  }
}

/** Near its end a print is checked more often. */
function runningInterval(pollState: PrintPollState, situation: PrintSituation, intervals: Intervals): Milliseconds {
  const { status, isWindowOpen, elapsedAt } = situation;
  if (isWindowOpen) return intervals.printingInView;
  const finish = status.print?.finish ?? null;
  const isDone = status.kind === 'finishing';
  if (isDone) return intervals.printEnding;
  if (finish === null || pollState.requestedAt === null) return intervals.printing;
  const untilEnding = elapsedAt(finish.at) - intervals.printEndsSoon - pollState.requestedAt;
  // The last normal check is timed for when the end becomes near.
  return untilEnding <= 0
    ? intervals.printEnding
    : Math.max(intervals.printEnding, Math.min(intervals.printing, untilEnding));
}

/** Which statuses are worth waking up for. */
const isLively: Readonly<Record<PrintStateKind, boolean>> = {
  unknown: false,
  idle: false,
  'warming-up': true,
  printing: true,
  paused: true,
  finishing: true,
  finished: false,
  failed: false,
  cancelled: false,
  'not-answering': true,
  'no-login': false,
  'not-available': false,
};

/**
 * Whether an outcome causes a back-off: silence and plugin problems do; an unresponsive printer or a refusal does not.
 */
function isFailure(outcome: PrintOutcome): boolean {
  if (outcome.kind === 'answered') return false;
  switch (outcome.failure.kind) {
    case 'no-answer':
    case 'plugin-failed':
    case 'too-many-clients':
    case 'not-connected':
    case 'connection-refused':
    case 'limit':
    case 'wrong-state':
    case 'no-print':
      return true;
    case 'no-credentials':
    case 'perks-needed':
    case 'credentials-refused':
    case 'update-needed':
    case 'not-supported':
    case 'printer-not-answering':
    case 'no-printer-login':
      return false;
  }
}
