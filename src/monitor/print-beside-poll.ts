import type { Milliseconds } from '../domain/time.ts';

/** When a printer's connection was last polled, and when it will be; null for never, or while that is unknown. */
export interface ConnectionPoll {
  readonly last: Milliseconds | null;
  readonly next: Milliseconds | null;
}

/** Nothing is known about its polls. */
export const unknownPoll: ConnectionPoll = { last: null, next: null };

/** Jitter only lengthens an interval. */
const jitterShare = 0.05;

/** By how much of its interval a check may come early in order to share a wake-up with the poll of the connection. */
const earlyShare = 0.1;

/**
 * Returns when to check a print again, `interval` ms after the request at `requestedAt`; `jitter` is 0–1. The check is
 * sent along with the poll of the printer's connection if one comes at about that time: a wake-up costs more than a
 * request. Where both have the same interval, checks move towards the polls a little at a time, and then stay with them.
 * `beside` is null for a check that needs no wake-up of its own.
 */
export function inTurnAt(
  requestedAt: Milliseconds,
  interval: Milliseconds,
  jitter: number,
  beside: ConnectionPoll | null,
): Milliseconds {
  const usual = requestedAt + interval * (1 + jitterShare * jitter);
  if (beside === null) return usual;
  const { last, next } = beside;
  const soonest = requestedAt + interval * (1 - earlyShare);
  if (last !== null && last >= soonest) return last;
  if (next !== null && next >= soonest && next <= requestedAt + interval * (1 + jitterShare)) return next;
  const isAlike = last !== null && next !== null && Math.abs(next - last - interval) <= interval * jitterShare;
  return isAlike ? soonest : usual;
}
