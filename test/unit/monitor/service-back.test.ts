import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { link, minutes, monitored, seconds, silent } from '../../support/monitor/world.ts';

const names = Array.from({ length: 8 }, (_, index) => `P${index}`);

/** Eight printers, and a service that answers with `status` from minute 5 to minute 55. */
function outage(status: number, retryAfterSeconds: number | null = null) {
  const world = monitored({
    answer: (_printer, at) =>
      at > minutes(5) && at < minutes(55) ? silent(status, retryAfterSeconds) : link(true, 0, null),
    random: seededRandom(7),
  });
  world.add(...names);
  world.monitor.start();
  return world;
}

describe('a service that answers again', () => {
  it('polls all printers within one interval of its first answer, and not all at once', async () => {
    const world = outage(503);
    await world.time.run(minutes(75));
    const after = names
      .map((name) => world.requestedAt(name).find((at) => at >= minutes(55)) ?? 0)
      .sort((a, b) => a - b);
    const [first = 0, ...others] = after;
    expect(first).toBeLessThan(minutes(55) + minutes(3));
    for (const at of others) expect(at - first).toBeLessThanOrEqual(minutes(1) + seconds(2));
    const apart = others.slice(1).map((at, index) => at - (others[index] ?? 0));
    expect(Math.max(...apart)).toBeGreaterThan(seconds(2));
    // From then on at the normal interval.
    const later = world.requestedAt('P3').filter((at) => at > minutes(60));
    for (const [index, at] of later.slice(1).entries()) expect(at - (later[index] ?? 0)).toBeLessThan(seconds(65));
  });

  it('polls no printer again before its next turn', async () => {
    const world = outage(503);
    await world.time.run(minutes(75));
    for (const name of names) {
      const after = world.requestedAt(name).filter((at) => at >= minutes(55));
      for (const [index, at] of after.slice(1).entries())
        expect(at - (after[index] ?? 0)).toBeGreaterThanOrEqual(minutes(1));
    }
  });

  it('never polls a printer before the end of its own `Retry-After`', async () => {
    const world = outage(503, 1_200);
    await world.time.run(minutes(90));
    for (const name of names) {
      const requestTimes = world.requestedAt(name).filter((at) => at > minutes(5) && at < minutes(78));
      for (const [index, at] of requestTimes.slice(1).entries()) {
        if ((requestTimes[index] ?? 0) < minutes(55))
          expect(at - (requestTimes[index] ?? 0)).toBeGreaterThanOrEqual(minutes(20));
      }
    }
  });

  it('does not affect a printer whose own connection keeps failing, which keeps backing off', async () => {
    const world = monitored({
      answer: (printer) => (printer === 'P0' ? silent(602) : link(true, 0, null)),
      random: seededRandom(7),
    });
    world.add(...names);
    world.monitor.start();
    await world.time.run(minutes(60));
    const gaps = world.requestedAt('P0').slice(4);
    for (const [index, at] of gaps.slice(1).entries())
      expect(at - (gaps[index] ?? 0)).toBeGreaterThanOrEqual(world.intervals.backOffLimit);
  });

  it('that answers 429 gets half the requests from the next poll on', async () => {
    const world = outage(429);
    await world.time.run(minutes(9));
    for (const name of names) {
      const requestTimes = world.requestedAt(name).filter((at) => at > minutes(5));
      for (const [index, at] of requestTimes.slice(1).entries()) {
        expect(at - (requestTimes[index] ?? 0)).toBeGreaterThanOrEqual(minutes(2) * 2 ** index);
      }
    }
  });
});

describe('a network that returns', () => {
  it('is probed with one printer at once, and the others follow within most of an interval', async () => {
    const world = monitored({ answer: () => link(true, 0, null), random: seededRandom(9) });
    world.add(...names);
    world.monitor.start();
    await world.time.run(minutes(10));
    world.setNetwork('down');
    await world.time.run(minutes(11));
    world.setNetwork('up');
    await world.time.run(minutes(12));
    const back = names.map((name) => (world.requestedAt(name).find((at) => at >= minutes(11)) ?? 0) - minutes(11));
    expect(back[0]).toBeLessThanOrEqual(seconds(5 + 6));
    expect(Math.max(...back)).toBeLessThanOrEqual(seconds(5 + 42 + 2));
    expect(Math.max(...back) - Math.min(...back)).toBeGreaterThan(seconds(10));
  });
});
