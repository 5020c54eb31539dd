import { describe, expect, it } from 'vitest';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { policyAt, quietAt } from '../../../src/domain/notification-policy.ts';
import type { WallClock } from '../../../src/domain/quiet-hours.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { snoozeEnd } from '../../../src/domain/snooze.ts';
import { DAY, HOUR } from '../../../src/domain/time.ts';

/** A local clock in UTC. */
const clock: WallClock = {
  dateOf: (at) => {
    const date = new Date(at);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  },
  momentOf: (year, month, day, minutes) => Date.UTC(year, month - 1, day, 0, minutes),
};

const midnight = Date.UTC(2026, 5, 2);
const intervals = intervalsFor(defaultSettings, null);
const quietNights = { ...defaultSettings, quietHours: { ...defaultSettings.quietHours, on: true } };
const nobody = { muted: new Set<string>(), off: new Set<string>(), oftenOff: new Set<string>() };

describe('a snooze', () => {
  it('lasts an hour, or less with a time scale', () => {
    expect(snoozeEnd('hour', midnight, clock, intervals)).toBe(midnight + HOUR);
    const fast = intervalsFor(defaultSettings, { pollSeconds: 1, graceSeconds: null });
    expect(snoozeEnd('hour', midnight, clock, fast)).toBe(midnight + HOUR / 60);
  });

  it.each([
    [9, 32],
    [23.5, 32],
    [1, 8],
    [3.9, 8],
    [4, 32],
  ])('until tomorrow that begins %d h after midnight ends %d h after it', (begins, ends) => {
    expect(snoozeEnd('until-tomorrow', midnight + begins * HOUR, clock, intervals)).toBe(midnight + ends * HOUR);
  });
});

describe('do not disturb', () => {
  it('is off without quiet hours and without a snooze', () => {
    expect(quietAt(defaultSettings, null, midnight, clock)).toBeNull();
    expect(policyAt(defaultSettings, null, nobody, midnight, clock).quietUntil).toBeNull();
  });

  it('ends a snooze that is longer than any: some clock was wrong when it began', () => {
    const longest = snoozeEnd('until-tomorrow', midnight + 4 * HOUR, clock, intervals);
    expect(quietAt(defaultSettings, longest, midnight + 4 * HOUR, clock)?.until).toBe(longest);
    for (const ahead of [2 * DAY, 8.64e15 - longest]) {
      expect(quietAt(defaultSettings, longest + ahead, midnight, clock)).toBeNull();
      expect(policyAt(defaultSettings, longest + ahead, nobody, midnight, clock).quietUntil).toBeNull();
    }
  });

  it('reports which of the two it is', () => {
    expect(quietAt(quietNights, null, midnight, clock)).toEqual({ until: midnight + 7 * HOUR, why: 'quiet-hours' });
    const noon = midnight + 12 * HOUR;
    expect(quietAt(quietNights, noon + HOUR, noon, clock)).toEqual({ until: noon + HOUR, why: 'snoozed' });
  });

  it('merges a snooze and quiet hours that touch', () => {
    const evening = midnight + 21.5 * HOUR;
    expect(quietAt(quietNights, evening + HOUR, evening, clock)?.until).toBe(midnight + DAY + 7 * HOUR);
    const morning = midnight + 6 * HOUR;
    expect(quietAt(quietNights, morning + 2 * HOUR, morning, clock)?.until).toBe(midnight + 8 * HOUR);
  });

  it('ends exactly at its end, which is remembered', () => {
    const end = midnight + 7 * HOUR;
    expect(quietAt(quietNights, null, end, clock)).toBeNull();
    expect(policyAt(quietNights, null, nobody, end, clock)).toMatchObject({ quietUntil: end, isTimeOfDay: true });
    const snoozed = policyAt(quietNights, end + HOUR, nobody, end + 2 * HOUR, clock);
    expect(snoozed).toMatchObject({ quietUntil: end + HOUR, isTimeOfDay: false });
  });

  it('ends as soon as the snooze is ended', () => {
    const noon = midnight + 12 * HOUR;
    expect(quietAt(defaultSettings, noon, noon, clock)).toBeNull();
  });
});
