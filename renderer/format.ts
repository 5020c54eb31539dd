import type { Instant, Milliseconds } from '../src/domain/time.ts';
import { words } from './words/words.ts';

const second: Milliseconds = 1_000;
const minute: Milliseconds = 60 * second;
const hour: Milliseconds = 60 * minute;
const day: Milliseconds = 24 * hour;

interface Part {
  readonly length: Milliseconds;
  readonly words: (count: number) => string;
}

function partsOf(daysKey: 'days' | 'daysApart'): readonly Part[] {
  const { measures } = words.value;
  return [
    { length: day, words: measures[daysKey] },
    { length: hour, words: measures.hours },
    { length: minute, words: measures.minutes },
    { length: second, words: measures.seconds },
  ];
}

/** The two largest neighbouring parts of a length in ms, cut off below: "3 h 12 min", "10 min", "2 days", "0 s". */
export function durationWords(length: Milliseconds, daysKey: 'days' | 'daysApart' = 'days'): string {
  const whole = Math.max(0, length);
  const parts = partsOf(daysKey);
  const first = parts.findIndex((part) => whole >= part.length);
  const larger = parts[first];
  if (larger === undefined) return words.value.measures.seconds(0);
  const said = larger.words(Math.floor(whole / larger.length));
  const smaller = parts[first + 1];
  const rest = smaller === undefined ? 0 : Math.floor((whole % larger.length) / smaller.length);
  return smaller === undefined || rest === 0 ? said : `${said} ${smaller.words(rest)}`;
}

/** A length in ms to the minute, so that it stands still between minutes: "3 h 12 min", "less than 1 min". */
export function minutesWords(length: Milliseconds, daysKey: 'days' | 'daysApart' = 'days'): string {
  return length < minute ? words.value.measures.lessThanMinute : durationWords(length - (length % minute), daysKey);
}

/** How long ago, counting seconds only within the first minute: "just now", "12 s ago", "3 min ago". */
export function agoWords(length: Milliseconds): string {
  const { measures } = words.value;
  if (length < 2 * second) return measures.justNow;
  return measures.ago(length < minute ? durationWords(length) : minutesWords(length, 'daysApart'));
}

/** How long until: "in 48 s", "in 3 min", "any moment" when the time has come. Rounded up, so it never says "in 0 s". */
export function untilWords(length: Milliseconds): string {
  const { measures } = words.value;
  if (length <= 0) return measures.anyMoment;
  const unit = length <= minute ? second : minute;
  return measures.ahead(durationWords(Math.ceil(length / unit) * unit, 'daysApart'));
}

/**
 * A moment on the wall clock of `timeZone` (the computer's own by default), as short as `now` allows: "14:05",
 * "yesterday 14:05", "tomorrow 08:00", "12 Nov, 14:05", "12 Nov 2025, 14:05".
 */
export function clockWords(at: Instant, now: Instant, timeZone?: string): string {
  const { measures } = words.value;
  const { time, date } = formats(timeZone);
  const then = calendarDate(date, at);
  const today = calendarDate(date, now);
  const clock = time.format(at);
  const daysAgo = Math.round((dayStart(today) - dayStart(then)) / day);
  if (daysAgo === 0) return clock;
  if (daysAgo === 1) return measures.yesterday(clock);
  if (daysAgo === -1) return measures.tomorrow(clock);
  const year = then.year === today.year ? null : then.year;
  return `${measures.date(then.day, measures.months[then.month - 1] ?? '', year)}, ${clock}`;
}

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
}

/** Making an Intl format costs far more than using it. */
const known = new Map<string | undefined, Formats>();

function formats(timeZone: string | undefined): Formats {
  const found = known.get(timeZone);
  if (found !== undefined) return found;
  const zone = timeZone === undefined ? {} : { timeZone };
  const made: Formats = {
    time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone }),
    date: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'numeric', year: 'numeric', ...zone }),
  };
  known.set(timeZone, made);
  return made;
}

interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

function calendarDate(format: Intl.DateTimeFormat, at: Instant): CalendarDate {
  const found = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: found['year'] ?? 0, month: found['month'] ?? 0, day: found['day'] ?? 0 };
}

/** In UTC, where every day has 24 h, so that dates can be counted. */
function dayStart(date: CalendarDate): Instant {
  return Date.UTC(date.year, date.month - 1, date.day);
}

const byteUnits = ['KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes in binary units with at most one decimal: "100 MiB", "1.5 GiB", "1 byte", "999 bytes". */
export function bytesWords(bytes: number): string {
  const { measures } = words.value;
  if (bytes < 1024) return measures.bytes(String(bytes), bytes === 1);
  let value = bytes;
  let unit = -1;
  while (roundedToTenth(value) >= 1024 && unit < byteUnits.length - 1) {
    value /= 1024;
    unit++;
  }
  const number = new Intl.NumberFormat(measures.locale, { maximumFractionDigits: 1, useGrouping: false });
  return `${number.format(value)} ${byteUnits[unit]}`;
}

function roundedToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What a polling interval in seconds means: "60 requests an hour per printer". */
export function requestsWords(pollSeconds: number): string {
  return words.value.measures.requests(Math.round(3600 / pollSeconds));
}
