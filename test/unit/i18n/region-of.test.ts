import { describe, expect, it } from 'vitest';
import { defaultRegion, type Region } from '../../../src/domain/region.ts';
import type { Language } from '../../../src/domain/settings.ts';
import { formatHour } from '../../../src/i18n/format-clock.ts';
import { formatMoment } from '../../../src/i18n/format-moment.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { regionOf } from '../../../src/i18n/region-of.ts';

/** CLDR data per region: clock, date order, decimal sign, first day of the week. */
const regions: readonly (readonly [string, Region['clock'], Region['dateOrder'], string, number])[] = [
  ['en-US', '12-hour', 'month-first', '.', 6],
  ['en-GB', '24-hour', 'day-first', '.', 0],
  ['en-DE', '24-hour', 'day-first', ',', 0],
  ['en-AU', '12-hour', 'day-first', '.', 0],
  ['en-IN', '12-hour', 'day-first', '.', 6],
  ['de-DE', '24-hour', 'day-first', ',', 0],
  ['de-CH', '24-hour', 'day-first', '.', 0],
  ['fr-FR', '24-hour', 'day-first', ',', 0],
  ['hu-HU', '24-hour', 'year-first', ',', 0],
  ['ja-JP', '24-hour', 'year-first', '.', 6],
  ['ar-EG', '12-hour', 'day-first', '.', 5],
];

describe('a region', () => {
  it.each(regions)('%s: %s, %s, %j, %i', (locale, clock, dateOrder, decimalSign, firstWeekday) => {
    expect(regionOf({ time: locale, numbers: locale, clock: null }, 'en')).toEqual({
      clock,
      dateOrder,
      decimalSign,
      firstWeekday,
    });
  });

  it('may use two locales for times and numbers', () => {
    expect(regionOf({ time: 'en-US', numbers: 'de-DE', clock: null }, 'en')).toMatchObject({
      clock: '12-hour',
      decimalSign: ',',
    });
  });

  it('gives way to the desktop’s own 12/24-hour switch', () => {
    expect(regionOf({ time: 'en-US', numbers: 'en-US', clock: '24-hour' }, 'en')).toMatchObject({
      clock: '24-hour',
      dateOrder: 'month-first',
    });
    expect(regionOf({ time: 'de-DE', numbers: 'de-DE', clock: '12-hour' }, 'de').clock).toBe('12-hour');
  });

  it.each<[Language, string]>([
    ['en', '.'],
    ['de', ','],
  ])('that the system does not name follows the language: %s', (language, decimalSign) => {
    // The long one is from oven-sh/bun#39704, where it crashed ICU.
    for (const locale of [
      null,
      'en-US@posix',
      'not a locale',
      'abcdefghijkl',
      '/usr/share/locale',
      'und',
      'xx-XX',
      '',
    ]) {
      expect(regionOf({ time: locale, numbers: locale, clock: null }, language), String(locale)).toEqual({
        ...defaultRegion,
        decimalSign,
      });
    }
  });
});

describe('times', () => {
  const now = new Date(2026, 5, 15, 18, 0).getTime();
  const at = (...when: [number, number, number, number, number]) => new Date(...when).getTime();
  const american = regionOf({ time: 'en-US', numbers: 'en-US', clock: null }, 'en');
  const hungarian = regionOf({ time: 'hu-HU', numbers: 'hu-HU', clock: null }, 'en');

  it.each<[Language, Region, number, string]>([
    ['en', american, at(2026, 5, 15, 14, 5), '2:05\u00a0PM'],
    ['en', american, at(2026, 5, 15, 0, 5), '12:05\u00a0AM'],
    ['en', american, at(2026, 5, 14, 12, 0), 'yesterday 12:00\u00a0PM'],
    ['en', american, at(2026, 2, 1, 9, 0), 'Mar 1, 9:00\u00a0AM'],
    ['en', american, at(2025, 10, 12, 14, 5), 'Nov 12, 2025, 2:05\u00a0PM'],
    ['en', hungarian, at(2025, 10, 12, 14, 5), '2025 Nov 12, 14:05'],
    ['en', defaultRegion, at(2025, 10, 12, 14, 5), '12 Nov 2025, 14:05'],
    ['de', defaultRegion, at(2025, 10, 12, 14, 5), '12. Nov. 2025, 14:05'],
    ['de', american, at(2025, 10, 12, 14, 5), '12. Nov. 2025, 2:05\u00a0PM'],
  ])('%s, %o', (language, region, moment, text) => {
    expect(formatMoment(moment, now, messagesFor(language).moments, region)).toBe(text);
  });

  it.each([
    [0, '00:00', '12\u00a0AM'],
    [9, '09:00', '9\u00a0AM'],
    [12, '12:00', '12\u00a0PM'],
    [18, '18:00', '6\u00a0PM'],
  ])('hour %i', (hour, on24, on12) => {
    expect(formatHour(hour, defaultRegion)).toBe(on24);
    expect(formatHour(hour, american)).toBe(on12);
  });
});
