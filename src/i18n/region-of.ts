import type { Region, SystemRegion } from '../domain/region.ts';
import type { Language } from '../domain/settings.ts';

/** The region for each language if the system specifies none: a home region with 24-hour clocks. */
const homes: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** A method (`getWeekInfo`) in some releases of V8, a property in others. */
interface LocaleWithWeek extends Intl.Locale {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

/**
 * Returns how this region writes times, dates and numbers, by CLDR. Creating the formats takes some 20 ms on the first
 * call, so keep the result.
 */
export function regionOf(system: SystemRegion, language: Language): Region {
  const time = known(system.time) ?? homes[language];
  const numbers = known(system.numbers) ?? homes[language];
  return {
    clock: system.clock ?? (is12Hour(time) ? '12-hour' : '24-hour'),
    dateOrder: dateOrderOf(time),
    decimalSign: decimalSignOf(numbers),
    firstWeekday: firstWeekdayOf(time),
  };
}

/** Returns the locale if Intl supports it; null for an invalid one or one that Intl would replace with the system's. */
function known(locale: string | null): string | null {
  if (locale === null) return null;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? null;
  } catch {
    return null;
  }
}

function is12Hour(locale: string): boolean {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h12' || hourCycle === 'h11';
}

function dateOrderOf(locale: string): Region['dateOrder'] {
  const format = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const first = format.formatToParts(0).find(({ type }) => type === 'year' || type === 'month' || type === 'day');
  return first?.type === 'year' ? 'year-first' : first?.type === 'month' ? 'month-first' : 'day-first';
}

function decimalSignOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

function firstWeekdayOf(locale: string): number {
  const withWeek: LocaleWithWeek = new Intl.Locale(locale);
  const week = withWeek.getWeekInfo?.() ?? withWeek.weekInfo;
  return week === undefined ? 0 : week.firstDay - 1;
}
