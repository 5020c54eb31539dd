import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';
import { afterRetryWait, retryWait, retryWaitAfterSleep } from '../../../src/monitor/retry-wait.ts';

describe('a request that OctoEverywhere postponed', () => {
  test('is sent when it asked at the earliest, and no later than one interval after', () => {
    const times = fc.record({
      planned: fc.integer({ min: 0, max: 7_200_000 }),
      at: fc.integer({ min: 0, max: 3_600_000 }),
      seconds: fc.integer({ min: 0, max: 3_600 }),
      jitter: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(times, ({ planned, at, seconds, jitter }) => {
        const until = at + seconds * SECOND;
        const sent = afterRetryWait(planned, retryWait(seconds, at), jitter, MINUTE);
        expect(sent).toBeGreaterThanOrEqual(Math.max(planned, until));
        expect(sent).toBeLessThanOrEqual(Math.max(planned, until + Math.min(seconds * SECOND, MINUTE)));
      }),
    );
  });

  test('is sent as planned if that is later anyway', () => {
    expect(afterRetryWait(5 * MINUTE, retryWait(120, 0), 1, MINUTE)).toBe(5 * MINUTE);
    expect(afterRetryWait(5 * MINUTE, null, 1, MINUTE)).toBe(5 * MINUTE);
  });

  test('keeps its wait while the computer sleeps', () => {
    expect(retryWaitAfterSleep(retryWait(600, MINUTE), 4 * MINUTE)).toEqual({ until: 7 * MINUTE, length: 10 * MINUTE });
    expect(retryWaitAfterSleep(null, MINUTE)).toBeNull();
  });

  // As in NousResearch/hermes-agent#109234: everybody who had to wait came back at the same moment.
  test.each([60, 90, 600, 3_600])(
    'comes at another moment than those of others that have to wait until the same, %i s later',
    (length) => {
      const random = seededRandom(length);
      const perSecond = new Map<number, number>();
      const usual = 50;
      for (let index = 0; index < usual * 60; index += 1) {
        const at = Math.floor(random() * MINUTE);
        const wait = retryWait(length - Math.floor(at / SECOND), at);
        const second = Math.floor(afterRetryWait(at + MINUTE, wait, random(), MINUTE) / SECOND);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      }
      expect(Math.max(...perSecond.values())).toBeLessThan(2 * usual);
    },
  );
});
