import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ServerTime,
  serverNow,
  serverTimeAfterJump,
  serverTimeAfterResponse,
  serverTimeByOwnClock,
} from '../../../src/domain/server-time.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** OctoEverywhere's time when running time is 0. */
const epoch = Date.UTC(2026, 0, 5);

/** What a `Date` says that is right but for `off`, cut to seconds. */
const dateAt = (elapsed: number, off = 0) => Math.floor((epoch + elapsed + off) / second) * second;
const answered = (time: ServerTime, date: number, at: number) => serverTimeAfterResponse(time, date, at - 200, at);
const error = (time: ServerTime, at: number) => Math.abs(serverNow(time, at) - (epoch + at));
const right = 2 * second;

/** This computer's clock is off by `off`; the first responses arrived `every` apart from running time `from` on. */
function timed(off: number, dates: readonly number[], every: number, from = 0, notBefore: number | null = null) {
  return dates.reduce(
    (time, date, index) => answered(time, date, from + index * every),
    serverTimeByOwnClock(epoch + off, 0, notBefore),
  );
}

describe('server time', () => {
  it('follows the first response at once, and is proven by the second', () => {
    for (const off of [-9 * hour, -minute, 3 * second, hour, 400 * 24 * hour]) {
      const first = timed(off, [dateAt(0)], minute);
      expect(error(first, 0)).toBeLessThanOrEqual(right);
      expect(first.isConfirmed).toBe(false);
      const second = answered(first, dateAt(minute), minute);
      expect(error(second, minute)).toBeLessThanOrEqual(right);
      expect(second.isConfirmed).toBe(true);
    }
  });

  it('does not follow a `Date` that stands still, however many responses repeat it and however close they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 20, maxLength: 200 }),
        fc.integer({ min: -3 * 24 * hour, max: 0 }),
        fc.boolean(),
        (gaps, age, wasRight) => {
          let at = 0;
          // This computer's clock is wrong, unless it is all there is.
          let time = timed(wasRight ? hour : 0, wasRight ? [dateAt(0), dateAt(minute)] : [], minute);
          if (wasRight) at = minute;
          const frozen = dateAt(at, age);
          let first: number | null = null;
          for (const gap of gaps) {
            at += gap * second;
            time = answered(time, frozen, at);
            first ??= at;
            // A first response counts until another one contradicts it.
            if (wasRight || at - first >= 10 * second) expect(error(time, at)).toBeLessThanOrEqual(right);
          }
          if (!wasRight) expect(time.isConfirmed).toBe(false);
        },
      ),
    );
  });

  it('does not follow it after sleep and after a restart either', () => {
    const known = timed(hour, [dateAt(0), dateAt(minute)], minute);
    const asleep = serverTimeAfterJump(known, 8 * hour, 2 * minute);
    const woke = answered(asleep, dateAt(minute), 3 * minute);
    expect(Math.abs(serverNow(woke, 3 * minute) - (epoch + 8 * hour + 3 * minute))).toBeLessThanOrEqual(right);
    const restarted = timed(0, [dateAt(-hour)], minute, minute, epoch - minute);
    expect(error(restarted, minute)).toBeLessThanOrEqual(right);
  });

  it('does not believe a first `Date` before what the response itself reports as past', () => {
    const own = serverTimeByOwnClock(epoch + 3 * second, 0);
    const woken = serverTimeAfterResponse(own, dateAt(0, -hour), 800, 1_000, epoch - minute);
    expect(error(woken, 1_000)).toBeLessThanOrEqual(3 * second);
    // Nor once another printer's response shows it, within a second.
    const first = serverTimeAfterResponse(own, dateAt(0, -hour), 800, 1_000, epoch - 2 * hour);
    expect(error(first, 1_000)).toBeGreaterThan(hour - minute);
    const other = serverTimeAfterResponse(first, dateAt(0, -hour), 900, 1_100, epoch - minute);
    expect(error(other, 1_100)).toBeLessThanOrEqual(3 * second);
    // A time that the server makes up, in the future of both clocks, proves nothing.
    const behind = serverTimeByOwnClock(epoch - 5 * hour, 0);
    const made = serverTimeAfterResponse(behind, dateAt(0), 800, 1_000, epoch + 24 * hour);
    expect(error(made, 1_000)).toBeLessThanOrEqual(right);
  });

  it('believes an earlier `Date` than ever once a second one confirms it', () => {
    // What an earlier run knew came from a clock that was a day ahead.
    const before = timed(24 * hour, [dateAt(0)], minute, 0, epoch + 24 * hour);
    expect(error(before, 0)).toBeGreaterThan(hour);
    expect(error(answered(before, dateAt(minute), minute), minute)).toBeLessThanOrEqual(right);
  });

  it('follows the responses that agree if others between them have the `Date` of a cache', () => {
    let time = serverTimeByOwnClock(epoch + 2 * hour, 0);
    for (let index = 0; index < 8; index += 1) {
      const at = index * minute;
      time = answered(time, index % 2 === 0 ? dateAt(at) : dateAt(0, -hour), at);
    }
    expect(error(time, 7 * minute)).toBeLessThanOrEqual(right);
    expect(time.isConfirmed).toBe(true);
  });

  it('replaces a slow first response by a faster one', () => {
    const slow = serverTimeAfterResponse(serverTimeByOwnClock(epoch, 0), dateAt(9 * second), 0, 9 * second);
    expect(error(slow, 9 * second)).toBeGreaterThan(right);
    const fast = answered(slow, dateAt(10 * second), 10 * second);
    expect(error(fast, 10 * second)).toBeLessThanOrEqual(right);
  });

  it('does not follow a proxy’s own clock between right responses, but a clock that stays', () => {
    const right9 = Array.from({ length: 9 }, (_, index) => dateAt(index * minute));
    const mixed = right9.map((date, index) => (index % 3 === 2 ? date + hour : date));
    expect(error(timed(0, mixed, minute), 8 * minute)).toBeLessThanOrEqual(right);
    const stays = right9.map((date, index) => (index >= 6 ? date + hour : date));
    expect(Math.abs(error(timed(0, stays, minute), 8 * minute) - hour)).toBeLessThanOrEqual(right);
  });
});
