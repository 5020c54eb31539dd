import { type Instant, type Milliseconds, SECOND } from './time.ts';

/**
 * OctoEverywhere's clock as far as its answers tell: what this computer's own clock says does not count, once an answer
 * came. Plain data.
 */
export interface ServerTime {
  /** Server time minus running time, ms. */
  readonly offset: Milliseconds;
  /** The same by the latest answers, oldest first. */
  readonly samples: readonly Milliseconds[];
}

/** The `Date` of an answer names whole seconds; on average it lies this far before the moment it was written. */
const cutOff: Milliseconds = SECOND / 2;

/** Closer than that nothing is corrected: `Date` and the time on the way are no more exact, and what is right stays. */
const tolerance: Milliseconds = 2 * SECOND;

/** Answers of one clock agree within this. */
const agreement: Milliseconds = 5 * SECOND;

const mostSamples = 9;

/** Server time at the start, when nothing but this computer's clock (`now`, UTC) is known. */
export function serverTimeByOwnClock(now: Instant, elapsed: Milliseconds): ServerTime {
  return { offset: now - elapsed, samples: [] };
}

/** The present moment in server time, UTC, in whole milliseconds: never later than it is. */
export function serverNow(time: ServerTime, elapsed: Milliseconds): Instant {
  return Math.floor(elapsed + time.offset);
}

/**
 * Takes note of an answer's `Date` (UTC). `askedAt` and `answeredAt` are running time. The first answer is believed at
 * once; later ones move the offset only when two in a row agree, so that a proxy's frozen or foreign `Date` does not. Of
 * those that agree the median counts.
 */
export function serverTimeAfterAnswer(
  time: ServerTime,
  serverDate: Instant,
  askedAt: Milliseconds,
  answeredAt: Milliseconds,
): ServerTime {
  const sample = serverDate + cutOff - (askedAt + answeredAt) / 2;
  const before = time.samples.at(-1);
  const samples = [...time.samples, sample].slice(-mostSamples);
  if (before !== undefined && Math.abs(sample - before) > agreement) return { ...time, samples };
  const agreeing = samples.filter((other) => Math.abs(other - sample) <= agreement);
  const offset = median(agreeing);
  return { offset: Math.abs(offset - time.offset) > tolerance ? offset : time.offset, samples };
}

/**
 * After this computer slept for `slept` ms, in which running time stood still, or after its clock was set (0), which says
 * nothing about the server's. The next answer decides.
 */
export function serverTimeAfterJump(time: ServerTime, slept: Milliseconds): ServerTime {
  return { offset: time.offset + slept, samples: [] };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
