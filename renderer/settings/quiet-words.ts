import type { QuietSpan } from '../../src/domain/quiet-hours.ts';
import { words } from '../words/words.ts';

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

/** What a time field says in minutes since midnight; null while it is not filled in. */
export function minutesOf(value: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d(?:\.\d+)?)?$/u.exec(value) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
