import { type Instant, type Milliseconds, SECOND } from './time.ts';

/**
 * OctoEverywhere's clock as derived from its responses; after the first one, this computer's own clock does not matter.
 * Plain data.
 */
export interface ServerTime {
  /** Server time minus running time, ms. */
  readonly offset: Milliseconds;
  /** The offsets measured by the latest responses, oldest first, ms. */
  readonly samples: readonly Milliseconds[];
}

/** A response's `Date` is cut to whole seconds, so on average it is this much too early. */
const cutOff: Milliseconds = SECOND / 2;

/** Smaller differences are not corrected: `Date` and the transit time are no more precise. */
const tolerance: Milliseconds = 2 * SECOND;

/** Responses from the same clock agree within this. */
const agreement: Milliseconds = 5 * SECOND;

const mostSamples = 9;

/** Returns the initial server time, based only on this computer's clock (`now`, UTC). */
export function serverTimeByOwnClock(now: Instant, elapsed: Milliseconds): ServerTime {
  return { offset: now - elapsed, samples: [] };
}

/** Returns the current server time, UTC, rounded down to whole milliseconds. */
export function serverNow(time: ServerTime, elapsed: Milliseconds): Instant {
  return Math.floor(elapsed + time.offset);
}

/**
 * Takes a response's `Date` (UTC) into account. `askedAt` and `answeredAt` are running time, ms. The first response
 * counts at once; later ones change the offset only when two in a row agree, so that a proxy's frozen or foreign `Date`
 * does not. The median of the agreeing samples is used.
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
 * Returns when a response was created, in server time: its own `Date` (UTC), limited to the time between the request
 * and the arrival, within the error of the offset; without a `Date`, when it arrived. A response that shows a change
 * was created after it, so this bounds the times in later responses.
 */
export function madeAt(serverDate: Instant | null, askedAt: Instant, answeredAt: Instant): Instant {
  if (serverDate === null) return answeredAt;
  return Math.max(askedAt - tolerance - cutOff, Math.min(answeredAt, serverDate + 2 * cutOff));
}

/**
 * Adjusts the offset after this computer slept for `slept` ms, during which running time stood still; 0 after its clock
 * was set, which says nothing about the server's clock. The next response counts at once.
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
