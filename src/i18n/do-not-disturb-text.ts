import type { Quiet } from '../domain/notification-policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Messages } from './messages.ts';

/** Returns the text shown while notifications are held back; `formatMoment` formats a time by the user's clock. */
export function doNotDisturbText(
  { until, why }: Quiet,
  formatMoment: (at: Instant) => string,
  { tray }: Messages,
): string {
  switch (why) {
    case 'snoozed':
      return tray.snoozedUntil(formatMoment(until));
    case 'quiet-hours':
      return tray.quietUntil(formatMoment(until));
  }
}
