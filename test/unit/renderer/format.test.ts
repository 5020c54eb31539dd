import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  formatAgo,
  formatBytes,
  formatDuration,
  formatMinutes,
  formatRequests,
  formatTime,
  formatUntil,
} from '../../../renderer/format.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('durationWords', () => {
  test.each([
    [0, '0 s'],
    [999, '0 s'],
    [-5 * minute, '0 s'],
    [45 * second, '45 s'],
    [90 * second, '1 min 30 s'],
    [10 * minute, '10 min'],
    [3 * hour + 12 * minute + 59 * second, '3 h 12 min'],
    [hour + 59 * second, '1 h'],
    [day, '1 day'],
    [2 * day + 4 * hour, '2 days 4 h'],
    [400 * day, '400 days'],
  ])('%i ms is %s', (length, words) => expect(formatDuration(length)).toBe(words));
});

test.each([
  [0, 'less than 1 min'],
  [59_999, 'less than 1 min'],
  [90 * second, '1 min'],
  [3 * hour + 12 * minute + 30 * second, '3 h 12 min'],
])('%i ms to the minute is %s', (length, words) => expect(formatMinutes(length)).toBe(words));

test.each([
  [-3 * second, 'just now'],
  [1_999, 'just now'],
  [2 * second, '2 s ago'],
  [59_999, '59 s ago'],
  [minute, '1 min ago'],
  [14 * minute + 30 * second, '14 min ago'],
])('%i ms ago is %s', (length, words) => expect(formatAgo(length)).toBe(words));

test.each([
  [-1, 'any moment'],
  [0, 'any moment'],
  [1, 'in 1 s'],
  [47_001, 'in 48 s'],
  [minute, 'in 1 min'],
  [minute + 1, 'in 2 min'],
  [59 * minute + 1, 'in 1 h'],
])('%i ms ahead is %s', (length, words) => expect(formatUntil(length)).toBe(words));

describe('formatTime', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());
  const now = Date.UTC(2026, 0, 14, 17, 17);
  test.each([
    ['the same day', Date.UTC(2026, 0, 14, 13, 5), '14:05'],
    ['just after midnight there, the day before in UTC', Date.UTC(2026, 0, 13, 23, 5), '00:05'],
    ['the day before', Date.UTC(2026, 0, 13, 22, 5), 'yesterday 23:05'],
    ['earlier this year', Date.UTC(2026, 0, 2, 8, 0), '2 Jan, 09:00'],
    ['another year', Date.UTC(2025, 8, 12, 8, 0), '12 Sep 2025, 10:00'],
  ])('%s', (_when, at, words) => expect(formatTime(at, now)).toBe(words));

  test('uses the time zone of the computer', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata');
    expect(formatTime(Date.UTC(2026, 0, 14, 13, 5), now)).toBe('18:35');
  });

  test('handles yesterday on the first of January', () => {
    const newYear = Date.UTC(2026, 0, 1, 12);
    expect(formatTime(newYear - day, newYear)).toBe('yesterday 13:00');
  });

  test('handles yesterday across the end of summer time, a day of 25 hours', () => {
    const now = Date.UTC(2026, 9, 25, 22, 45);
    expect(formatTime(Date.UTC(2026, 9, 24, 12), now)).toBe('yesterday 14:00');
  });
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [100 * 1024 * 1024, '100 MB'],
  [1024 * 1024 - 1, '1 MB'],
  [2.5 * 1024 ** 3, '2.5 GB'],
  [3 * 1024 ** 5, '3072 TB'],
])('%i bytes is %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

test.each([
  [30, '120 requests an hour per printer.'],
  [60, '60 requests an hour per printer.'],
  [3600, '1 request an hour per printer.'],
])('every %i s is %s', (seconds, words) => expect(formatRequests(seconds)).toBe(words));
