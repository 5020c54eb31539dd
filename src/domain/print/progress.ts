import { MINUTE, type Milliseconds } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';

/** Percent that a print may gain from one report to the next beyond what its time explains. */
const explained = 10;

/** A print that has just begun and claims more speaks of the last one. */
const young = { duration: 2 * MINUTE, progress: 10 } as const;

/** That much done is more likely what the last print left behind, unless the time agrees. */
const leftOver = 99;

/** A print that is all but done takes no longer than that. */
const longestEnd: Milliseconds = 5 * MINUTE;

/**
 * The progress of a print after a report, which never runs back, and a leap that the next report has to bear out. Some
 * printers begin with the 100 % of their last print, or leap there and back in the midst.
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
  const isBorneOut = print !== null && print.leap !== null && reported >= print.leap - 1;
  const isBelieved =
    isBorneOut ||
    (floor === null
      ? isLikelyFirst(reported, duration)
      : reported - floor <= explained + gain(sinceLast, duration, timeLeft));
  return isBelieved ? { progress: reported, leap: null } : { progress: floor, leap: reported };
}

function isLikelyFirst(reported: number, duration: Milliseconds | null): boolean {
  return duration === null || duration >= young.duration || reported <= young.progress;
}

/** Whether a print can be all but done: its clock runs, there is no time left, and more than one report says so. */
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

/** Twice what the print gains in that time at an even pace; without one, a percent a minute. */
function gain(time: Milliseconds, duration: Milliseconds | null, timeLeft: Milliseconds | null): number {
  const total = (duration ?? 0) + (timeLeft ?? 0);
  return total > 0 && duration !== null && timeLeft !== null ? (200 * time) / total : time / MINUTE;
}
