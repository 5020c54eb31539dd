import { type Milliseconds, SECOND } from '../domain/time.ts';

/** What OctoEverywhere's `Retry-After` asked for, in running time: no request before `until`, for whatever reason. */
export interface RetryWait {
  readonly until: Milliseconds;
  /** How long it was when it was asked for. */
  readonly length: Milliseconds;
}

/** Returns the wait that a response at `at` asks for; null if it asks for none. */
export function retryWait(retryAfterSeconds: number | null, at: Milliseconds): RetryWait | null {
  if (retryAfterSeconds === null) return null;
  const length = retryAfterSeconds * SECOND;
  return { until: at + length, length };
}

/**
 * Returns the wait after the computer slept for `slept` ms, during which it kept running although running time did not.
 */
export function retryWaitAfterSleep(wait: RetryWait | null, slept: Milliseconds): RetryWait | null {
  return wait === null ? null : { ...wait, until: wait.until - slept };
}

/**
 * Returns when to send a request that is planned for `planned`. If the wait postpones it, `jitter` (0–1) makes it up to
 * one interval `poll` later still, or as much as the wait was: `Retry-After` may be a date, which is the same for every
 * installation, and all that have to wait would be back in the same second.
 */
export function afterRetryWait(
  planned: Milliseconds,
  wait: RetryWait | null,
  jitter: number,
  poll: Milliseconds,
): Milliseconds {
  if (wait === null || planned >= wait.until) return planned;
  return wait.until + jitter * Math.min(wait.length, poll);
}
