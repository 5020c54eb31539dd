import type { Intervals } from '../domain/intervals.ts';
import type { PrinterStatus } from '../domain/status.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { PollState } from './schedule.ts';

/**
 * Returns how often a printer is meant to be checked, regardless of failures; used to decide when its status is stale.
 */
export function intendedInterval(poll: PollState, status: PrinterStatus, intervals: Intervals): Milliseconds {
  switch (status.kind) {
    case 'reconnect-needed':
    case 'perks-needed':
    case 'update-needed':
      return status.silence === null
        ? plainInterval(poll, status, intervals)
        : plainInterval({ ...poll, failures: 0 }, status, intervals);
    case 'online':
    case 'offline':
    case 'unknown':
    case 'checking':
      return intervals.poll;
  }
}

/** Returns the time between two checks in turn, ms, before jitter. */
export function plainInterval(poll: PollState, status: PrinterStatus, intervals: Intervals): Milliseconds {
  if (status.kind === 'reconnect-needed') {
    // A failed request is no reason to wait another hour.
    return Math.max(poll.failures > 0 ? intervals.backOffLimit : intervals.deadRecheck, intervals.poll);
  }
  if (poll.failures > 0) {
    const backOff = Math.min(intervals.poll * 2 ** (poll.failures - 1), intervals.backOffLimit);
    return Math.max(backOff, intervals.poll);
  }
  if (status.refusal !== null) {
    // The confirmation has to come 60 s after the first rejection arrived, which was some time after its request.
    return intervals.confirmRefusal + poll.took;
  }
  if (status.kind === 'perks-needed') return Math.max(intervals.perksRecheck, intervals.poll);
  return intervals.poll;
}
