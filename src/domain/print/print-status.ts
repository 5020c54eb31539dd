import type { Intervals } from '../intervals.ts';
import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { PluginFailure, PluginFailureKind } from './plugin-failure.ts';
import { isPrematureEnd } from './premature-end.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';
import { endedUnseen, printEnded, printReported } from './running-print.ts';
import { hadFormerFigures, samenessOf } from './same-print.ts';
import { withoutZeroDuration } from './zero-duration.ts';

/** What a printer is doing, according to its plugin. */
export type PrintStateKind =
  /** Not checked yet. */
  | 'unknown'
  | 'idle'
  | 'warming-up'
  | 'printing'
  | 'paused'
  /** Progress is 100 %, but the printer is still working. */
  | 'finishing'
  | 'finished'
  | 'failed'
  | 'cancelled'
  /** Its plugin responds, but the printer does not: 785. */
  | 'not-answering'
  /** Its plugin has no valid login to it: 789. */
  | 'no-login'
  /** Prints cannot be watched, see {@link PrintStatus.why}. */
  | 'not-available';

/** Why prints cannot be watched: no credentials, 605, 606, 610 (and 754), 788. */
export type UnavailableReason = 'no-credentials' | Extract<PluginFailureKind, (typeof unavailable)[number]>;

const unavailable = ['perks-needed', 'credentials-refused', 'update-needed', 'not-supported'] as const;

/** The status of one printer's prints. Times are server time, UTC. Plain data. */
export interface PrintStatus {
  readonly kind: PrintStateKind;
  /** When this kind was first seen, and last. */
  readonly since: Instant;
  readonly confirmedAt: Instant;
  readonly why: UnavailableReason | null;
  /** The running print, or the last one. */
  readonly print: Print | null;
  /** The previous print, while its end may still have to be reported. */
  readonly former: Print | null;
  /** Something that is believed only once it is confirmed; null for nothing. */
  readonly unconfirmed: { readonly about: 'other-print' | UnavailableReason; readonly since: Instant } | null;
}

/** The outcome of a print check. */
export type PrintOutcome =
  | { readonly kind: 'answered'; readonly value: PrintReport }
  | { readonly kind: 'failed'; readonly failure: PluginFailure };

/** The meaning of an outcome, as used by the transition table. */
export type PrintSignal =
  | 'idle'
  | 'warming-up'
  | 'printing'
  | 'done'
  | 'paused'
  | 'complete'
  | 'error'
  | 'cancelled'
  | 'not-answering'
  | 'no-login'
  | 'not-available'
  /** An unknown state, or no usable response. */
  | 'nothing';

/** How far a printer's clock may be behind. */
const clockTolerance: Milliseconds = MINUTE;

/** Returns the status before the first response; `print` is the last known one from a previous run. */
export function printNotYetRequested(at: Instant, print: Print | null = null): PrintStatus {
  return { kind: 'unknown', since: at, confirmedAt: at, why: null, print, former: null, unconfirmed: null };
}

/**
 * The transition table. A printer's reported state is taken as it is, except that a print which has disappeared needs
 * an explanation, and `nothing` changes nothing. A print survives the states in which its printer does not respond.
 */
export function nextPrintKind(before: PrintStateKind, signal: PrintSignal, isFinished: boolean): PrintStateKind {
  switch (signal) {
    case 'idle':
      // Some printers become idle at once after a print, without reporting that it is complete.
      return isFinished ? 'finished' : 'idle';
    case 'done':
      return 'finishing';
    case 'complete':
      return 'finished';
    case 'error':
      return 'failed';
    case 'warming-up':
    case 'printing':
    case 'paused':
    case 'cancelled':
    case 'not-answering':
    case 'no-login':
    case 'not-available':
      return signal;
    case 'nothing':
      return before;
  }
}

/** Returns the status after `outcome` arrived at `at` (server time). */
export function nextPrintStatus(
  before: PrintStatus,
  outcome: PrintOutcome,
  at: Instant,
  intervals: Pick<Intervals, 'confirmAfter' | 'poll'>,
): PrintStatus {
  return outcome.kind === 'failed'
    ? afterFailure(before, outcome.failure, at, intervals)
    : afterReport(before, outcome.value, at, intervals);
}

function afterFailure(
  before: PrintStatus,
  failure: PluginFailure,
  at: Instant,
  intervals: Pick<Intervals, 'confirmAfter'>,
): PrintStatus {
  const signal = signalOfFailure(failure);
  if (signal === 'nothing') return before;
  if (signal !== 'not-available') return moved({ ...before, why: null, unconfirmed: null }, signal, at);
  const why = failure.kind as UnavailableReason;
  // Missing credentials need no confirmation; everything else may be a temporary fault of the service.
  const isKnown = why === 'no-credentials' || (before.kind === 'not-available' && before.why === why);
  const since = before.unconfirmed?.about === why ? before.unconfirmed.since : at;
  if (!isKnown && at - since < intervals.confirmAfter) return { ...before, unconfirmed: { about: why, since } };
  return moved({ ...before, why, unconfirmed: null }, signal, at);
}

