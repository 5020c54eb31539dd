import type { Intervals } from '../domain/intervals.ts';
import type { PrintOutcome, PrintStateKind, PrintStatus } from '../domain/print/print-status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';

/** What the schedule keeps of one printer's print. Plain data; times are running times. */
export interface PrintPace {
  /** When it was last asked about; null before the first time. */
  readonly askedAt: Milliseconds | null;
  /** Requests in a row that brought nothing. */
  readonly failures: number;
  /** OctoEverywhere wants no request before. */
  readonly notBefore: Milliseconds | null;
  /** 0–1, drawn with each answer, so that many printers do not step in line. */
  readonly jitter: number;
  /** The connection that was last asked about, see {@link PrintSituation.connection}. */
  readonly connection: string | null;
  /** The connection under which asking is of no use any more: 605 or 606, said twice. Null otherwise. */
  readonly stoppedFor: string | null;
}

/** What else decides when a print is asked about. */
export interface PrintSituation {
  readonly status: PrintStatus;
  /**
   * Names the connection as OctoEverywhere knows it: another one after each reconnection and after perks came back. Null
   * while the printer is not connected, or nothing says that it still is.
   */
  readonly connection: string | null;
  /** The user wants prints of this printer to be watched, and its credentials are there. */
  readonly isWatched: boolean;
  /** The window is open: somebody may be looking. */
  readonly isWindowOpen: boolean;
  /** When alerting wants an answer out of turn; null when it does not. */
  readonly wantedAt: Milliseconds | null;
  /** What a `Retry-After` of the Info API asks for; it counts for all requests about this printer. */
  readonly infoNotBefore: Milliseconds | null;
  /** Turns server time into running time. */
  readonly elapsedAt: (at: Instant) => Milliseconds;
}

/** When a print is to be asked about, and whether that is worth waking up for. */
export interface PrintCheck {
  readonly at: Milliseconds;
  /** False for an idle printer: it is asked when the monitor is awake anyway. */
  readonly wakes: boolean;
}

export const firstPrintPace: PrintPace = {
  askedAt: null,
  failures: 0,
  notBefore: null,
  jitter: 0,
  connection: null,
  stoppedFor: null,
};

/** Jitter only ever lengthens an interval. */
const jitterShare = 0.05;

/** The pace when a request starts at `at` over `connection`. */
export function printPaceAsked(pace: PrintPace, at: Milliseconds, connection: string | null): PrintPace {
  return { ...pace, askedAt: at, connection };
}

/** The pace after an answer at `at` made `status`; `random` is 0–1. */
export function printPaceAnswered(
  pace: PrintPace,
  { outcome, retryAfterSeconds }: { readonly outcome: PrintOutcome; readonly retryAfterSeconds: number | null },
  status: PrintStatus,
  at: Milliseconds,
  random: number,
): PrintPace {
  const isStopped =
    status.kind === 'not-available' && (status.why === 'perks-needed' || status.why === 'credentials-refused');
  return {
    ...pace,
    failures: isFailure(outcome) ? pace.failures + 1 : 0,
    notBefore: retryAfterSeconds === null ? null : at + retryAfterSeconds * SECOND,
    jitter: random,
    stoppedFor: isStopped ? pace.connection : null,
  };
}

/** The pace after wake, network return or a set clock: running time stood still for `slept` ms, and all is asked afresh. */
export function printPaceAfresh(pace: PrintPace, slept: Milliseconds): PrintPace {
  return {
    ...pace,
    askedAt: pace.askedAt === null ? null : pace.askedAt - slept,
    notBefore: pace.notBefore === null ? null : pace.notBefore - slept,
    failures: 0,
    // Whatever it was, it is another one: so the first answer of the Info API has the print asked about.
    connection: null,
  };
}

/**
 * When to ask about a print next (API §6). Null when nothing is to be asked: the printer is not connected, not watched, or
 * answered 605 or 606 over this very connection.
 */
export function nextPrintCheck(pace: PrintPace, situation: PrintSituation, rules: Intervals): PrintCheck | null {
  const { status, connection, isWatched, wantedAt, infoNotBefore } = situation;
  if (!isWatched || connection === null || pace.stoppedFor === connection) return null;
  const interval = printInterval(pace, situation, rules);
  if (interval === null) return null;
  const notBefore = Math.max(pace.notBefore ?? 0, infoNotBefore ?? 0);
  const soonest = pace.askedAt === null ? 0 : pace.askedAt + rules.secondLook;
  // A connection that came back: at once, though not twice within seconds when it comes and goes.
  if (pace.connection !== connection) {
    const isRunning = status.print !== null && status.print.ended === null;
    return { at: Math.max(soonest, notBefore), wakes: isRunning || isWorthWaking(status) };
  }
  const inTurn = pace.askedAt === null ? 0 : pace.askedAt + interval * (1 + jitterShare * pace.jitter);
  // What brought nothing is not asked again out of turn: that would be a storm.
  const isWanted = wantedAt !== null && pace.failures === 0;
  const outOfTurn = isWanted ? Math.max(wantedAt, soonest) : Number.POSITIVE_INFINITY;
  return { at: Math.max(Math.min(inTurn, outOfTurn), notBefore), wakes: isWanted || isWorthWaking(status) };
}

function printInterval(pace: PrintPace, situation: PrintSituation, rules: Intervals): Milliseconds | null {
  const usual = usualInterval(pace, situation, rules);
  if (usual === null || pace.failures === 0) return usual;
  const backOff = Math.min(rules.printing * 2 ** (pace.failures - 1), rules.backOffLimit);
  return Math.max(usual, backOff);
}

function usualInterval(pace: PrintPace, situation: PrintSituation, rules: Intervals): Milliseconds | null {
  const { status } = situation;
  const { doubt } = status;
  // Said once: it has to be said again before it is believed.
  if (doubt !== null && doubt.about !== 'other-print') return rules.confirmRefusal;
  switch (status.kind) {
    case 'warming-up':
    case 'printing':
    case 'finishing':
      return runningInterval(pace, situation, rules);
    case 'paused':
      return situation.isWindowOpen ? rules.printingInView : rules.printing;
    case 'not-answering':
      // While a print runs it is a question of minutes whether that has to be told.
      return status.print !== null && status.print.ended === null ? rules.printing : rules.noPrint;
    case 'unknown':
    case 'idle':
    case 'finished':
    case 'failed':
    case 'cancelled':
    case 'no-login':
      return rules.noPrint;
    case 'not-available':
      return status.why === 'no-credentials' ? null : rules.deadRecheck;
  }
}

/** Closer to its end a print is looked at more often. */
function runningInterval(pace: PrintPace, situation: PrintSituation, rules: Intervals): Milliseconds {
  const { status, isWindowOpen, elapsedAt } = situation;
  if (isWindowOpen) return rules.printingInView;
  const finish = status.print?.finish ?? null;
  const isDone = status.kind === 'finishing';
  if (isDone) return rules.printEnding;
  if (finish === null || pace.askedAt === null) return rules.printing;
  const untilEnding = elapsedAt(finish.at) - rules.printEndsSoon - pace.askedAt;
  // The last look before the end is near comes when it is.
  return untilEnding <= 0 ? rules.printEnding : Math.max(rules.printEnding, Math.min(rules.printing, untilEnding));
}

/** Whether something goes on that is worth waking up for. */
function isWorthWaking({ kind }: PrintStatus): boolean {
  return isLively[kind];
}

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

/** Silence and trouble of the plugin back off; a printer that does not answer, and a plain no, are answers. */
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
