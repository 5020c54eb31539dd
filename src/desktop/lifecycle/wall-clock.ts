import type { WallClock } from '../../domain/quiet-hours.ts';
import type { Instant } from '../../domain/time.ts';

/** The computer's current clock and time zone; both may change while the app runs. */
export const wallClock: WallClock & { hourOf(at: Instant): number } = {
  hourOf: (at) => new Date(at).getHours(),
  dateOf: (at) => {
    const date = new Date(at);
    return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  },
  momentOf: (year, month, day, minutes) => new Date(year, month - 1, day, 0, minutes).getTime(),
};
