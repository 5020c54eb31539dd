import { DAY, type Instant } from '../domain/time.ts';
import type { Messages } from './messages.ts';

/**
 * A moment on the computer's wall clock, as short as `now` allows: "14:05", "yesterday 14:05", "tomorrow 08:00",
 * "12 Nov, 14:05", "12 Nov 2025, 14:05". Without Intl, whose formats take longer to make than the whole window to draw.
 */
export function formatMoment(at: Instant, now: Instant, moments: Messages['moments']): string {
  const then = new Date(at);
  const today = new Date(now);
  const clock = `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`;
  const daysAgo = Math.round((dayStart(today) - dayStart(then)) / DAY);
  if (daysAgo === 0) return clock;
  if (daysAgo === 1) return moments.yesterday(clock);
  if (daysAgo === -1) return moments.tomorrow(clock);
  const year = then.getFullYear() === today.getFullYear() ? null : then.getFullYear();
  return `${moments.date(then.getDate(), moments.months[then.getMonth()] ?? '', year)}, ${clock}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** In UTC, where every day has 24 h, so that dates can be counted. */
function dayStart(date: Date): Instant {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
