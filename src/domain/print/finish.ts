import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { PrintReport } from './print-report.ts';

/** When a print will be done, as a moment that holds still. Plain data. */
export interface Finish {
  /** Server time, UTC. */
  readonly at: Instant;
  /** It is uncertain: worked out from the progress, or moved just now. */
  readonly about: boolean;
  /** How many estimates in a row agreed with it. */
  readonly agreed: number;
}

/** An estimate that differs by less does not move what is shown. */
const stillness: Milliseconds = 3 * MINUTE;

/** So many estimates in a row have to agree before it is said without "about". */
const agreedEnough = 3;

/** Below that neither the progress nor the time taken says how long the rest will take. */
const leastKnown = { progress: 3, duration: 3 * MINUTE } as const;

/** Nearer to its end a print may really have no time left. */
const almostDone = 99;

/** How long a print still takes, as far as a report and the progress that is believed tell. */
export interface TimeLeft {
  readonly left: Milliseconds;
  /** The printer names no time; it follows from how much of it is done. */
  readonly derived: boolean;
}

/** The time left of a running print; null when nothing tells. Zero in its midst is the word of printers that know none. */
export function timeLeftOf({ timeLeft, duration }: PrintReport, progress: number | null): TimeLeft | null {
  const isDone = progress !== null && progress >= almostDone;
  if (timeLeft !== null && (timeLeft > 0 || isDone)) return { left: timeLeft, derived: false };
  if (progress === null || duration === null) return null;
  if (progress < leastKnown.progress || duration < leastKnown.duration) return null;
  return { left: (duration * (100 - progress)) / progress, derived: true };
}

/** The moment of the end after a report at `at` that leaves `estimate`; null while nothing tells. */
export function finishAfter(before: Finish | null, estimate: TimeLeft | null, at: Instant): Finish | null {
  // What was said before holds until it is over, less certain than before.
  if (estimate === null) return before === null || before.at <= at ? null : { ...before, about: true, agreed: 0 };
  const finishAt = Math.round(at + estimate.left);
  const holds = before !== null && before.at > at && Math.abs(finishAt - before.at) < stillness;
  if (!holds) return { at: finishAt, about: true, agreed: 1 };
  const agreed = Math.min(agreedEnough, before.agreed + 1);
  return { at: before.at, about: estimate.derived || agreed < agreedEnough, agreed };
}
