import type { Instant, Milliseconds } from './time.ts';

/**
 * A correction of server time: times from `from` to `until` (UTC) were `by` ms too early. If it `isProven`, nothing that
 * happened before it can be later than `until` after it.
 */
export interface Correction {
  readonly from: Instant;
  readonly until: Instant;
  readonly by: Milliseconds;
  readonly isProven: boolean;
}

/** Returns a past time after a correction; null stays null. */
export function corrected<At extends Instant | null>(at: At, { from, until, by, isProven }: Correction): At | Instant {
  if (at === null) return at;
  const moved = at >= from && at <= until ? at + by : at;
  return isProven ? Math.min(moved, until + by) : moved;
}
