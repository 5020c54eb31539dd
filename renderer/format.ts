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
 * A moment on the computer's wall clock, as short as `now` allows: "14:05", "yesterday 14:05", "tomorrow 08:00",
 * "12 Nov, 14:05", "12 Nov 2025, 14:05". Without Intl, whose formats take longer to make than the whole window to draw.
 */
export function clockWords(at: Instant, now: Instant): string {
  const { measures } = words.value;
  const then = new Date(at);
  const today = new Date(now);
  const clock = `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`;
  const daysAgo = Math.round((dayStart(today) - dayStart(then)) / day);
  if (daysAgo === 0) return clock;
  if (daysAgo === 1) return measures.yesterday(clock);
  if (daysAgo === -1) return measures.tomorrow(clock);
  const year = then.getFullYear() === today.getFullYear() ? null : then.getFullYear();
  return `${measures.date(then.getDate(), measures.months[then.getMonth()] ?? '', year)}, ${clock}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** In UTC, where every day has 24 h, so that dates can be counted. */
function dayStart(date: Date): Instant {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/** A number with at most so many decimals, and the decimal sign of the language: "1.5", "100". */
export function numberWords(value: number, mostDecimals: number): string {
  const digits = value.toFixed(mostDecimals);
  const short = mostDecimals === 0 ? digits : digits.replace(/\.?0+$/, '');
  return short.replace('.', words.value.measures.decimalSign);
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
  return `${numberWords(value, 1)} ${byteUnits[unit]}`;
}

function roundedToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What a polling interval in seconds means: "60 requests an hour per printer". */
export function requestsWords(pollSeconds: number): string {
  return words.value.measures.requests(Math.round(3600 / pollSeconds));
}
