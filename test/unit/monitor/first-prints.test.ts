import { describe, expect, test } from 'vitest';
import { hours, link, minutes, monitored, seconds } from '../../support/monitor/world.ts';
import { answered, type ReportFields } from '../../support/print/reports.ts';
import { silentPorts } from '../../support/print/silent-ports.ts';

const named = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`);
const idle: ReportFields = { state: 'idle' };
const printing = (at: number): ReportFields => ({
  state: 'printing',
  id: 'a',
  file: 'benchy.gcode',
  duration: 600 + at / 1_000,
  progress: 10,
  left: 60_000,
});

/** A fleet after a start for the first time; the first `prints` printers print, the others are idle. */
async function started(count: number, latency: number, prints: number, length: number) {
  const names = named(count);
  const seen = new Map<string, number[]>();
  let random = 1;
  const drawn = () => {
    random = (random * 16_807) % 2_147_483_647;
    return random / 2_147_483_647;
  };
  const world = monitored({
    answer: () => link(true, -hours(5), null),
    random: drawn,
    latency,
    prints: (time) => ({
      ...silentPorts,
      random: drawn,
      ask: (printer, signal) =>
        new Promise((come) =>
          time.after(latency, () => {
            if (!signal.aborted) seen.set(printer, [...(seen.get(printer) ?? []), time.since()]);
            const isPrinting = names.indexOf(printer) < prints;
            come({ outcome: answered(isPrinting ? printing(time.since()) : idle), retryAfterSeconds: null });
          }),
        ),
    }),
  });
  world.add(...names);
  world.monitor.start();
  await world.time.run(length);
  const gaps = (printer: string) => {
    const times = [0, ...(seen.get(printer) ?? []), length];
    return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
  };
  const longest = (from: number, to: number) => Math.max(...names.slice(from, to).map(gaps));
  return {
    mostUnderWay: world.mostUnderWay(),
    /** How many polls of a connection were sent. */
    polls: world.requests.length,
    firstSeenBy: Math.max(...names.map((name) => seen.get(name)?.[0] ?? Number.POSITIVE_INFINITY)),
    /** Between two checks of a running print once it has been seen. */
    runningGap: Math.max(
      0,
      ...names.slice(0, prints).flatMap((name) => {
        const times = seen.get(name) ?? [];
        return times.slice(1).map((at, index) => at - (times[index] ?? 0));
      }),
    ),
    longestWithout: { printing: prints === 0 ? 0 : longest(0, prints), idle: longest(prints, count) },
  };
}

describe('after the first start', () => {
  test.each([
    [1, seconds(2)],
    [5, seconds(4)],
    [12, seconds(8)],
    [60, seconds(35)],
  ])('the prints of %i printers are seen within %i ms', async (count, limit) => {
    const { firstSeenBy } = await started(count, 300, Math.ceil(count / 2), minutes(3));
    expect(firstSeenBy).toBeLessThanOrEqual(limit);
  });

  test('and those of slow printers within a poll', async () => {
    const { firstSeenBy } = await started(12, 2_500, 6, minutes(3));
    expect(firstSeenBy).toBeLessThanOrEqual(minutes(1));
  });
});

describe('more printers than six lanes can poll in time', () => {
  test('have their prints seen nevertheless, the running ones first, and no poll is lost by that', async () => {
    // As with 2,400 printers and responses after 200 ms.
    const [count, latency, length] = [240, 2_000, minutes(20)];
    const busy = await started(count, latency, 6, length);
    expect(busy.firstSeenBy).toBeLessThan(minutes(10));
    expect(busy.longestWithout.printing).toBeLessThan(minutes(10));
    expect(busy.runningGap).toBeLessThan(seconds(80));
    expect(busy.longestWithout.idle).toBeLessThan(minutes(12));
    const alone = monitored({ answer: () => link(true, -hours(5), null), random: () => 0.5, latency });
    alone.add(...named(count));
    alone.monitor.start();
    await alone.time.run(length);
    // All six lanes are busy all the time.
    expect(alone.requests.length).toBeGreaterThan((0.97 * 6 * length) / latency);
    expect(busy.polls).toBeGreaterThan(0.99 * alone.requests.length);
    expect(busy.mostUnderWay).toBe(6);
  });
});