function afterReport(
  before: PrintStatus,
  given: PrintReport,
  at: Instant,
  intervals: Pick<Intervals, 'confirmAfter' | 'poll'>,
): PrintStatus {
  const running = before.print?.ended === null ? before.print : null;
  const isPremature = isPrematureEnd(running, given);
  const report = withoutZeroDuration(given, running, at);
  const reported = signalOfReport(report);
  const isOfPrinter = reported === 'error' && running === null && !isOfLaterPrint(report, before);
  const withoutPrint = isPremature || isOfPrinter;
  const signal = withoutPrint ? (running === null ? 'idle' : 'nothing') : reported;
  if (signal === 'nothing') return { ...before, unconfirmed: null };
  const answering = { ...before, why: null };
  if (signal === 'idle') return afterIdle(answering, report, at, intervals);
  const isRunning = signal === 'warming-up' || signal === 'printing' || signal === 'paused';
  const { print } = before;
  const same = print === null ? 'other' : samenessOf(print, report, at, isRunning);
  if (same === 'doubtful' && before.unconfirmed?.about !== 'other-print') {
    return moved({ ...answering, unconfirmed: { about: 'other-print', since: at } }, signal, at);
  }
  const isCorrected = print !== null && same === 'doubtful' && hadFormerFigures(print, report, at);
  const isSame = same === 'same' || isCorrected;
  const known = same === 'same' ? print : null;
  const former = isSame || print === null ? before.former : endedUnseen(print, null, at, intervals);
  const reportedPrint = isRunning ? printReported(known, report, at) : printEnded(known, report, resultOf(signal), at);
  const next = isCorrected ? { ...reportedPrint, seenAt: print.seenAt } : reportedPrint;
  const isDone = signal === 'printing' && next.progress === 100;
  const begins = isSame ? answering : { ...answering, kind: 'unknown' as const };
  // A printer that pauses at each layer to take a picture is seen paused repeatedly.
  const hasMoved = before.kind === 'paused' && (next.layer !== print?.layer || next.progress !== print?.progress);
  const shown = hasMoved ? { ...begins, since: at } : begins;
  // So is an error after a print that ended otherwise.
  const isAfterEnd = signal === 'error' && next.ended !== null && next.ended.result !== 'failed';
  const shownSignal = isDone ? 'done' : isAfterEnd ? 'idle' : signal;
  return moved({ ...shown, print: next, former, unconfirmed: null }, shownSignal, at);
}

/**
 * Whether a report names a print that may have run since the printer was last seen. If not, its error is the printer's:
 * many report one when they are switched off, and some name their last print as long as they have no other.
 */
function isOfLaterPrint({ printId, startedAt }: PrintReport, { kind, confirmedAt }: PrintStatus): boolean {
  if (startedAt === null) return printId !== null;
  return kind !== 'idle' || startedAt >= confirmedAt - clockTolerance;
}

/** A running print may just have ended; the figures of an idle printer are those of its last print and show how. */
function afterIdle(
  before: PrintStatus,
  report: PrintReport,
  at: Instant,
  intervals: Pick<Intervals, 'poll'>,
): PrintStatus {
  const { print } = before;
  if (print === null || print.ended !== null) return moved({ ...before, unconfirmed: null }, 'idle', at);
  const ended = endedUnseen(print, report, at, intervals);
  return moved({ ...before, print: ended, unconfirmed: null }, 'idle', at, ended.ended?.result === 'finished');
}

function moved(status: PrintStatus, signal: PrintSignal, at: Instant, isFinished = false): PrintStatus {
  const kind = nextPrintKind(status.kind, signal, isFinished);
  return { ...status, kind, since: kind === status.kind ? status.since : at, confirmedAt: at };
}

function resultOf(signal: PrintSignal): 'finished' | 'failed' | 'cancelled' {
  return signal === 'complete' ? 'finished' : signal === 'error' ? 'failed' : 'cancelled';
}

function signalOfReport({ state }: PrintReport): PrintSignal {
  switch (state) {
    case 'resuming':
      return 'printing';
    case 'unknown':
      return 'nothing';
    default:
      return state;
  }
}

function signalOfFailure(failure: PluginFailure): PrintSignal {
  switch (failure.kind) {
    case 'printer-not-answering':
      return 'not-answering';
    case 'no-printer-login':
      return 'no-login';
    case 'no-credentials':
    case 'perks-needed':
    case 'credentials-refused':
    case 'update-needed':
    case 'not-supported':
      return 'not-available';
    case 'not-connected':
    case 'connection-refused':
    case 'limit':
    case 'no-print':
    case 'wrong-state':
    case 'too-many-clients':
    case 'plugin-failed':
    case 'no-answer':
      return 'nothing';
  }
}
