import type { WallClock } from '../domain/quiet-hours.ts';
import { DAY, type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';

/** All offset changes since 2000 happened at a quarter of an hour. */
const step: Milliseconds = 15 * MINUTE;

/** Returns a local clock in the IANA time zone `zone`. Throws a RangeError for an invalid zone. */
export function clockOf(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, Milliseconds>();
  const moments = new Map<number, Instant>();

  function offsetAt(at: Instant): Milliseconds {
    const quarter = Math.floor(at / step);
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const parts = Object.fromEntries(
      format.formatToParts(quarter * step).map(({ type, value }) => [type, Number(value)]),
    ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
    const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
    const offset = shown - quarter * step;
    known.set(quarter, offset);
    return offset;
  }

  return {
    dateOf: (at) => {
      const date = new Date(at + offsetAt(at));
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    },
    momentOf: (year, month, day, minutes) => {
      const shown = Date.UTC(year, month - 1, day, 0, minutes);
      const cached = moments.get(shown);
      if (cached !== undefined) return cached;
      const moment = momentWhenShown(shown);
      moments.set(shown, moment);
      return moment;
    },
  };

  function momentWhenShown(shown: number): Instant {
    const before = offsetAt(shown - DAY);
    const after = offsetAt(shown + DAY);
    const first = shown - before;
    // The first of two occurrences; a skipped time is shifted by the change of the clock.
    if (before === after || offsetAt(first) === before) return first;
    return offsetAt(shown - after) === after ? shown - after : first;
  }
}
