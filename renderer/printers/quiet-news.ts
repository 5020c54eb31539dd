import type { Quiet } from '../../src/domain/notification-policy.ts';
import type { Instant } from '../../src/domain/time.ts';
import { clockWords } from '../format.ts';
import { words } from '../words.ts';

/**
 * Until when notifications are held back and why, in one sentence. `now` and times are UTC; the text uses local time.
 */
export function doNotDisturbText({ until, why }: Quiet, now: Instant): string {
  const { snoozedUntil, hoursUntil } = words.value.quiet;
  const clock = clockWords(until, now);
  return why === 'snoozed' ? snoozedUntil(clock) : hoursUntil(clock);
}
