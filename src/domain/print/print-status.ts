import type { Intervals } from '../intervals.ts';
import type { Instant } from '../time.ts';
import type { PluginFailure, PluginFailureKind } from './plugin-failure.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';
import { endedUnseen, printEnded, printReported } from './running-print.ts';
import { samenessOf } from './same-print.ts';

/** What a printer does, as far as its plugin tells. */
export type PrintStateKind =
  /** Not asked yet. */
  | 'unknown'
  | 'idle'
  | 'warming-up'
  | 'printing'
  | 'paused'
  /** All of it is done, and the printer still works on it. */
  | 'finishing'
  | 'finished'
  | 'failed'
  | 'cancelled'
  /** Its plugin is there, the printer itself is not: 785. */
  | 'not-answering'
  /** Its plugin has no valid login to it: 789. */
  | 'no-login'
  /** It cannot be asked about prints, see {@link PrintStatus.why}. */
  | 'not-available';

/** Why a printer cannot be asked about prints: without credentials, 605, 606, 610 (and 754), 788. */
export type UnavailableReason = 'no-credentials' | Extract<PluginFailureKind, (typeof unavailable)[number]>;

const unavailable = ['perks-needed', 'credentials-refused', 'update-needed', 'not-supported'] as const;

/** What is known of one printer's prints. Moments are server time, UTC. Plain data. */
export interface PrintStatus {
  readonly kind: PrintStateKind;
  /** When it was first seen so, and last. */
  readonly since: Instant;
  readonly confirmedAt: Instant;
  readonly why: UnavailableReason | null;
  /** The print that runs, or the last one. */
  readonly print: Print | null;
  /** The one before it, while its end may still be news. */
  readonly former: Print | null;
  /** Something that is believed when it is said again; null when there is nothing. */
  readonly doubt: { readonly about: 'other-print' | UnavailableReason; readonly since: Instant } | null;
}

/** What came of asking about a printer's print. */
export type PrintOutcome =
  | { readonly kind: 'answered'; readonly value: PrintReport }
  | { readonly kind: 'failed'; readonly failure: PluginFailure };

/** What an outcome says of the printer, in the words of the transition table. */
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
  /** It says nothing: a word that nobody knows, or no usable answer. */
  | 'nothing';

/** The status before the first answer; `print` is what was known of it when the app ended. */
export function printNotYetAsked(at: Instant, print: Print | null = null): PrintStatus {
  return { kind: 'unknown', since: at, confirmedAt: at, why: null, print, former: null, doubt: null };
}

/**
 * The transition table. What a printer says is what it does; only that a print simply is no more needs to be explained, and
 * what says nothing changes nothing. A print outlives the states in which its printer does not answer.
 */
export function nextPrintKind(before: PrintStateKind, signal: PrintSignal, isFinished: boolean): PrintStateKind {
  switch (signal) {
    case 'idle':
      // Of a printer that goes idle at once when a print is done, nobody says that it is.
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

/** The status after `outcome` came at `at` (server time). */
export function nextPrintStatus(
  before: PrintStatus,
  outcome: PrintOutcome,
  at: Instant,
  rules: Pick<Intervals, 'secondLook' | 'poll'>,
): PrintStatus {
  return outcome.kind === 'failed'
    ? afterFailure(before, outcome.failure, at, rules)
    : afterReport(before, outcome.value, at, rules);
}

function afterFailure(
  before: PrintStatus,
  failure: PluginFailure,
  at: Instant,
  rules: Pick<Intervals, 'secondLook'>,
): PrintStatus {
  const signal = signalOfFailure(failure);
  if (signal === 'nothing') return before;
  if (signal !== 'not-available') return moved({ ...before, why: null, doubt: null }, signal, at);
  const why = failure.kind as UnavailableReason;
  // That there are no credentials nobody has to say twice; everything else may be a moment's fault of the service.
  const isKnown = why === 'no-credentials' || (before.kind === 'not-available' && before.why === why);
  const since = before.doubt?.about === why ? before.doubt.since : at;
  if (!isKnown && at - since < rules.secondLook) return { ...before, doubt: { about: why, since } };
  return moved({ ...before, why, doubt: null }, signal, at);
}

function afterReport(
  before: PrintStatus,
  report: PrintReport,
  at: Instant,
  rules: Pick<Intervals, 'secondLook' | 'poll'>,
): PrintStatus {
  const signal = signalOfReport(report);
  if (signal === 'nothing') return { ...before, doubt: null };
  const answering = { ...before, why: null };
  if (signal === 'idle') return afterIdle(answering, report, at, rules);
  const isRunning = signal === 'warming-up' || signal === 'printing' || signal === 'paused';
  const { print } = before;
  const same = print === null ? 'other' : samenessOf(print, report, at, isRunning);
  if (same === 'doubtful' && before.doubt?.about !== 'other-print') {
    return moved({ ...answering, doubt: { about: 'other-print', since: at } }, signal, at);
  }
  const isSame = same === 'same';
  const known = isSame ? print : null;
  const former = isSame || print === null ? before.former : endedUnseen(print, null, at, rules);
  const next = isRunning ? printReported(known, report, at) : printEnded(known, report, resultOf(signal), at);
  const isDone = signal === 'printing' && next.progress === 100;
  const begins = isSame ? answering : { ...answering, kind: 'unknown' as const };
  // A printer that pauses at each layer, to take a picture, is found paused again and again.
  const hasMoved = before.kind === 'paused' && (next.layer !== print?.layer || next.progress !== print?.progress);
  const shown = hasMoved ? { ...begins, since: at } : begins;
  return moved({ ...shown, print: next, former, doubt: null }, isDone ? 'done' : signal, at);
}

/** A print that ran may just have ended; the figures of an idle printer are those of its last print and say how. */
function afterIdle(before: PrintStatus, report: PrintReport, at: Instant, rules: Pick<Intervals, 'poll'>): PrintStatus {
  const { print } = before;
  if (print === null || print.ended !== null) return moved({ ...before, doubt: null }, 'idle', at);
  const ended = endedUnseen(print, report, at, rules);
  return moved({ ...before, print: ended, doubt: null }, 'idle', at, ended.ended?.result === 'finished');
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
