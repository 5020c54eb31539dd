import { type Instant, MINUTE } from './time.ts';

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(?:([Zz])|([+-])(\d\d):?(\d\d))?$/;

/**
 * Parses a time as OctoEverywhere writes it: up to 7 fractional digits (cut to milliseconds), and UTC when no zone is
 * given (`Date.parse` would assume local time). Returns null for invalid text and for .NET's smallest and largest date,
 * which the service uses for "never"; nothing at OctoEverywhere can date from before 2000.
 */
export function readTime(text: string): Instant | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const millisecond = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  if (year < 2000 || year > 9998) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offsetMinutes = Number(match[10] ?? 0) * 60 + Number(match[11] ?? 0);
  const offset = (match[9] === '-' ? -1 : 1) * offsetMinutes * MINUTE;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offset;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
