import { describe, expect, test } from 'vitest';
import { clockOf } from '../../../src/demo/zone-clock.ts';

const minutes = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return 60 * hour + minute;
};

describe('a local clock', () => {
  test.each([
    ['UTC', '2026-06-01T12:00Z', [2026, 6, 1]],
    ['America/New_York', '2026-06-01T03:00Z', [2026, 5, 31]],
    ['Pacific/Kiritimati', '2026-06-01T12:00Z', [2026, 6, 2]],
    ['Asia/Kathmandu', '2026-05-31T18:20Z', [2026, 6, 1]],
  ])('in %s at %s shows its own date', (zone, at, [year, month, day]) => {
    expect(clockOf(zone).dateOf(Date.parse(at))).toEqual({ year, month, day });
  });

  test.each([
    ['America/New_York', '2026-06-01', '22:00', '2026-06-02T02:00Z'],
    ['Asia/Kathmandu', '2026-06-01', '07:15', '2026-06-01T01:30Z'],
    // Set back at 3:00 CEST: 2:30 occurs twice, and the first is meant.
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['Europe/Berlin', '2026-10-25', '03:30', '2026-10-25T02:30Z'],
    // Set forward at 2:00 CET: 2:30 is skipped.
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30Z'],
    ['Europe/Berlin', '2026-03-29', '03:30', '2026-03-29T01:30Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z'],
  ])('in %s on %s shows %s at %s', (zone, date, time, at) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    expect(new Date(clockOf(zone).momentOf(year, month, day, minutes(time))).toISOString()).toBe(
      new Date(at).toISOString(),
    );
  });

  test('continues into the next month', () => {
    expect(clockOf('UTC').momentOf(2026, 1, 32, 0)).toBe(Date.UTC(2026, 1, 1));
  });
});
