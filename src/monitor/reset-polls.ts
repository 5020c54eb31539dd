import type { Intervals } from '../domain/intervals.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Fleet } from './fleet.ts';
import { resetPoll } from './schedule.ts';

/** Why everything is checked again, and when. */
export interface PollReset {
  readonly occasion: 'wake' | 'network';
  readonly slept: Milliseconds;
  /** By the monotonic clock. */
  readonly elapsed: Milliseconds;
}

/** Checks everything again once the network has settled; a flapping network does not increase the request rate. */
export function resetPolls(fleet: Fleet, { occasion, slept, elapsed }: PollReset, intervals: Intervals): void {
  for (const [index, { printer }] of fleet.members().entries()) {
    fleet.update(printer.id, (member) => ({
      ...member,
      pollState: resetPoll(member.pollState, elapsed, slept, intervals, occasion, index === 0),
    }));
  }
}
