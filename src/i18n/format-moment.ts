import type { Region } from '../domain/region.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { formatClock } from './format-clock.ts';
import type { Messages } from './messages.ts';

/**
 * Formats a time by the computer's local clock, as short as `now` allows: "14:05", "yesterday 14:05", "tomorrow 8:00
 * AM", "12 Nov, 14:05", "Nov 12, 2025, 2:05 PM". Does not use Intl, because creating its formats takes longer than
 * drawing the whole window.
 */
export function formatMoment(at: Instant, now: Instant, moments: Messages['moments'], region: Region): string {
  const then = new Date(at);
  const today = new Date(now);
  const clock = formatClock(then.getHours(), then.getMinutes(), region);
  const daysAgo = Math.round((dayStart(today) - dayStart(then)) / DAY);
  if (daysAgo === 0) return clock;
  if (daysAgo === 1) return moments.yesterday(clock);
  if (daysAgo === -1) return moments.tomorrow(clock);
  const year = then.getFullYear() === today.getFullYear() ? null : then.getFullYear();
  return moments.onDate(formatDate(then, year, moments, region), clock);
}

/** Formats a date with the month's short name and, unless null, the year: "12 Nov", "Nov 12, 2025". */
export function formatDate(
  day: Date,
  year: number | null,
  moments: Messages['moments'],
  { dateOrder }: Region,
): string {
  return moments.date(day.getDate(), moments.months[day.getMonth()] ?? '', year, dateOrder);
}

/** Returns the local date as midnight UTC, where every day has 24 h, so that days can be counted. */
function dayStart(date: Date): Instant {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
