import type { Intervals } from './intervals.ts';
import type { WallClock } from './quiet-hours.ts';
import { HOUR, type Instant, type Milliseconds } from './time.ts';

/** How long a snooze holds back all notifications. */
export const snoozeLengths = ['hour', 'until-tomorrow'] as const;
export type SnoozeLength = (typeof snoozeLengths)[number];

/** When "tomorrow" begins, in minutes since midnight: 08:00. */
const morning = 8 * 60;

/** Before this hour, "tomorrow" still means the coming morning. */
const nightEnds = 4;

/** The longest snooze: from 04:00 until the next morning, on a day that has an hour more. */
const longest: Milliseconds = 29 * HOUR;

/** Whether a snooze that ends at `until` can have begun before `at`; otherwise some clock was wrong when it did. */
export function isSnoozeEnd(until: Instant, at: Instant): boolean {
  return until <= at + longest;
}

/** Returns the end of a snooze that begins at `at`, UTC. The morning is determined by the local clock. */
export function snoozeEnd(
  length: SnoozeLength,
  at: Instant,
  clock: WallClock,
  intervals: Pick<Intervals, 'snooze'>,
): Instant {
  switch (length) {
    case 'hour':
      return at + intervals.snooze;
    case 'until-tomorrow': {
      const { year, month, day } = clock.dateOf(at);
      const comingMorning = clock.momentOf(year, month, day, morning);
      const stillNight = at < clock.momentOf(year, month, day, nightEnds * 60);
      return stillNight ? comingMorning : clock.momentOf(year, month, day + 1, morning);
    }
  }
}
