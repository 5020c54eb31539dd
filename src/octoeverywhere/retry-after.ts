import { type Instant, SECOND } from '../domain/time.ts';

/** A `Retry-After` is honoured up to one hour. */
const longestSeconds = 3_600;

/** The three forms of RFC 9110 §5.6.7. V8 would accept much looser text as a date. */
const httpDates = [
  /^(mon|tue|wed|thu|fri|sat|sun), \d\d [a-z]{3} \d{4} \d\d:\d\d:\d\d GMT$/i,
  /^(mon|tues|wednes|thurs|fri|satur|sun)day, \d\d-[a-z]{3}-\d\d \d\d:\d\d:\d\d GMT$/i,
];
const dateWithoutZone = /^(mon|tue|wed|thu|fri|sat|sun) [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;

/**
 * Returns how long a `Retry-After` header asks to wait from `now` on, in seconds, 0–3600. It may contain seconds or an
 * HTTP date; a past date means 0. `now` is the server's time if known, because dates are by its clock. Returns null
 * without a header and for invalid values.
 */
export function readRetryAfter(header: string | null, now: Instant): number | null {
  const reported = firstOf(header ?? '');
  if (/^\d+$/.test(reported)) return Math.min(Number(reported), longestSeconds);
  const at = readHttpDate(reported);
  if (at === null) return null;
  return Math.min(Math.max(0, Math.ceil((at - now) / SECOND)), longestSeconds);
}

/** Parses a date of an HTTP header (RFC 9110 §5.6.7), UTC; null for anything else. */
export function readHttpDate(header: string): Instant | null {
  const reported = firstOf(header);
  const text = dateWithoutZone.test(reported) ? `${reported} GMT` : reported;
  if (text === reported && !httpDates.some((form) => form.test(reported))) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** Returns the first of several values joined by commas: a header may come twice. Dates may begin with `Wed, `. */
function firstOf(header: string): string {
  return /^\s*([a-z]+, )?[^,]*/i.exec(header)?.[0].trim() ?? '';
}
