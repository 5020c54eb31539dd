/** A point in time as milliseconds since 1970-01-01T00:00:00Z. The domain never reads a clock; time is an argument. */
export type Instant = number;

/** A duration in milliseconds. */
export type Milliseconds = number;

/** A source of time. */
export interface Clock {
  /** The wall clock, UTC. It may jump. */
  now(): Instant;
  /** Never jumps, and stands still while the computer sleeps. */
  elapsed(): Milliseconds;
}

/** A source of time that shows whether a computer slept or its clock was set. */
export interface SleepAwareClock extends Clock {
  /** Never jumps, and runs on while the computer sleeps. */
  sinceBoot(): Milliseconds;
}

/** A single-shot timer; setting it replaces the previous one. */
export interface Timer {
  set(delay: Milliseconds, due: () => void): void;
  clear(): void;
}

export const SECOND: Milliseconds = 1_000;
export const MINUTE: Milliseconds = 60 * SECOND;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;

/** How far times may be ahead because a clock was corrected slightly, or is read in whole seconds. */
const slightlyAhead: Milliseconds = MINUTE;

/** Whether a past time seems to be ahead of `at`: one of the two is from a clock that was wrong. */
export function isAhead(moment: Instant, at: Instant): boolean {
  return moment > at + slightlyAhead;
}
