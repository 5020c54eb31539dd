import type { Region } from '../../domain/region.ts';

/** Dates and times, the same in the window and everywhere else. */
export const moments = {
  yesterday: (clock: string) => `yesterday ${clock}`,
  tomorrow: (clock: string) => `tomorrow ${clock}`,
  onDate: (date: string, clock: string) => `${date}, ${clock}`,
  /** Our own, because Intl's short names differ between releases ("Sep", "Sept"). */
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as readonly string[],
  /** "12 Nov 2025", "Nov 12, 2025", "2025 Nov 12" */
  date: (day: number, month: string, year: number | null, order: Region['dateOrder']) => {
    if (order === 'day-first') return year === null ? `${day} ${month}` : `${day} ${month} ${year}`;
    if (year === null) return `${month} ${day}`;
    return order === 'month-first' ? `${month} ${day}, ${year}` : `${year} ${month} ${day}`;
  },
};
