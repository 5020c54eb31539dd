import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryRecorder } from '../../../src/history/history-recorder.ts';
import { createMemoryHistory } from '../../../src/storage/history-files.ts';
import {
  gone,
  hours,
  link,
  minutes,
  monitored,
  seconds,
  silent,
  type TestResponse,
} from '../../support/monitor/world.ts';
import { recordAttack } from '../../support/reliability-record.ts';

const year = 365 * 24 * hours(1);
const runs = 60;
const end = hours(3);

interface Jump {
  /** Time from the start, ms. */
  readonly at: number;
  /** How far the clock is off from then on, ms. */
  readonly off: number;
}

const jumps = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: hours(2) }),
    off: fc.oneof(
      fc.integer({ min: -20 * year, max: 20 * year }),
      fc.integer({ min: -hours(2), max: hours(2) }),
      fc.integer({ min: -seconds(15), max: seconds(15) }),
      fc.constantFrom(0, -year, year, -55 * year),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The real monitor and history on a computer whose clock is changed. */
function clockSet(by: readonly Jump[], answer: (printer: string, at: number) => TestResponse) {
  const inOrder = [...by].sort((one, other) => one.at - other.at);
  const clockOff = (at: number) => inOrder.findLast((jump) => jump.at <= at)?.off ?? 0;
  const world = monitored({ answer, clockOff });
  const keeper = new HistoryRecorder({
    fleet: world.fleet,
    files: createMemoryHistory(),
    mergeGap: () => minutes(3),
    timer: { set: (delay, due) => world.time.after(delay, due), clear: () => {} },
    clock: world.clock,
  });
  return { world, keeper, last: inOrder.at(-1)?.at ?? 0 };
}

/** Returns the gaps between polls from start to end, in real milliseconds. */
function gaps(requestTimes: readonly number[]): readonly number[] {
  return [...requestTimes, end].map((at, index) => at - (requestTimes[index - 1] ?? 0));
}

describe('a clock that is set back and forth by years', { timeout: 120_000 }, () => {
  it('causes no alert, no burst of requests and no gap in the polls', async () => {
    let lost = 0;
    await fc.assert(
      fc.asyncProperty(jumps, async (by) => {
        const { world, keeper } = clockSet(by, () => link(true, -hours(5), null));
        world.add('Voron');
        world.monitor.start();
        lost += 1;
        await world.time.run(end);
        expect(world.alerts).toEqual([]);
        const between = gaps(world.requestedAt('Voron'));
        // The interval with its jitter, the check that detects the jump, and the time to settle.
        expect(Math.max(...between)).toBeLessThanOrEqual(seconds(63 + 20));
        expect(Math.min(...between.slice(1, -1))).toBeGreaterThanOrEqual(seconds(1));
        // Each change of the clock adds at most a poll or two; the interval itself adds none.
        expect(world.requests.length).toBeLessThanOrEqual(end / seconds(60) + 2 + 2 * by.length);
        const history = await keeper.history('Voron');
        for (const [index, span] of history.entries()) {
          expect(span.from).toBeLessThanOrEqual(span.to);
          expect(span.from).toBeGreaterThanOrEqual(history[index - 1]?.to ?? Number.NEGATIVE_INFINITY);
        }
        await keeper.flush();
        lost -= 1;
      }),
      { numRuns: runs },
    );
    recordAttack('clock', {
      promise:
        'Clock set back and forth by years: no false alarm, no flood of notifications, the interval and the order of the history are kept',
      test: 'test/unit/monitor/set-clock.test.ts',
      cases: runs,
      lost,
    });
  });

  it('does not hide a real disconnection, which is reported once', async () => {
    await fc.assert(
      fc.asyncProperty(jumps, async (by) => {
        const { world } = clockSet(by, (_printer, at) => gone([hours(2) + minutes(5), hours(9)])(at));
        world.add('Voron');
        world.monitor.start();
        await world.time.run(end);
        expect(world.alerts.map(({ kind }) => kind)).toEqual(['disconnected']);
        expect(world.alerts[0]?.at).toBeLessThanOrEqual(hours(2) + minutes(5) + minutes(4));
      }),
      { numRuns: runs },
    );
  });

  it('does not prolong a Retry-After: it lasts an hour at most', async () => {
    await fc.assert(
      fc.asyncProperty(jumps, async (by) => {
        const { world, last } = clockSet(by, (_printer, at) =>
          at < minutes(5) ? silent(429, 600) : link(true, -hours(5), null),
        );
        world.add('Voron');
        world.monitor.start();
        await world.time.run(end);
        expect(world.requestedAt('Voron').some((at) => at > last)).toBe(true);
        expect(world.status('Voron')).toBe('online');
      }),
      { numRuns: runs },
    );
  });
});
