import { moments } from '../../en/moments.ts';

/** Lengths of time, moments and sizes. */
export const measures = {
  /** For Intl, which gives the days of the week their names. */
  locale: 'en-GB',
  decimalSign: '.',
  percent: (number: string) => `${number}%`,
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  /** The same after "ago" and "in", where German has another form. */
  daysApart: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  seconds: (count: number) => `${count} s`,
  lessThanMinute: 'less than 1 min',
  justNow: 'just now',
  ago: (length: string) => `${length} ago`,
  anyMoment: 'any moment',
  ahead: (length: string) => `in ${length}`,
  atOnce: 'at once',
  ...moments,
  bytes: (count: string, one: boolean) => (one ? `${count} byte` : `${count} bytes`),
  requests: (count: number) => `${count === 1 ? '1 request' : `${count} requests`} an hour per printer`,
};
