import type { Quiet } from '../../src/domain/notification-policy.ts';
import type { Instant } from '../../src/domain/time.ts';
import { formatTime } from '../format.ts';
import { messages } from '../messages.ts';

/**
 * Until when notifications are held back and why, in one sentence. `now` and times are UTC; the text uses local time.
 */
export function doNotDisturbText({ until, why }: Quiet, now: Instant): string {
  const { snoozedUntil, hoursUntil } = messages.value.quiet;
  const clock = formatTime(until, now);
  return why === 'snoozed' ? snoozedUntil(clock) : hoursUntil(clock);
}
