import type { Intervals } from '../domain/intervals.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { PollState } from './schedule.ts';

/* Requests that most likely reach nobody: trials without a network, and those that a loss of the network ended. */

/** Multiples of it are spread evenly between whole numbers. */
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * Returns the state when a trial request starts at `at`, which does not use up `spare`. It most likely fails, so what is
 * planned stays: on a network that comes and goes, the tried printer would never have its turn.
 */
export function pollTried(poll: PollState, at: Milliseconds): PollState {
  const plan = poll.occasion === 'refresh' ? { requestAt: null, occasion: null } : {};
  return { ...poll, ...plan, triedAt: at };
}

/** Whether the last request was a trial. */
export function wasTried({ requestedAt, triedAt }: PollState): boolean {
  return triedAt !== null && (requestedAt === null || triedAt >= requestedAt);
}

/** Returns when the last request of any sort was sent, running time; null before the first. */
export function lastRequestAt({ requestedAt, triedAt }: PollState): Milliseconds | null {
  return requestedAt === null || triedAt === null ? (requestedAt ?? triedAt) : Math.max(requestedAt, triedAt);
}

/**
 * Returns the state after a request at `at` that a loss of the network ended, which says nothing about the printer. The
 * next one has another jitter: a printer that is checked in step with a network that comes and goes would never be
 * reached. If no return of the network will plan it (`isRepeated`), it follows after half an interval to one and a half.
 */
export function pollMissed(poll: PollState, at: Milliseconds, intervals: Intervals, isRepeated: boolean): PollState {
  const missed = { ...poll, jitter: (poll.jitter + goldenRatio) % 1 };
  if (!isRepeated || poll.requestAt !== null) return missed;
  return { ...missed, requestAt: at + intervals.poll * (0.5 + missed.jitter), occasion: 'missed' };
}
