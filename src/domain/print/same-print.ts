import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';

/** Pauses that a printer does not count, and rounding, move a start that is worked out by so much. */
const startTolerance: Milliseconds = 5 * MINUTE;

/** A print's own clock does not run back by more than that. */
const clockTolerance: Milliseconds = MINUTE;

/** The id of a print is there after this time at the latest. */
const lateId: Milliseconds = 10 * MINUTE;

/** Percent by which a print that starts over falls back at least. */
const fallBack = 5;

/** Whether a report is about the print that is known, about another one, or says too odd a thing to tell yet. */
export type Sameness = 'same' | 'other' | 'doubtful';

/**
 * Whether a report at `at` that something is being printed, or has ended, is about `print`. Ids and starts come late with some
 * printers, or change in the midst: a print that simply goes on is the same one under whatever id. One that falls back under
 * the same id is another only if that is said twice.
 */
export function samenessOf(print: Print, report: PrintReport, at: Instant, isRunning: boolean): Sameness {
  const isRenamed = print.fileName !== null && report.fileName !== null && print.fileName !== report.fileName;
  const isOtherId =
    print.id !== null && report.printId !== null ? print.id !== report.printId : isOtherStart(print, report);
  const restarts = print.ended !== null && isRunning;
  if (isRenamed) return 'other';
  // An id that changes when all is over changes nothing.
  if (isOtherId && !isRunning && print.ended !== null && isSameStart(print, report)) return 'same';
  if (isOtherId) return goesOn(print, report, at) ? 'same' : 'other';
  // Nothing warms up for what is done.
  if (restarts && (report.state === 'warming-up' || startsAfter(print, report, at))) return 'other';
  if (!isRunning || !fallsBack(print, report)) return 'same';
  return restarts ? 'other' : 'doubtful';
}

/** Without an id the start tells one print from another. */
function isOtherStart({ namedStart }: Print, { startedAt }: PrintReport): boolean {
  return namedStart !== null && startedAt !== null && Math.abs(startedAt - namedStart) > clockTolerance;
}

function isSameStart({ namedStart }: Print, { startedAt }: PrintReport): boolean {
  return namedStart !== null && startedAt !== null && Math.abs(startedAt - namedStart) <= clockTolerance;
}

/** The same print under a new id: its own clock simply went on. */
function goesOn(print: Print, report: PrintReport, at: Instant): boolean {
  if (print.ended !== null) return false;
  if (report.duration !== null && print.duration !== null) {
    if (report.duration < print.duration - clockTolerance) return false;
    const gap = at - print.lastAt;
    const ran = report.duration - print.duration;
    return ran <= gap + startTolerance && ran >= 0 && isYoungOrSteady(print, report, at);
  }
  return at - print.seenAt <= lateId && !fallsBack(print, report);
}

/** A print's clock that went on by as much as time did since the last report; a long gap may hide an end and a beginning. */
function isYoungOrSteady(print: Print, report: PrintReport, at: Instant): boolean {
  const started = at - (report.duration ?? 0);
  return at - print.lastAt <= lateId || Math.abs(started - (print.lastAt - (print.duration ?? 0))) <= startTolerance;
}

/** Another print of the same file, whose id has not come yet: by its own clock it began after the known one ended. */
function startsAfter(print: Print, report: PrintReport, at: Instant): boolean {
  if (print.ended === null || report.duration === null) return false;
  const isShorter = print.duration === null || report.duration < print.duration - clockTolerance;
  return isShorter && at - report.duration >= print.ended.at - clockTolerance;
}

/** Both its clock and its progress start over; one alone is a habit of the printer. */
function fallsBack(print: Print, report: PrintReport): boolean {
  const clock =
    print.duration === null || report.duration === null ? null : report.duration < print.duration - clockTolerance;
  const progress =
    print.progress === null || report.progress === null ? null : report.progress < print.progress - fallBack;
  return (clock ?? true) && (progress ?? true) && (clock ?? progress) !== null;
}
