import { type Instant, type Milliseconds, SECOND } from './time.ts';

/**
 * The offset that one response showed, and when it arrived (running time); the faster it was, the more exactly. In
 * ms.
 */
interface Sample {
  readonly offset: Milliseconds;
  readonly at: Milliseconds;
  readonly took: Milliseconds;
}

/**
 * OctoEverywhere's clock as derived from its responses; after the first one, this computer's own clock does not matter.
 * Plain data.
 */
export interface ServerTime {
  /** Server time minus running time, ms. */
  readonly offset: Milliseconds;
  /** What the latest responses showed, oldest first. */
  readonly samples: readonly Sample[];
  /** Whether two responses agreed although time had passed between them: their `Date` is that of a running clock. */
  readonly isConfirmed: boolean;
  /** The offset before the first of them; it counts again if that one's `Date` stands still. */
  readonly fallback: Milliseconds;
  /**
   * Confirmed earlier, or reported by OctoEverywhere as past: a response with an older `Date` is not believed until it
   * is confirmed; null for nothing.
   */
  readonly notBefore: Instant | null;
}

/** A response's `Date` is cut to whole seconds, so on average it is this much too early. */
const cutOff: Milliseconds = SECOND / 2;

/** Smaller differences are not corrected: `Date` and the transit time are no more precise. */
const tolerance: Milliseconds = 2 * SECOND;

/** Responses from the same clock agree within this. */
const agreement: Milliseconds = 5 * SECOND;

/** Only responses that are this far apart show whether the clock runs: a `Date` that stands still must not agree. */
const apart: Milliseconds = 2 * agreement;

const mostSamples = 9;

/**
 * Returns the initial server time, based only on this computer's clock (`now`, UTC); `notBefore` is what an earlier run
 * knew.
 */
export function serverTimeByOwnClock(
  now: Instant,
  elapsed: Milliseconds,
  notBefore: Instant | null = null,
): ServerTime {
  const offset = now - elapsed;
  return { offset, samples: [], isConfirmed: false, fallback: offset, notBefore };
}

/** Returns the current server time, UTC, rounded down to whole milliseconds. */
export function serverNow(time: ServerTime, elapsed: Milliseconds): Instant {
  return Math.floor(elapsed + time.offset);
}

/**
 * Takes a response's `Date` (UTC) into account. `requestedAt` and `answeredAt` are running time, ms. The first response
 * counts at once, unless its `Date` has passed already, and until one after it contradicts it. Later ones change the
 * offset only when two in a row agree although time has passed, so that the `Date` of a cache, which stands still, or
 * of a proxy does not. The median of the agreeing samples is used.
 *
 * `reported` is the latest past event (UTC) that the response's body contains, null for none: a first `Date` that lies
 * before it stands still.
 */
export function serverTimeAfterResponse(
  time: ServerTime,
  serverDate: Instant,
  requestedAt: Milliseconds,
  answeredAt: Milliseconds,
  reported: Instant | null = null,
): ServerTime {
  return time.isConfirmed
    ? withSample(time, serverDate, requestedAt, answeredAt)
    : notBeforeReported(withSample(time, serverDate, requestedAt, answeredAt), reported, answeredAt);
}

/** Goes back to the former offset if only that one is consistent with what the response reports as past. */
function notBeforeReported(time: ServerTime, reported: Instant | null, elapsed: Milliseconds): ServerTime {
  if (time.isConfirmed || reported === null) return time;
  const isPast = (offset: Milliseconds) => elapsed + offset < reported - agreement;
  return isPast(time.offset) && !isPast(time.fallback)
    ? { ...time, offset: time.fallback, notBefore: Math.max(reported, time.notBefore ?? reported) }
    : time;
}

function withSample(
  time: ServerTime,
  serverDate: Instant,
  requestedAt: Milliseconds,
  answeredAt: Milliseconds,
): ServerTime {
  const last = time.samples.at(-1);
  const took = answeredAt - requestedAt;
  const isSoon = last !== undefined && answeredAt - last.at < apart;
  if (isSoon && took >= last.took - tolerance) return time;
  const sample: Sample = { offset: serverDate + cutOff - (requestedAt + answeredAt) / 2, at: answeredAt, took };
  if (last === undefined) return afterFirst({ ...time, fallback: time.offset }, sample, serverDate);
  // A slow response is replaced by a faster one.
  if (isSoon && time.samples.length === 1) return afterFirst(time, { ...sample, at: last.at }, serverDate);
  if (isSoon) return time;
  const samples = [...time.samples, sample].slice(-mostSamples);
  const agrees = (other: Sample) => Math.abs(other.offset - sample.offset) <= agreement;
  const agreeing = samples.filter(agrees);
  const counts = agreeing.length > 1 && (agrees(last) || !time.isConfirmed);
  if (!counts) return { ...time, samples, offset: time.isConfirmed ? time.offset : time.fallback };
  const offset = adjusted(time.offset, median(agreeing.map((one) => one.offset)));
  return { ...time, samples, offset, isConfirmed: true };
}

function afterFirst(time: ServerTime, sample: Sample, serverDate: Instant): ServerTime {
  const isPast = time.notBefore !== null && serverDate + cutOff < time.notBefore - tolerance;
  return { ...time, offset: isPast ? time.fallback : adjusted(time.fallback, sample.offset), samples: [sample] };
}

function adjusted(before: Milliseconds, offset: Milliseconds): Milliseconds {
  return Math.abs(offset - before) > tolerance ? offset : before;
}

/**
 * Returns when a response was created, in server time: its own `Date` (UTC), limited to the time between the request
 * and the arrival, within the error of the offset; without a `Date`, when it arrived. A response that shows a change
 * was created after it, so this bounds the times in later responses.
 */
export function madeAt(serverDate: Instant | null, requestedAt: Instant, answeredAt: Instant): Instant {
  if (serverDate === null) return answeredAt;
  return Math.max(requestedAt - tolerance - cutOff, Math.min(answeredAt, serverDate + 2 * cutOff));
}

/**
 * Adjusts the offset after this computer slept for `slept` ms, during which running time stood still; 0 after its clock
 * was set, which says nothing about the server's clock. The next response counts at once: the system's idea of how long
 * it slept may be wrong, and a virtual machine that was paused only notices that its clock is set. `elapsed` is running
 * time.
 */
export function serverTimeAfterJump(time: ServerTime, slept: Milliseconds, elapsed: Milliseconds): ServerTime {
  const notBefore = time.isConfirmed ? serverNow(time, elapsed) : time.notBefore;
  const offset = time.offset + slept;
  return { offset, samples: [], isConfirmed: false, fallback: offset, notBefore };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
