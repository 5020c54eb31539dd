import type { Intervals } from '../intervals.ts';
import { type Instant, MINUTE, type Milliseconds, SECOND } from '../time.ts';
import { finishAfter, timeLeftOf } from './finish.ts';
import type { Print, PrintResult } from './print.ts';
import type { PrintReport } from './print-report.ts';
import { progressAfter } from './progress.ts';

/** A print after a report of it while it runs; `print` is null for one that was not known. */
export function printReported(print: Print | null, report: PrintReport, at: Instant): Print {
  const { state, duration } = report;
  // A printer that warms up still has the figures of its last print.
  const isWarming = state === 'warming-up';
  const sinceLast = print === null ? 0 : at - print.lastAt;
  const { progress, leap } = isWarming
    ? { progress: print?.progress ?? null, leap: null }
    : progressAfter(print, report, sinceLast);
  const left = isWarming ? null : timeLeftOf(report, progress);
  return {
    id: report.printId ?? print?.id ?? null,
    fileName: report.fileName ?? print?.fileName ?? null,
    startedAt: print?.startedAt ?? startOf(report, at),
    namedStart: report.startedAt ?? print?.namedStart ?? null,
    seenAt: print?.seenAt ?? at,
    lastAt: at,
    duration: isWarming && print === null ? null : (duration ?? print?.duration ?? null),
    progress,
    leap,
    ...layersAfter(print, report, isWarming),
    gadget: gadgetAfter(print, report, at),
    temperatures: report.temperatures,
    // A pause has no end that anybody knows.
    finish: state === 'paused' ? null : finishAfter(print?.finish ?? null, left, at),
    words: report.error ?? report.detail,
    ended: null,
  };
}

/** A print that its printer says has ended; `print` is null for one that nobody saw run. */
export function printEnded(print: Print | null, report: PrintReport, result: PrintResult, at: Instant): Print {
  const known = print ?? printReported(null, { ...report, state: 'printing' }, at);
  const first = known.ended;
  const isNew = first === null || first.result !== result;
  return {
    ...known,
    id: report.printId ?? known.id,
    fileName: known.fileName ?? report.fileName,
    progress: result === 'finished' ? 100 : known.progress,
    leap: null,
    finish: null,
    words: report.error ?? report.detail ?? known.words,
    ended: isNew ? { result, ...endOf(print, report, result, at), foundAt: at } : first,
  };
}

/** Reports of a print that runs come at least this often; after a longer time something was missed. */
const watched: Milliseconds = 5 * MINUTE;

/** An end was seen when the print was seen to run so shortly before: a poll, and what it may be late. */
const justSeen: Milliseconds = 90 * SECOND;

/** A print ends this much before its time at the most, as far as that time was certain. */
const earlier: Milliseconds = 2 * MINUTE;

/** Percent: so much done was all but the end; and so little left behind by a printer that is idle was not the end. */
const nearlyAll = 99;

/**
 * A print that is no more although nobody saw it end. It was finished when the idle printer's figures say so, or when its time
 * was up while it was watched; else nobody knows. `idle` is the report of the idle printer; null when another print runs.
 */
export function endedUnseen(
  print: Print,
  idle: PrintReport | null,
  at: Instant,
  { poll }: Pick<Intervals, 'poll'>,
): Print {
  if (print.ended !== null) return print;
  const isItsOwn = idle !== null && (idle.printId === null || print.id === null || idle.printId === print.id);
  const left = isItsOwn ? idle.progress : null;
  const saysAll = left !== null && left >= nearlyAll && (print.progress ?? 0) > 0;
  const saysLess = left !== null && left > 0 && left < nearlyAll;
  const wasWatched = at - print.lastAt <= Math.max(watched, 3 * poll);
  const timeWasUp = print.finish !== null && print.finish.at <= at + earlier;
  const wasNearlyDone = print.progress !== null && print.progress >= nearlyAll;
  const isFinished = saysAll || (wasWatched && !saysLess && (timeWasUp || wasNearlyDone));
  const expected = print.finish === null ? at : Math.min(at, Math.max(print.lastAt, print.finish.at));
  return {
    ...print,
    progress: isFinished ? 100 : print.progress,
    leap: null,
    finish: null,
    ended: { result: isFinished ? 'finished' : 'unknown', at: expected, exact: false, foundAt: at },
  };
}

/** The end that a printer reports was seen when the print ran shortly before; else it was when it was expected. */
function endOf(print: Print | null, report: PrintReport, result: PrintResult, at: Instant) {
  if (print !== null && at - print.lastAt <= justSeen) return { at, exact: true };
  const began = print?.startedAt ?? report.startedAt;
  const byItsClock = began === null || report.duration === null ? null : began + report.duration;
  const expected = result === 'finished' ? (byItsClock ?? print?.finish?.at ?? at) : (byItsClock ?? at);
  return { at: Math.min(at, Math.max(expected, print?.lastAt ?? 0)), exact: false };
}

function startOf({ startedAt, duration }: PrintReport, at: Instant): Instant {
  const byItsClock = duration === null ? at : at - duration;
  // What begins later than it was seen, or a day before its own clock, is the start of another print.
  if (startedAt === null || startedAt > at) return byItsClock;
  return duration !== null && Math.abs(startedAt - byItsClock) > mostPaused ? byItsClock : startedAt;
}

/** A clock that stands still in pauses is behind by no more. */
const mostPaused: Milliseconds = 24 * 60 * MINUTE;

function layersAfter(
  print: Print | null,
  { layer, totalLayers }: PrintReport,
  isWarming: boolean,
): Pick<Print, 'layer' | 'totalLayers' | 'firstLayer'> {
  const firstLayer = print?.firstLayer ?? (isWarming ? null : layer);
  if (isWarming) return { layer: print?.layer ?? null, totalLayers: print?.totalLayers ?? null, firstLayer };
  const total = totalLayers ?? print?.totalLayers ?? null;
  const highest = layer === null ? (print?.layer ?? null) : Math.max(layer, print?.layer ?? 0);
  return {
    layer: highest === null || total === null ? highest : Math.min(highest, total),
    totalLayers: total,
    firstLayer,
  };
}

/** What Gadget did before a print began was about the one before it. */
function gadgetAfter(print: Print | null, report: PrintReport, at: Instant): Print['gadget'] {
  const before = print?.gadget ?? { warnedAt: null, pausedAt: null };
  const { warnedAgo, pausedAgo, suppressed } = report.gadget;
  if (suppressed === true) return before;
  const began = print?.startedAt ?? startOf(report, at);
  const moment = (ago: Milliseconds | null) => (ago === null || at - ago < began ? null : at - ago);
  return { warnedAt: moment(warnedAgo) ?? before.warnedAt, pausedAt: moment(pausedAgo) ?? before.pausedAt };
}
