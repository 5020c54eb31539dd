import { MINUTE, type Milliseconds } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';

/** Percent that progress may increase between two reports beyond what the elapsed time explains. */
const explained = 10;

/** A print shorter than `duration` with more than `progress` still reports the progress of the last print. */
const young = { duration: 2 * MINUTE, progress: 10 } as const;

/** From this value on, progress is more likely left over from the last print, unless the times agree. */
const leftOver = 99;

/** A print that is almost done takes no longer than this. */
export const longestEnd: Milliseconds = 5 * MINUTE;

/**
 * Returns the progress of a print after a report, which never decreases, and a jump that the next report has to
 * confirm. Some printers start with the 100 % of their last print, or jump there and back during a print.
 */
export function progressAfter(
  print: Pick<Print, 'progress' | 'leap' | 'duration'> | null,
  { progress: reported, duration, timeLeft }: Pick<PrintReport, 'progress' | 'duration' | 'timeLeft'>,
  sinceLast: Milliseconds,
): Pick<Print, 'progress' | 'leap'> {
  const floor = print?.progress ?? null;
  if (reported === null) return { progress: floor, leap: print?.leap ?? null };
  if (floor !== null && reported <= floor) return { progress: floor, leap: null };
  if (reported >= leftOver && !isAtItsEnd(print, duration, timeLeft)) return { progress: floor, leap: null };
  if (isAheadOfTime(reported, duration, timeLeft)) return { progress: floor, leap: null };
  if (floor === null && isReadAhead(reported, duration, timeLeft)) return { progress: null, leap: null };
  const isBorneOut = print !== null && print.leap !== null && reported >= print.leap - 1;
  const isBelieved =
    isBorneOut ||
    (floor === null
      ? isLikelyFirst(reported, duration)
      : reported - floor <= explained + gain(sinceLast, duration, timeLeft));
  return isBelieved ? { progress: reported, leap: null } : { progress: floor, leap: reported };
}

/** Percent by which progress may be ahead of the elapsed time: files print unevenly, and estimates are rough. */
const ahead = 40;

/** Whether the remaining time contradicts the progress, which may be that of the current layer, for example. */
function isAheadOfTime(reported: number, duration: Milliseconds | null, timeLeft: Milliseconds | null): boolean {
  if (duration === null || timeLeft === null || duration < young.duration || timeLeft <= longestEnd) return false;
  return reported - shareOf(duration, timeLeft) > ahead;
}

function isLikelyFirst(reported: number, duration: Milliseconds | null): boolean {
  return duration === null || duration >= young.duration || reported <= young.progress;
}

/** Percent by which the first progress of a young print may be ahead of the elapsed time. */
const aheadAtFirst = 5;

/**
 * Whether it is how far the file was read before the print began, as some printers report at first
 * (github.com/marcolivierarsenault/moonraker-home-assistant/issues/160).
 */
function isReadAhead(reported: number, duration: Milliseconds | null, timeLeft: Milliseconds | null): boolean {
  if (duration === null || timeLeft === null || duration >= young.duration || timeLeft <= longestEnd) return false;
  return reported <= young.progress && reported - shareOf(duration, timeLeft) > aheadAtFirst;
}

/** Percent of the time that has passed. */
function shareOf(duration: Milliseconds, timeLeft: Milliseconds): number {
  return (100 * duration) / (duration + timeLeft);
}

/** Whether a print can be almost done: its duration increases, no time is left, and more than one report shows that. */
function isAtItsEnd(
  print: Pick<Print, 'progress' | 'duration'> | null,
  duration: Milliseconds | null,
  timeLeft: Milliseconds | null,
): boolean {
  if (timeLeft !== null && timeLeft > longestEnd) return false;
  const floor = print?.progress ?? null;
  if (duration === null) return floor !== null && floor >= leftOver - 2 * explained;
  const isRunning = floor !== null || duration > (print?.duration ?? duration);
  return isRunning && duration >= young.duration;
}

/** Returns twice the progress expected in that time at a constant rate; without a rate, one percent per minute. */
function gain(time: Milliseconds, duration: Milliseconds | null, timeLeft: Milliseconds | null): number {
  const total = (duration ?? 0) + (timeLeft ?? 0);
  return total > 0 && duration !== null && timeLeft !== null ? (200 * time) / total : time / MINUTE;
}
