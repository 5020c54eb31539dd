import { afterEach, describe, expect, test } from 'vitest';
import { language, region } from '../../../renderer/messages.ts';
import { quietDaySet, quietTimeSet, sameOnAllDays } from '../../../renderer/settings/settings-steps.ts';
import {
  minutesMeant,
  minutesOf,
  nextDayText,
  nextQuarter,
  timeValue,
} from '../../../renderer/settings/time-of-day.ts';
import { defaultRegion } from '../../../src/domain/region.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';

const night = { from: 22 * 60, until: 7 * 60 };
const noon = { from: 12 * 60, until: 13 * 60 };

const withDays = (days: Settings['quietHours']['days']): Settings => ({
  ...defaultSettings,
  quietHours: { on: true, days },
});

/** The week in the order shown where it begins on Monday. */
const wholeWeek = [0, 1, 2, 3, 4, 5, 6];

afterEach(() => {
  language.value = 'en';
  region.value = defaultRegion;
});

describe('an end on the next day', () => {
  test.each([
    [0, night, 'on Tuesday'],
    [6, night, 'on Monday'],
    [2, noon, null],
    [2, { from: 600, until: 600 }, 'on Thursday'],
  ] as const)('day %i, %j: %s', (weekday, span, words) => expect(nextDayText(weekday, span)).toBe(words));

  test('is shown in the language of the window', () => {
    language.value = 'de';
    expect(nextDayText(0, night)).toBe('am Dienstag');
  });
});

describe('a time field', () => {
  test.each([
    [0, '00:00'],
    [7 * 60 + 5, '07:05'],
    [1439, '23:59'],
  ])('shows %i minutes as %s and reads them back', (minutes, value) => {
    expect(timeValue(minutes)).toBe(value);
    expect(minutesOf(value)).toBe(minutes);
  });

  test.each([
    [0, '12:00\u00a0AM'],
    [7 * 60 + 5, '7:05\u00a0AM'],
    [12 * 60, '12:00\u00a0PM'],
    [1439, '11:59\u00a0PM'],
  ])('shows %i minutes as %s on a 12-hour clock, and reads them back', (minutes, value) => {
    region.value = { ...defaultRegion, clock: '12-hour' };
    expect(timeValue(minutes)).toBe(value);
    expect(minutesOf(value)).toBe(minutes);
  });

  test.each([
    ['7:05 pm', 1145],
    ['7:05PM', 1145],
    ['7:05 p.m.', 1145],
    ['12:00 am', 0],
    ['13:00 pm', null],
    ['0:30 am', null],
  ])('reads %j as %s', (value, minutes) => expect(minutesOf(value)).toBe(minutes));

  test.each(['', '24:00', '7:5', 'noon', '12:60', '7', '0705', '07:05:59'])('rejects %j', (value) =>
    expect(minutesOf(value)).toBeNull(),
  );

  test.each(['7:05', '07.05', ' 07:05 '])('also reads %j', (value) => expect(minutesOf(value)).toBe(425));

  test.each([
    ['7', 420],
    ['23', 1380],
    ['705', 425],
    ['0705', 425],
    ['7.05', 425],
    ['24', null],
    ['2460', null],
    ['', null],
    ['noon', null],
    ['7 pm', 1140],
    ['10pm', 1320],
    ['1030 PM', 1350],
  ])('takes a %j that is left in it as %s', (value, minutes) => expect(minutesMeant(value)).toBe(minutes));

  test.each([
    [420, 1, 435],
    [421, 1, 435],
    [421, -1, 420],
    [420, -1, 405],
    [1435, 1, 0],
    [0, -1, 1425],
  ] as const)('steps from %i (%i) to %i', (minutes, way, next) => expect(nextQuarter(minutes, way)).toBe(next));
});

describe('the next quiet hours', () => {
  const week = withDays([null, night, noon, null, null, null, null]);

  test('change on one day only, and stay seven', () => {
    expect(quietDaySet(2, null)(week).quietHours?.days).toEqual([null, night, null, null, null, null, null]);
    expect(quietTimeSet(1, 'until', 480)(week).quietHours?.days[1]).toEqual({ from: 22 * 60, until: 480 });
  });

  test('do not return on a day that was switched off while its time was typed', () => {
    expect(quietTimeSet(0, 'from', 480)(week).quietHours).toEqual(week.quietHours);
  });

  test('use the first day that has any, for all days', () => {
    expect(sameOnAllDays(wholeWeek)(week).quietHours).toEqual({
      on: true,
      days: Array.from({ length: 7 }, () => night),
    });
  });

  test('use the day that is shown first if the week begins on Sunday', () => {
    const sunday = withDays([null, night, null, null, null, null, noon]);
    expect(sameOnAllDays([6, 0, 1, 2, 3, 4, 5])(sunday).quietHours?.days[0]).toEqual(noon);
  });

  test('stay empty if no day has any', () => {
    expect(sameOnAllDays(wholeWeek)(withDays(Array.from({ length: 7 }, () => null)))).toEqual({});
  });
});
