import type { Quiet } from '../domain/notification-policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Messages } from './messages.ts';

/** What is said while notifications wait; `clockTime` writes a moment the way the user's clock does. */
export function doNotDisturbText(
  { until, why }: Quiet,
  clockTime: (at: Instant) => string,
  { tray }: Messages,
): string {
  switch (why) {
    case 'snoozed':
      return tray.snoozedUntil(clockTime(until));
    case 'quiet-hours':
      return tray.quietUntil(clockTime(until));
  }
}
