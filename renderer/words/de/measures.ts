import type { Words } from '../words.ts';

export const measures: Words['measures'] = {
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
  yesterday: (clock) => `gestern ${clock}`,
  tomorrow: (clock) => `morgen ${clock}`,
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  date: (day, month, year) => `${day}. ${month}${year === null ? '' : ` ${year}`}`,
  bytes: (count, one) => (one ? `${count} Byte` : `${count} Bytes`),
  requests: (count) => `${count === 1 ? '1 Anfrage' : `${count} Anfragen`} je Stunde und Drucker`,
};
