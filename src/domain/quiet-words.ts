import type { Quiet } from './attention.ts';
import type { Instant } from './time.ts';

/** What is said while notifications wait; `clockTime` writes a moment the way the user's clock does. */
export function quietWords({ until, why }: Quiet, clockTime: (at: Instant) => string): string {
  switch (why) {
    case 'snoozed':
      return `Notifications snoozed until ${clockTime(until)}`;
    case 'quiet-hours':
      return `Quiet hours until ${clockTime(until)}`;
  }
}
