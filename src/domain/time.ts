/** A moment as milliseconds since 1970-01-01T00:00:00Z. Time never comes from a clock in here, always as an argument. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Milliseconds = number;

/** Tells the time. */
export interface Clock {
  /** The wall clock, UTC. It may jump. */
  now(): Instant;
  /** Never jumps, and stands still while the computer sleeps. */
  elapsed(): Milliseconds;
}

/** One timer: setting it replaces what was set before. */
export interface Timer {
  set(delay: Milliseconds, due: () => void): void;
  clear(): void;
}

export const SECOND: Milliseconds = 1_000;
export const MINUTE: Milliseconds = 60 * SECOND;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;
