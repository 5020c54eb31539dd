import type { Intervals } from './intervals.ts';
import type { WallClock } from './quiet-hours.ts';
import type { Instant } from './time.ts';

/** For how long all notifications are held back at once. */
export type SnoozeLength = 'hour' | 'until-tomorrow';

/** When "tomorrow" begins, in minutes since midnight: 08:00. */
export const morning = 8 * 60;

/** Before this hour of the clock the user still means the coming morning by "tomorrow". */
const nightEnds = 4;

/** Until when a snooze lasts that begins at `at`, UTC. A morning comes when the wall clock says so. */
export function snoozeEnd(
  length: SnoozeLength,
  at: Instant,
  clock: WallClock,
  rules: Pick<Intervals, 'snooze'>,
): Instant {
  switch (length) {
    case 'hour':
      return at + rules.snooze;
    case 'until-tomorrow': {
      const { year, month, day } = clock.dateOf(at);
      const comingMorning = clock.momentOf(year, month, day, morning);
      const stillNight = at < clock.momentOf(year, month, day, nightEnds * 60);
      return stillNight ? comingMorning : clock.momentOf(year, month, day + 1, morning);
    }
  }
}
