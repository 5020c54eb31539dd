import type { Intervals } from '../intervals.ts';
import { type Instant, MINUTE, type Milliseconds, SECOND } from '../time.ts';
import { finishAfter, timeLeftOf } from './finish.ts';
import { layersAfter } from './layers.ts';
import type { Print, PrintEnd, PrintResult } from './print.ts';
import type { PrintReport } from './print-report.ts';
import { longestEnd, progressAfter } from './progress.ts';

/** Returns a print after a report while it is running; `print` is null for a new one. */
export function printReported(print: Print | null, report: PrintReport, at: Instant): Print {
  const { state, duration } = report;
  // While warming up, a printer still reports the figures of its last print.
  const isWarming = state === 'warming-up';
  const sinceLast = print === null ? 0 : at - print.lastAt;
  const { progress, leap } = isWarming
    ? { progress: print?.progress ?? null, leap: null }
    : progressAfter(print, report, sinceLast);
  const left = isWarming ? null : timeLeftOf(report, progress);
  return {
    id: report.printId ?? print?.id ?? null,
    fileName: report.fileName ?? print?.fileName ?? null,
    startedAt: print?.startedAt ?? startOf(isWarming ? { ...report, duration: null } : report, at),
    namedStart: report.startedAt ?? print?.namedStart ?? null,
    seenAt: print?.seenAt ?? at,
    lastAt: at,
    ranAt: state === 'paused' ? (print?.ranAt ?? null) : at,
    // Zero is only believed as long as it is reported.
    duration: isWarming && print === null ? null : (duration ?? (print?.duration || null)),
    progress,
    leap,
    ...layersAfter(print, report, isWarming),
    gadget: gadgetAfter(print, report, at),
    temperatures: report.temperatures,
    // The end of a pause is unknown.
    finish: state === 'paused' ? null : finishAfter(print?.finish ?? null, left, at),
    words: report.error ?? report.detail,
    ended: null,
  };
}

/** Returns a print that its printer reports as ended; `print` is null for one that was not seen running. */
export function printEnded(print: Print | null, report: PrintReport, result: PrintResult, at: Instant): Print {
  const known = print ?? printReported(null, { ...report, state: 'printing' }, at);
  const first = known.ended;
  const ended =
    first === null || isReplaced(first, result, at)
      ? { result, ...endOf(print, report, result, at), foundAt: at }
      : first;
  return {
    ...known,
    id: report.printId ?? known.id,
    fileName: known.fileName ?? report.fileName,
    duration: first === null ? durationUntil(ended.at, known, report) : known.duration,
    progress: result === 'finished' ? 100 : known.progress,
    leap: null,
    finish: null,
    words: report.error ?? report.detail ?? known.words,
    ended,
  };
}

/** Returns how long a print took that was last seen some time before its end at `endedAt`; null when unknown. */
function durationUntil(
  endedAt: Instant,
  { startedAt, lastAt, duration }: Print,
  report: PrintReport | null,
): Milliseconds | null {
  if (endedAt - lastAt <= justSeen) return duration;
  const reported = report?.duration ?? null;
  if (reported === null || (duration !== null && reported < duration)) return null;
  return Math.max(duration ?? 0, Math.min(reported, endedAt - startedAt));
}

/** How long after the end of a print its printer may still change the result. */
const undecided: Milliseconds = 30 * SECOND;

/**
 * Whether a later reported result of a print replaces the first one. Some printers report an error after every
 * cancellation, and an error long after the end is about the printer: many are switched off then.
 */
function isReplaced(first: PrintEnd, result: PrintResult, at: Instant): boolean {
  if (first.result === result || (first.result === 'cancelled' && result === 'failed')) return false;
  if (at - first.foundAt < undecided) return true;
  return result !== 'failed' && (first.result === 'unknown' || !first.exact);
}

/** Reports of a running print arrive at least this often; after a longer time something was missed. */
const watched: Milliseconds = 5 * MINUTE;

/** An end was seen if the print was seen running this recently: one poll and its possible delay. */
const justSeen: Milliseconds = 90 * SECOND;

/** How much earlier than expected a print may end. */
const earlier: Milliseconds = 2 * MINUTE;

/** Percent: from this progress on a print was almost done; an idle printer's figures below it show that it was not. */
const nearlyAll = 99;
const all = 99.9;

