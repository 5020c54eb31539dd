import type { Instant } from '../domain/time.ts';
import { DAY } from '../domain/time.ts';
import type { Words } from './messages.ts';

/** A moment as the clock on the wall says it: "14:05" today, "Tue 14:05" within a week, else "5 Mar, 14:05". */
export function clockTime(at: Instant, now: Instant, { glance: { locale } }: Words): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  if (sameDay) return new Intl.DateTimeFormat(locale, time).format(at);
  const day: Intl.DateTimeFormatOptions =
    Math.abs(now - at) < 6 * DAY ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...day, ...time }).format(at);
}
