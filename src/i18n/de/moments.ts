import type { Messages } from '../messages.ts';

export const moments: Messages['moments'] = {
  yesterday: (clock) => `gestern ${clock}`,
  tomorrow: (clock) => `morgen ${clock}`,
  onDate: (date, clock) => `${date}, ${clock}`,
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  /** In German, dates with the name of the month have the day first in every region. */
  date: (day, month, year) => (year === null ? `${day}. ${month}` : `${day}. ${month} ${year}`),
};
