import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VirtualTime } from '../../../src/demo/virtual-time.ts';
import { TurnTimer } from '../../../src/monitor/turn-timer.ts';
import { link, minutes, monitored, seconds } from '../../support/monitor/world.ts';

const [few, many] = [99, 100];

it.each([
  ['', few, 0],
  [', with many printers no sooner than 100 ms after the last that it took', many, 100],
])('takes each turn when it is due%s', async (_, printers, apart) => {
  const delays = fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(delays, async (all) => {
      const time = new VirtualTime(0);
      const { intervals } = monitored({ answer: () => link(true, 0, null) });
      const wanted: number[] = [];
      const taken: number[] = [];
      const next = () => {
        const delay = all[wanted.length];
        if (delay === undefined) return;
        wanted.push(time.since() + delay);
        timer.set(time.since() + delay, printers);
      };
      const timer = new TurnTimer({ timer: time.timer, clock: time.clock, intervals: () => intervals }, () => {
        taken.push(time.since());
        next();
      });
      next();
      await time.run(seconds(60));
      for (const [index, at] of taken.entries()) {
        const soonest = (taken[index - 1] ?? Number.NEGATIVE_INFINITY) + apart;
        // A timer fires after 1 ms at the earliest.
        expect(at).toBe(Math.max(wanted[index] ?? 0, soonest, (taken[index - 1] ?? 0) + 1));
      }
      expect(taken).toHaveLength(all.length);
    }),
  );
});

it('the requests of 1,000 printers are sent together, none of them early and none late', async () => {
  const latency = 7;
  let seed = 0;
  const random = () => {
    seed = (seed + 617) % 1_000;
    return seed / 1_000;
  };
  const world = monitored({ answer: () => link(true, 0, null), latency, random });
  const names = Array.from({ length: 1_000 }, (_, index) => `P${index}`);
  world.add(...names);
  world.monitor.start();
  await world.time.run(minutes(20));
  const begin = minutes(18);
  const late = world.requests.filter(({ at }) => at >= begin);
  // Of those in one turn up to six are sent at once, the others as their responses arrive.
  const together = new Set(late.map(({ at }) => at));
  expect(together.size).toBeLessThan(late.length / 1.5);
  for (const name of names) {
    const times = world.requestedAt(name).filter((at) => at >= begin - minutes(3));
    for (const [index, at] of times.slice(1).entries()) {
      const passed = at - (times[index] ?? 0);
      expect(passed).toBeGreaterThanOrEqual(minutes(1));
      expect(passed).toBeLessThanOrEqual(minutes(1.05) + 200 + latency);
    }
  }
});
