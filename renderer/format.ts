import { DAY, HOUR, type Instant, MINUTE, type Milliseconds, SECOND } from '../src/domain/time.ts';
import { formatClock, formatHour } from '../src/i18n/format-clock.ts';
import { formatDate, formatMoment } from '../src/i18n/format-moment.ts';
import { messages, region } from './messages.ts';

interface Part {
  readonly length: Milliseconds;
  readonly text: (count: number) => string;
}

function partsOf(daysKey: 'days' | 'daysApart'): readonly Part[] {
  const { measures } = messages.value;
  return [
    { length: DAY, text: measures[daysKey] },
    { length: HOUR, text: measures.hours },
    { length: MINUTE, text: measures.minutes },
    { length: SECOND, text: measures.seconds },
  ];
}

/** The two largest neighbouring units of a duration in ms, rounded down: "3 h 12 min", "10 min", "2 days", "0 s". */
export function formatDuration(length: Milliseconds, daysKey: 'days' | 'daysApart' = 'days'): string {
  const whole = Math.max(0, length);
  const parts = partsOf(daysKey);
  const first = parts.findIndex((part) => whole >= part.length);
  const larger = parts[first];
  if (larger === undefined) return messages.value.measures.seconds(0);
  const largest = larger.text(Math.floor(whole / larger.length));
  const smaller = parts[first + 1];
  const rest = smaller === undefined ? 0 : Math.floor((whole % larger.length) / smaller.length);
  return smaller === undefined || rest === 0 ? largest : `${largest} ${smaller.text(rest)}`;
}

/** A duration in ms, in whole minutes so that it doesn't change in between: "3 h 12 min", "less than 1 min". */
export function formatMinutes(length: Milliseconds, daysKey: 'days' | 'daysApart' = 'days'): string {
  return length < MINUTE ? messages.value.measures.lessThanMinute : formatDuration(length - (length % MINUTE), daysKey);
}

/** How long ago, in seconds only within the first minute: "just now", "12 s ago", "3 min ago". */
export function formatAgo(length: Milliseconds): string {
  const { measures } = messages.value;
  if (length < 2 * SECOND) return measures.justNow;
  return measures.ago(length < MINUTE ? formatDuration(length) : formatMinutes(length, 'daysApart'));
}

/** The time remaining: "in 48 s", "in 3 min", "any moment" once it is over. Rounded up, so it never says "in 0 s". */
export function formatUntil(length: Milliseconds): string {
  const { measures } = messages.value;
  if (length <= 0) return measures.anyMoment;
  const unit = length <= MINUTE ? SECOND : MINUTE;
  return measures.ahead(formatDuration(Math.ceil(length / unit) * unit, 'daysApart'));
}

/** A time on the computer's local clock, see `formatMoment`. */
export function formatTime(at: Instant, now: Instant): string {
  return formatMoment(at, now, messages.value.measures, region.value);
}

/** Formats a day of this year, see `formatDate`. */
export function formatDay(day: Date): string {
  return formatDate(day, null, messages.value.measures, region.value);
}

/** Formats a time of day in minutes since midnight, see `formatClock`. */
export function formatTimeOfDay(minutes: number): string {
  return formatClock(Math.floor(minutes / 60), minutes % 60, region.value);
}

/** Formats a whole hour of the day (0–23), see `formatHour`. */
export function formatHourOfDay(hour: number): string {
  return formatHour(hour, region.value);
}

/** Formats a number with at most `mostDecimals` decimals and the region's decimal separator: "1.5", "100". */
export function formatNumber(value: number, mostDecimals: number): string {
  const digits = value.toFixed(mostDecimals);
  const short = mostDecimals === 0 ? digits : digits.replace(/\.?0+$/, '');
  return short.replace('.', region.value.decimalSign);
}

/** The usual names; each is 1024 of the previous one, as OctoEverywhere counts its limits. */
const byteUnits = ['KB', 'MB', 'GB', 'TB'];

/** Formats a size with at most one decimal: "100 MB", "1.5 GB", "1 byte", "999 bytes". */
export function formatBytes(bytes: number): string {
  const { measures } = messages.value;
  if (bytes < 1024) return measures.bytes(bytes);
  let value = bytes;
  let unit = -1;
  while (roundedToTenth(value) >= 1024 && unit < byteUnits.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${formatNumber(value, 1)} ${byteUnits[unit]}`;
}

function roundedToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The number of requests that a polling interval in seconds causes: "60 requests an hour per printer." */
export function formatRequests(pollSeconds: number): string {
  return messages.value.measures.requests(Math.round(3600 / pollSeconds));
}
