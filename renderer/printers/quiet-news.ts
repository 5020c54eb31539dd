import type { Quiet } from '../../src/domain/notification-policy.ts';
import type { Instant } from '../../src/domain/time.ts';
import { clockWords } from '../format.ts';
import { words } from '../words.ts';

/** Until when notifications wait and why, in one sentence. `now` and times are UTC; the clock is the computer's. */
export function doNotDisturbText({ until, why }: Quiet, now: Instant): string {
  const { snoozedUntil, hoursUntil } = words.value.quiet;
  const clock = clockWords(until, now);
  return why === 'snoozed' ? snoozedUntil(clock) : hoursUntil(clock);
}
