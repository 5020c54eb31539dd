import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { PrintReport } from './print-report.ts';

/** When a print will be done, as a stable time. Plain data. */
export interface Finish {
  /** Server time, UTC. */
  readonly at: Instant;
  /** It is uncertain: estimated from the progress, or changed recently. */
  readonly about: boolean;
  /** How many consecutive estimates agreed with it. */
  readonly agreed: number;
}

/** An estimate that differs by less does not change the shown time. */
const stillness: Milliseconds = 3 * MINUTE;

/** How many consecutive estimates have to agree before the time is shown without "about". */
const agreedEnough = 3;

/** Below these, progress and duration do not tell how long the rest will take. */
const leastKnown = { progress: 3, duration: 3 * MINUTE } as const;

/** From this progress on, a print may really have no time left. */
const almostDone = 99;

/** The remaining time of a print, based on a report and the believed progress. */
export interface TimeLeft {
  readonly left: Milliseconds;
  /** The printer reports no time; it is derived from the progress. */
  readonly derived: boolean;
}

/** Returns the remaining time of a running print; null when unknown. Printers without an estimate report zero. */
export function timeLeftOf({ timeLeft, duration }: PrintReport, progress: number | null): TimeLeft | null {
  const isDone = progress !== null && progress >= almostDone;
  if (timeLeft !== null && (timeLeft > 0 || isDone)) return { left: timeLeft, derived: false };
  if (progress === null || duration === null) return null;
  if (progress < leastKnown.progress || duration < leastKnown.duration) return null;
  return { left: (duration * (100 - progress)) / progress, derived: true };
}

/** Returns when a print will be done after a report at `at` with `estimate`; null when unknown. */
export function finishAfter(before: Finish | null, estimate: TimeLeft | null, at: Instant): Finish | null {
  // The previous time stays until it has passed, but is less certain.
  if (estimate === null) return before === null || before.at <= at ? null : { ...before, about: true, agreed: 0 };
  const finishAt = Math.round(at + estimate.left);
  const holds = before !== null && before.at > at && Math.abs(finishAt - before.at) < stillness;
  if (!holds) return { at: finishAt, about: true, agreed: 1 };
  const agreed = Math.min(agreedEnough, before.agreed + 1);
  return { at: before.at, about: estimate.derived || agreed < agreedEnough, agreed };
}
