import type { Milliseconds } from '../domain/time.ts';

/** How often something may be done: `burst` times in a row, and again with each `every` that passes. */
export interface Budget {
  readonly burst: number;
  readonly every: Milliseconds;
}

/** What is left of a budget, in whole and parts of a time, and as of when (ms of a clock that never goes back). */
export interface Left {
  readonly times: number;
  readonly at: Milliseconds;
}

/** What is left after doing it again at `at`; null when nothing was left, which costs nothing. */
export function spend(budget: Budget, left: Left | null, at: Milliseconds): Left | null {
  const times = left === null ? budget.burst : Math.min(budget.burst, left.times + (at - left.at) / budget.every);
  return times < 1 ? null : { times: times - 1, at };
}
