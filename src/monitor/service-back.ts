import type { Intervals } from '../domain/intervals.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { PollState } from './schedule.ts';

/**
 * Returns the state when another printer got a response at `at` after the service had been silent: if it is backing
 * off, it is checked at a `random` time (0–1) within one poll interval. Its own jitter would be too large on average:
 * those with a small one are back already.
 */
export function pollServiceBack(
  poll: PollState,
  at: Milliseconds,
  random: () => number,
  intervals: Intervals,
): PollState {
  if (poll.failures < 2 || poll.requestAt !== null) return poll;
  const requestAt = Math.max(at + random() * intervals.poll, (poll.requestedAt ?? 0) + intervals.confirmAfter);
  return { ...poll, requestAt, occasion: 'service' };
}
