import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';

/** How far pauses that a printer does not count, and rounding, shift a derived start. */
const startTolerance: Milliseconds = 5 * MINUTE;

/** A print's duration does not decrease by more than this. */
const clockTolerance: Milliseconds = MINUTE;

/** A print's id has arrived after this time at the latest. */
const lateId: Milliseconds = 10 * MINUTE;

/** Percent by which progress drops at least when a print starts over. */
const fallBack = 5;

/** Whether a report is about the known print, about another one, or too odd to decide yet. */
export type Sameness = 'same' | 'other' | 'doubtful';

/**
 * Determines whether a report at `at` of a running or ended print is about `print`. With some printers ids and starts
 * arrive late or change during a print: a print that simply continues is the same one under any id. One that falls back
 * under the same id is another one only if that is confirmed.
 */
export function samenessOf(print: Print, report: PrintReport, at: Instant, isRunning: boolean): Sameness {
  const isRenamed = print.fileName !== null && report.fileName !== null && print.fileName !== report.fileName;
  const isOtherId =
    print.id !== null && report.printId !== null ? print.id !== report.printId : isOtherStart(print, report);
  const restarts = print.ended !== null && isRunning;
  // Some printers name the same print differently once it has ended.
  const isItsEnd = !isRunning && print.id !== null && print.id === report.printId;
  if (isRenamed && !isItsEnd) return 'other';
  // An id that changes after the end does not matter.
  if (isOtherId && !isRunning && print.ended !== null && isSameStart(print, report)) return 'same';
  if (isOtherId) return goesOn(print, report, at) ? 'same' : 'other';
  // A finished print does not warm up.
  if (restarts && (report.state === 'warming-up' || startsAfter(print, report, at))) return 'other';
  if (!isRunning || !fallsBack(print, report)) return 'same';
  return restarts ? 'other' : 'doubtful';
}

/**
 * Whether the figures of `print` were those of the print before, given that a report under the same id contradicts
 * them: printers report these for a while after the start, and an id stands for one print.
 */
export function hadFormerFigures(print: Print, report: PrintReport, at: Instant): boolean {
  return print.ended === null && print.id !== null && print.id === report.printId && at - print.seenAt <= lateId;
}

/** Without ids, the start distinguishes prints. */
function isOtherStart({ namedStart }: Print, { startedAt }: PrintReport): boolean {
  return namedStart !== null && startedAt !== null && Math.abs(startedAt - namedStart) > clockTolerance;
}

function isSameStart({ namedStart }: Print, { startedAt }: PrintReport): boolean {
  return namedStart !== null && startedAt !== null && Math.abs(startedAt - namedStart) <= clockTolerance;
}

/** Whether it is the same print under a new id: its duration simply increased. */
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

/**
 * Whether the duration increased by the elapsed time since the last report; a long gap may hide an end and a new start.
 */
function isYoungOrSteady(print: Print, report: PrintReport, at: Instant): boolean {
  const started = at - (report.duration ?? 0);
  return at - print.lastAt <= lateId || Math.abs(started - (print.lastAt - (print.duration ?? 0))) <= startTolerance;
}

/**
 * Whether it is another print of the same file without an id yet: by its duration it began after the known one ended.
 */
function startsAfter(print: Print, report: PrintReport, at: Instant): boolean {
  if (print.ended === null || report.duration === null) return false;
  const isShorter = print.duration === null || report.duration < print.duration - clockTolerance;
  return isShorter && at - report.duration >= print.ended.at - clockTolerance;
}

/** Whether both duration and progress start over; one alone is a quirk of the printer. */
function fallsBack(print: Print, report: PrintReport): boolean {
  const clock =
    print.duration === null || report.duration === null ? null : report.duration < print.duration - clockTolerance;
  const progress =
    print.progress === null || report.progress === null ? null : report.progress < print.progress - fallBack;
  return (clock ?? true) && (progress ?? true) && (clock ?? progress) !== null;
}
