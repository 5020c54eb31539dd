import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answered, PollOutcome } from '../../../src/domain/outcome.ts';
import { gone, link, minutes, monitored, seconds, silent } from '../../support/monitor/world.ts';

const outcome: fc.Arbitrary<PollOutcome> = fc.oneof(
  fc.constant(link(true, -minutes(60), null)),
  fc.constant(link(false, -minutes(60), -minutes(30))),
  fc.constantFrom<PollOutcome>(
    { kind: 'printer-not-connected' },
    { kind: 'perks-needed' },
    { kind: 'update-needed' },
    { kind: 'token-lost' },
    { kind: 'refused', status: 603 },
    { kind: 'refused', status: 604 },
    { kind: 'refused', status: 606 },
  ),
  fc.record({
    kind: fc.constant('no-answer' as const),
    problem: fc.constantFrom(
      { type: 'http-status' as const, status: 600 },
      { type: 'network' as const, cause: 'timeout' as const },
      { type: 'keychain' as const, why: 'locked' as const },
    ),
  }),
);

/** OctoEverywhere may send `Retry-After` with any answer. */
const answered: fc.Arbitrary<Answered> = fc.record({
  outcome,
  serverDate: fc.constant(null),
  retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 3600 }), { freq: 3 }),
});

type Happening = 'sleep' | 'wake' | 'network-down' | 'network-up' | 'refresh' | 'settings';
const happenings = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: minutes(180) }),
    what: fc.constantFrom<Happening>('sleep', 'wake', 'network-down', 'network-up', 'refresh', 'settings'),
  }),
  { maxLength: 30 },
);

describe('the poll schedule, for any answers and events', () => {
  it('is never faster than the rules and never stuck', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answered, { minLength: 1, maxLength: 40 }),
        happenings,
        fc.integer({ min: 1, max: 14_000 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
        async (outcomes, events, latency, jitters) => {
          let responses = 0;
          let draws = 0;
          const notBefore = new Map<string, number>();
          const tooEarly: number[] = [];
          const world = monitored({
            latency,
            random: () => jitters[draws++ % jitters.length] ?? 0,
            answer: (printer, at) => {
              const requestsBefore = world.requestedAt(printer).at(-1) ?? 0;
              if (requestsBefore < (notBefore.get(printer) ?? 0)) tooEarly.push(requestsBefore);
              const response = outcomes[responses++ % outcomes.length] ?? silent(600);
              const retryAfter = response.retryAfterSeconds;
              notBefore.set(printer, retryAfter === null ? 0 : at + seconds(retryAfter));
              return response;
            },
          });
          for (const { at, what } of events) {
            world.time.happen(at, () => {
              if (what === 'sleep') world.monitor.sleep();
              else if (what === 'wake') world.monitor.wake();
              else if (what === 'refresh') world.monitor.refresh(null);
              else if (what === 'settings') world.monitor.rulesChanged();
              else world.setNetwork(what === 'network-up' ? 'up' : 'down');
            });
          }
          world.time.happen(minutes(181), () => world.setNetwork('up'));
          world.time.happen(minutes(182), () => world.monitor.wake());
          world.add('Voron', 'Ender');
          world.monitor.start();
          await world.time.run(minutes(182));
          const before = world.requests.length;
          await world.time.run(minutes(182 + 125));
          expect(world.requests.length).toBeGreaterThan(before);
          for (const name of ['Voron', 'Ender']) {
            const requestTimes = world.requestedAt(name);
            // Never faster than 5 s. Faster than 60 s only on a refresh, a fresh start or one check per answer.
            const gaps = requestTimes.slice(1).map((at, index) => at - (requestTimes[index] ?? 0));
            expect(Math.min(...gaps)).toBeGreaterThanOrEqual(seconds(5));
            const fast = gaps.filter((gap) => gap < seconds(60)).length;
            expect(fast).toBeLessThanOrEqual(events.length + 3 + requestTimes.length * 0.75);
          }
          expect(tooEarly).toEqual([]);
          expect(world.mostUnderWay()).toBeLessThanOrEqual(6);
        },
      ),
      { numRuns: 150 },
    );
  }, 240_000);

  it('polls early at most twice for a disconnection and once for a recovery', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 61, max: 600 }), fc.integer({ min: 1, max: 1800 }), async (start, length) => {
        const voron = gone([seconds(start), seconds(start + length)]);
        const world = monitored({ answer: (_printer, at) => voron(at), latency: 100 });
        world.add('Voron');
        world.monitor.start();
        const hour = minutes(60);
        await world.time.run(hour);
        expect(world.requests.length).toBeLessThanOrEqual(hour / seconds(60) + 1 + 3);
      }),
      { numRuns: 100 },
    );
  });
});
