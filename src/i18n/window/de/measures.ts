import { moments } from '../../de/moments.ts';
import { plural } from '../../de/plural.ts';
import type { WindowMessages } from '../window-messages.ts';

export const measures: WindowMessages['measures'] = {
  percent: (number) => `${number}\u00a0%`,
  days: (count) => plural(count, { one: `${count} Tag`, other: `${count} Tage` }),
  daysApart: (count) => plural(count, { one: `${count} Tag`, other: `${count} Tagen` }),
  hours: (count) => `${count} Std.`,
  minutes: (count) => `${count} Min.`,
  seconds: (count) => `${count} Sek.`,
  lessThanMinute: 'weniger als 1 Min.',
  justNow: 'gerade eben',
  ago: (length) => `vor ${length}`,
  anyMoment: 'jeden Moment',
  ahead: (length) => `in ${length}`,
  atOnce: 'sofort',
  ...moments,
  shortWeekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  bytes: (count) => plural(count, { one: `${count} Byte`, other: `${count} Bytes` }),
  requests: (count) =>
    plural(count, {
      one: `${count} Anfrage pro Stunde und Drucker.`,
      other: `${count} Anfragen pro Stunde und Drucker.`,
    }),
};
