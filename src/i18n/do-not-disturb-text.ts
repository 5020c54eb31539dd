import type { Quiet } from '../domain/notification-policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Messages } from './messages.ts';

/** Returns the text shown while notifications are held back; `clockTime` formats a time by the user's clock. */
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
