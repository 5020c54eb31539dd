import { MINUTE, type Milliseconds, SECOND } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';
import { longestEnd } from './progress.ts';

/** A print that has taken less than this has only just begun. */
const justBegun: Milliseconds = 2 * MINUTE;

/** Percent: with more a print may be about to end, whatever its times say. */
const nearlyAll = 99;

/**
 * Whether a printer reports as complete what has only just begun, as some do until the first move of a print
 * (github.com/prusa3d/Prusa-Firmware-Buddy/issues/5182): no time has passed, or much is left of it. `running` is the
 * print that it was last seen printing; null for none.
 */
export function isPrematureEnd(running: Print | null, { state, progress, duration, timeLeft }: PrintReport): boolean {
  if (state !== 'complete' || duration === null || duration >= justBegun) return false;
  // Some printers forget the duration at the end.
  if (running !== null && (running.duration ?? 0) >= justBegun) return false;
  const isMuchLeft = timeLeft !== null && timeLeft > longestEnd && (progress ?? 0) < nearlyAll;
  return isMuchLeft || (running === null && duration < SECOND);
}
