import type { QuietSpan } from '../../src/domain/quiet-hours.ts';
import { formatTimeOfDay } from '../format.ts';
import { messages } from '../messages.ts';

/**
 * The text after the end of quiet hours that last into the next day: "on Tuesday". Null if they end on the day they
 * start. If both times are equal, they last a whole day.
 */
export function nextDayText(weekday: number, { from, until }: QuietSpan): string | null {
  const { weekdays, onDay } = messages.value.quiet;
  return until > from ? null : onDay(weekdays[(weekday + 1) % weekdays.length] ?? '');
}

/** Formats minutes since midnight for a time field: "07:05", or "7:05 AM" with a 12-hour clock. */
export function timeValue(minutes: number): string {
  return formatTimeOfDay(minutes);
}

/** Parses a complete time of day ("07:05", "7.05", "7:05 pm") to minutes since midnight; null for anything else. */
export function minutesOf(value: string): number | null {
  const [, hours, minutes, half] = /^\s*(\d{1,2})[:.]([0-5]\d)\s*(?:([ap])\.?m\.?)?\s*$/iu.exec(value) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const hour = half === undefined ? hourOn24(Number(hours)) : hourOn12(Number(hours), half.toLowerCase() === 'p');
  return hour === null ? null : hour * 60 + Number(minutes);
}

function hourOn24(hour: number): number | null {
  return hour < 24 ? hour : null;
}

function hourOn12(hour: number, afterNoon: boolean): number | null {
  return hour < 1 || hour > 12 ? null : (hour % 12) + (afterNoon ? 12 : 0);
}

/** Like `minutesOf`, but also accepts short forms when the field is left: "7", "705", "2205", "7 pm". */
export function minutesMeant(value: string): number | null {
  const [, hours, minutes = '00', half = ''] = /^\s*(\d{1,2})(\d{2})?\s*([ap]\.?m\.?)?\s*$/iu.exec(value) ?? [];
  return minutesOf(hours === undefined ? value : `${hours}:${minutes}${half}`);
}

/** The next quarter of an hour up (1) or down (-1) from `minutes` since midnight, wrapping at midnight. */
export function nextQuarter(minutes: number, way: 1 | -1): number {
  const quarter = way === 1 ? Math.floor(minutes / 15) + 1 : Math.ceil(minutes / 15) - 1;
  return (quarter * 15 + 24 * 60) % (24 * 60);
}
