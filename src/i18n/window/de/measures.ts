import { moments } from '../../de/moments.ts';
import type { WindowMessages } from '../window-messages.ts';

export const measures: WindowMessages['measures'] = {
  locale: 'de-DE',
  decimalSign: ',',
  percent: (number) => `${number}\u00a0%`,
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  daysApart: (count) => (count === 1 ? '1 Tag' : `${count} Tagen`),
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
  bytes: (count, one) => (one ? `${count} Byte` : `${count} Bytes`),
  requests: (count) => `${count === 1 ? '1 Anfrage' : `${count} Anfragen`} je Stunde und Drucker`,
};
