import type { QuietSpan } from '../../src/domain/quiet-hours.ts';
import { words } from '../words.ts';

/**
 * What stands behind the end of quiet hours that last into the next day: "on Tuesday"; null when they end on the day on
 * which they begin. The same time twice is a whole day.
 */
export function nextDayWords(weekday: number, { from, until }: QuietSpan): string | null {
  const { weekdays, onDay } = words.value.quiet;
  return until > from ? null : onDay(weekdays[(weekday + 1) % weekdays.length] ?? '');
}

/** Minutes since midnight as a time field writes them: "07:05". */
export function timeValue(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A whole time of the day ("07:05", "7.05") in minutes since midnight; null for anything else. */
export function minutesOf(value: string): number | null {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*$/.exec(value) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The same of what is left in the field at last, where less will do: "7", "705", "2205". */
export function minutesMeant(value: string): number | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})(\d{2})?\s*$/.exec(value) ?? [];
  return minutesOf(hours === undefined ? value : `${hours}:${minutes}`);
}

/** The next quarter of an hour up (1) or down (-1) from so many minutes since midnight, and on past midnight. */
export function nextQuarter(minutes: number, way: 1 | -1): number {
  const quarter = way === 1 ? Math.floor(minutes / 15) + 1 : Math.ceil(minutes / 15) - 1;
  return (quarter * 15 + 24 * 60) % (24 * 60);
}
