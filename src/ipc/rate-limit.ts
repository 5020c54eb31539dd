import type { Milliseconds } from '../domain/time.ts';

/** A rate limit: `burst` times in a row, then once per `every`. */
export interface Budget {
  readonly burst: number;
  readonly every: Milliseconds;
}

/** The remaining budget, which may be fractional, at a time `at` (monotonic, ms). */
export interface Left {
  readonly times: number;
  readonly at: Milliseconds;
}

/** The remaining budget after using it once at `at`; null if it is used up, which costs nothing. */
export function spend(budget: Budget, left: Left | null, at: Milliseconds): Left | null {
  const times = left === null ? budget.burst : Math.min(budget.burst, left.times + (at - left.at) / budget.every);
  return times < 1 ? null : { times: times - 1, at };
}
