import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowd, longestPause } from '../../support/monitor/crowd.ts';
import { hours, link, minutes, monitored, seconds } from '../../support/monitor/world.ts';

describe('printers that hang', () => {
  it.each([
    [36, 1, 30],
    [36, 1, 60],
    [100, 3, 30],
    [100, 3, 60],
    [199, 1, 30],
    [199, 5, 60],
  ])('do not slow down healthy ones: %i hanging, %i healthy, polled every %i s', async (hanging, count, poll) => {
    const world = crowd({ hanging, healthy: count, pollSeconds: poll });
    // At the start no printer is known to answer, so each hanging one may block a lane for 5 s.
    const firstRound = Math.ceil((hanging / 5) * seconds(5)) + seconds(10);
    const end = firstRound + minutes(30);
    await world.time.run(end);
    for (const name of world.healthy) {
      const requestTimes = world.requestedAt(name);
      expect(requestTimes[0]).toBeLessThanOrEqual(firstRound);
      // The interval with maximum jitter, plus 5 s for lanes that must time out first.
      expect(longestPause(requestTimes.slice(0), firstRound, end)).toBeLessThanOrEqual(
        seconds(poll) * 1.05 + seconds(6),
      );
    }
    expect(world.mostUnderWay()).toBeLessThanOrEqual(6);
    // The hanging printers are still polled too.
    for (const { printer } of world.fleet.members()) {
      expect(world.requestedAt(printer.id).length, printer.id).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([100, 199])('or answer just before they count as hanging do not slow down quick ones: %i', async (slow) => {
    const world = monitored({
      settings: { pollSeconds: 30 },
      random: () => 0.5,
      latency: (printer) => (printer === 'quick' ? 200 : seconds(4.9)),
      answer: () => link(true, -hours(1), null),
    });
    world.add(...Array.from({ length: slow }, (_, index) => `slow ${index}`), 'quick');
    world.monitor.start();
    await world.time.run(minutes(40));
    expect(longestPause(world.requestedAt('quick'), minutes(10), minutes(40))).toBeLessThanOrEqual(seconds(37));
    // The slow ones take all the rest, in turn.
    const round = Math.ceil(slow / 5) * seconds(4.9);
    for (let index = 0; index < slow; index += 1)
      expect(longestPause(world.requestedAt(`slow ${index}`), minutes(10), minutes(40))).toBeLessThanOrEqual(
        round + seconds(40),
      );
  });

  it('do not delay the others when they all begin to hang', async () => {
    for (const hanging of [36, 199]) {
      const from = minutes(20);
      const world = crowd({
        hanging,
        healthy: 2,
        pollSeconds: 30,
        hangs: (printer, at) => printer.startsWith('hung') && at >= from,
      });
      await world.time.run(minutes(50));
      for (const name of world.healthy) {
        const requestTimes = world.requestedAt(name);
        // They wait once, until each hanging printer has blocked a lane for 5 s, and never again.
        const once = Math.ceil(hanging / 6) * seconds(5);
        expect(longestPause(requestTimes, minutes(10), minutes(50))).toBeLessThanOrEqual(seconds(32) + once);
        expect(longestPause(requestTimes, from + seconds(35) + once, minutes(50))).toBeLessThanOrEqual(seconds(38));
      }
    }
  });

  it('are all polled again within one back-off when they return together', async () => {
    const back = minutes(60);
    const world = crowd({ hanging: 199, healthy: 0, pollSeconds: 60, hangs: (_printer, at) => at < back });
    await world.time.run(back + minutes(9) + seconds(30));
    for (const { status } of world.fleet.members()) expect([status.kind, status.silence]).toEqual(['online', null]);
    await world.time.run(back + minutes(25));
    const from = back + minutes(13);
    for (const { printer } of world.fleet.members()) {
      expect(longestPause(world.requestedAt(printer.id), from, back + minutes(25))).toBeLessThanOrEqual(seconds(64));
    }
  });

  it('and answer in turns do not take the lanes of those that always answer', async () => {
    for (const every of [2, 3, 5]) {
      const count = new Map<string, number>();
      const world = crowd({
        hanging: 60,
        healthy: 2,
        pollSeconds: 30,
        hangs: (printer) => {
          const requestsBefore = (count.get(printer) ?? 0) + 1;
          count.set(printer, requestsBefore);
          return printer.startsWith('hung') && requestsBefore % every === 0;
        },
      });
      await world.time.run(minutes(60));
      for (const name of world.healthy) {
        const requestTimes = world.requestedAt(name);
        expect(longestPause(requestTimes, minutes(5), minutes(60))).toBeLessThanOrEqual(seconds(32) + 2 * seconds(7.5));
        expect(requestTimes.filter((at) => at > minutes(5)).length).toBeGreaterThan(0.93 * (minutes(55) / seconds(31)));
      }
    }
  });

  it('do not delay a manual refresh', async () => {
    const world = crowd({ hanging: 100, healthy: 1, pollSeconds: 60 });
    await world.time.run(minutes(20));
    for (const name of ['well 0', 'hung 57']) {
      const requestsBefore = world.requestedAt(name).length;
      world.monitor.refresh(name);
      await world.time.run(world.time.since() + seconds(6));
      expect(world.requestedAt(name).length, name).toBe(requestsBefore + 1);
    }
  });

  it('do not starve each other when none answers, and slow answers count', async () => {
    const world = crowd({ hanging: 40, healthy: 0, pollSeconds: 60, latency: seconds(8), hangs: () => false });
    await world.time.run(minutes(30));
    for (const { printer, status } of world.fleet.members()) {
      expect([status.kind, status.silence]).toEqual(['online', null]);
      expect(longestPause(world.requestedAt(printer.id), minutes(10), minutes(30))).toBeLessThanOrEqual(minutes(2));
    }
  });

  it('never slow down a printer that answers, whichever hang and when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(30, 60),
        fc.integer({ min: 50, max: 2_000 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 }),
        async (hanging, pollSeconds, latency, spells, jitters) => {
          let draws = 0;
          const world = crowd({
            hanging,
            healthy: 2,
            pollSeconds,
            latency,
            random: () => jitters[draws++ % jitters.length] ?? 0,
            hangs: (printer, at) =>
              printer.startsWith('hung') &&
              spells.some(
                ([from, length], index) =>
                  (Number(printer.slice(5)) + index) % 3 !== 0 && at >= minutes(from) && at < minutes(from + length),
              ),
          });
          const begin = (hanging / 5) * seconds(5) + seconds(15);
          await world.time.run(begin + minutes(40));
          for (const name of world.healthy) {
            const requestTimes = world.requestedAt(name);
            const interval = seconds(pollSeconds) * 1.05 + latency;
            // Printers that start to hang together each block a lane for 5 s, once.
            const once = Math.ceil(hanging / 5) * seconds(5) + seconds(6);
            expect(longestPause(requestTimes, begin, begin + minutes(40))).toBeLessThanOrEqual(interval + once);
            const begins = new Set(spells.map(([from]) => from)).size;
            const least = (minutes(40) - begins * once) / (interval + seconds(2));
            expect(requestTimes.filter((at) => at >= begin).length).toBeGreaterThanOrEqual(Math.floor(least) - 1);
          }
          expect(world.mostUnderWay()).toBeLessThanOrEqual(6);
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);
});
