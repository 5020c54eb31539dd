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

/**
 * By how much of its interval a check may come early or late in order to be sent along with a poll of the connection.
 */
const movedShare = 0.1;

/** How the checks of one print have gone so far. */
export interface CheckRhythm {
  /** 0–1, random for each response. */
  readonly jitter: number;
  /** By how much the checks have come early in all, less by how much they have come late, ms; never below 0. */
  readonly gained: Milliseconds;
}

/**
 * Returns when to check a print again, `interval` ms after the request at `requestedAt`. The check is sent along with
 * the poll of the printer's connection if one comes at about that time: a wake-up costs more than a request. Where both
 * have the same interval, checks move towards the polls a little at a time, and then stay with them. They come early by
 * one interval in all at most, so that they don't become more frequent. `beside` is null for a check that has nothing
 * to do with the polls.
 */
export function inTurnAt(
  requestedAt: Milliseconds,
  interval: Milliseconds,
  { jitter, gained }: CheckRhythm,
  beside: ConnectionPoll | null,
): Milliseconds {
  const usual = requestedAt + interval * (1 + jitterShare * jitter);
  if (beside === null) return usual;
  const { last, next } = beside;
  const early = Math.min(movedShare * interval, Math.max(0, interval - gained));
  const soonest = requestedAt + interval - early;
  const latest = requestedAt + interval * (1 + movedShare);
  // Once due it stays due, whatever is polled later.
  if (last !== null && last >= soonest) return Math.min(last, latest);
  // The poll comes first, and the check in the same turn.
  if (next !== null && next >= soonest && next < latest) return next + 1;
  const isAlike = last !== null && next !== null && Math.abs(next - last - interval) <= interval * jitterShare;
  return isAlike && early > 0 ? soonest : usual;
}

/** Returns the new `gained` after a check that came `gap` ms after the one before. */
export function gainedAfter(gained: Milliseconds, gap: Milliseconds, interval: Milliseconds): Milliseconds {
  const early = interval - gap;
  // Anything else was out of turn, or has another interval.
  return Math.abs(early) > 2 * movedShare * interval ? gained : Math.max(0, gained + early);
}