/**
 * Returns a print that has disappeared without a seen end. It was finished if the idle printer's figures show that, or
 * if its time was up while it was being watched; otherwise the result is unknown. `idle` is the report of the idle
 * printer; null when another print is running.
 */
export function endedUnseen(
  print: Print,
  idle: PrintReport | null,
  at: Instant,
  { poll }: Pick<Intervals, 'poll'>,
): Print {
  if (print.ended !== null) return print;
  const isItsOwn = idle !== null && isAbout(idle, print);
  const left = isItsOwn ? idle.progress : null;
  // 100 % with half an hour left is a jump in a faulty progress, not the end.
  const isConsistent = idle === null || idle.timeLeft === null || idle.timeLeft <= longestEnd;
  // A print may have stopped unseen shortly before its end, so only complete progress counts as the end.
  const isAll = left !== null && (left >= all || (left >= nearlyAll && idle?.timeLeft === 0));
  const saysAll = isAll && isConsistent && (print.progress ?? 0) > 0;
  const saysLess = left !== null && left > 0 && left < nearlyAll;
  const wasWatched = at - print.lastAt <= Math.max(watched, 3 * poll);
  const timeWasUp = print.finish !== null && print.finish.at <= at + earlier;
  const wasNearlyDone = print.progress !== null && print.progress >= nearlyAll;
  const isFinished = saysAll || (wasWatched && !saysLess && (timeWasUp || wasNearlyDone));
  const expected = Math.min(
    at,
    Math.max(print.lastAt, byOwnClock(print, isItsOwn ? idle : null) ?? print.finish?.at ?? at),
  );
  return {
    ...print,
    duration: durationUntil(expected, print, isItsOwn ? idle : null),
    progress: isFinished ? 100 : print.progress,
    leap: null,
    finish: null,
    ended: { result: isFinished ? 'finished' : 'unknown', at: expected, exact: false, foundAt: at },
  };
}

/** Whether the figures of an idle printer may be those of this print rather than of a later one that nobody saw. */
function isAbout({ printId, fileName }: PrintReport, print: Print): boolean {
  const isOtherId = printId !== null && print.id !== null && printId !== print.id;
  return !isOtherId && !(fileName !== null && print.fileName !== null && fileName !== print.fileName);
}

/**
 * Returns when a print ended, by the duration that the idle printer reports; this excludes pauses that were not seen.
 */
function byOwnClock({ lastAt, duration }: Print, idle: PrintReport | null): Instant | null {
  if (idle === null || idle.duration === null || duration === null || idle.duration < duration) return null;
  return lastAt + idle.duration - duration;
}

/**
 * Returns when a reported end happened: now if the print was seen running shortly before, else when it was expected.
 */
function endOf(print: Print | null, report: PrintReport, result: PrintResult, at: Instant) {
  if (print !== null && at - print.lastAt <= justSeen) return { at, exact: true };
  const began = print?.startedAt ?? report.startedAt;
  const byItsClock = began === null || report.duration === null ? null : began + report.duration;
  const expected = result === 'finished' ? (byItsClock ?? print?.finish?.at ?? at) : (byItsClock ?? at);
  return { at: Math.min(at, Math.max(expected, print?.lastAt ?? 0)), exact: false };
}

function startOf({ startedAt, duration }: PrintReport, at: Instant): Instant {
  const byItsClock = duration === null ? at : at - duration;
  // A start in the future, or more than a day off by its own duration, belongs to another print.
  if (startedAt === null || startedAt > at) return byItsClock;
  return duration !== null && Math.abs(startedAt - byItsClock) > mostPaused ? byItsClock : startedAt;
}

/** How far a duration that excludes pauses can be behind. */
const mostPaused: Milliseconds = 24 * 60 * MINUTE;

/** Returns Gadget's warnings; those before the start of the print were about the previous one. */
function gadgetAfter(print: Print | null, report: PrintReport, at: Instant): Print['gadget'] {
  const before = print?.gadget ?? { warnedAt: null, pausedAt: null };
  const { warnedAgo, pausedAgo, suppressed } = report.gadget;
  if (suppressed === true) return before;
  const began = print?.startedAt ?? startOf(report, at);
  const moment = (ago: Milliseconds | null) => (ago === null || at - ago < began ? null : at - ago);
  return { warnedAt: moment(warnedAgo) ?? before.warnedAt, pausedAt: moment(pausedAgo) ?? before.pausedAt };
}
