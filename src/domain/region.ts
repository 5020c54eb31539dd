/** How the user's region writes times, dates and numbers, regardless of the language. */
export interface Region {
  readonly clock: '12-hour' | '24-hour';
  readonly dateOrder: 'day-first' | 'month-first' | 'year-first';
  readonly decimalSign: string;
  /** 0 is Monday. */
  readonly firstWeekday: number;
}

/** Used until the system's region is known. */
export const defaultRegion: Region = {
  clock: '24-hour',
  dateOrder: 'day-first',
  decimalSign: '.',
  firstWeekday: 0,
};

/** The locales (BCP 47) for times and numbers; null where the system specifies none. */
export interface RegionLocales {
  readonly time: string | null;
  readonly numbers: string | null;
}

/** What the system reports about the user's region. */
export interface SystemRegion extends RegionLocales {
  /** The desktop's own setting for 12 or 24 hours, regardless of the region; null without one. */
  readonly clock: Region['clock'] | null;
}

/**
 * Returns the locales for times and numbers from a POSIX environment: `LC_ALL` before the category's own variable
 * before `LANG` (POSIX.1-2017, chapter 8.2). The locales "C" and "POSIX" belong to no region.
 */
export function posixRegionLocales(environment: Readonly<Record<string, string | undefined>>): RegionLocales {
  const localeOf = (category: string) =>
    bcp47(environment['LC_ALL'] || environment[category] || environment['LANG'] || '');
  return { time: localeOf('LC_TIME'), numbers: localeOf('LC_NUMERIC') };
}

/** Converts "de_CH.UTF-8@euro" to "de-CH". */
function bcp47(posix: string): string | null {
  const [name = ''] = posix.split(/[.@]/u);
  return name === '' || name === 'C' || name === 'POSIX' ? null : name.replaceAll('_', '-');
}

/** Returns the weekdays (0 is Monday) in the order in which a week is shown. */
export function weekdaysFrom(first: number): readonly number[] {
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7);
}
