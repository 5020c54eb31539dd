import { moments } from '../../en/moments.ts';
import { plural } from '../../en/plural.ts';

/** Durations, times and sizes. */
export const measures = {
  percent: (number: string) => `${number}%`,
  days: (count: number) => plural(count, { one: `${count} day`, other: `${count} days` }),
  /** Durations after "ago" and "in", where German has another form. */
  daysApart: (count: number) => plural(count, { one: `${count} day`, other: `${count} days` }),
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  seconds: (count: number) => `${count} s`,
  lessThanMinute: 'less than 1 min',
  justNow: 'just now',
  ago: (length: string) => `${length} ago`,
  anyMoment: 'any moment',
  ahead: (length: string) => `in ${length}`,
  atOnce: 'immediately',
  ...moments,
  /** Monday first. */
  shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as readonly string[],
  bytes: (count: number) => plural(count, { one: `${count} byte`, other: `${count} bytes` }),
  requests: (count: number) =>
    plural(count, { one: `${count} request an hour per printer.`, other: `${count} requests an hour per printer.` }),
};
