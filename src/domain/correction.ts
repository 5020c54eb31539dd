import type { Instant, Milliseconds } from './time.ts';

/** A correction of server time: times from `from` to `until` (UTC) were `by` ms too early. */
export interface Correction {
  readonly from: Instant;
  readonly until: Instant;
  readonly by: Milliseconds;
}

/** Returns a time after a correction; null stays null. */
export function corrected<At extends Instant | null>(at: At, { from, until, by }: Correction): At | Instant {
  return at !== null && at >= from && at <= until ? at + by : at;
}
