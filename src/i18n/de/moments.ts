import type { Messages } from '../messages.ts';

export const moments: Messages['moments'] = {
  yesterday: (clock) => `gestern ${clock}`,
  tomorrow: (clock) => `morgen ${clock}`,
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  date: (day, month, year) => `${day}. ${month}${year === null ? '' : ` ${year}`}`,
};
