import { describe, expect, test } from 'vitest';
import { hours, link, minutes, monitored, pauses, seconds } from '../../support/monitor/world.ts';
import { answered, type ReportFields } from '../../support/print/reports.ts';
import { silentPorts } from '../../support/print/silent-ports.ts';

const names = ['Voron', 'Ender', 'Prusa', 'Bambu', 'Mini'];

/** Random numbers that are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const printing = (at: number): ReportFields => ({
  state: 'printing',
  id: 'a',
  file: 'benchy.gcode',
  duration: at / 1_000,
  progress: 10 + at / hours(1),
  left: 36_000,
});

/** Runs the monitor for six hours and returns when each printer's prints and connection were polled. */
async function run(options: {
  readonly pollSeconds?: number;
  readonly latency?: number;
  readonly reported?: (at: number) => ReportFields;
  /** Sent with each response about a connection. */
  readonly retryAfterSeconds?: number;
  /** How often the user refreshes all printers, ms. */
  readonly refreshEvery?: number;
}) {
  const random = numbers(7);
  const checks: { printer: string; at: number }[] = [];
  const world = monitored({
    answer: () => ({
      outcome: link(true, -hours(5), null),
      serverDate: null,
      retryAfterSeconds: options.retryAfterSeconds ?? null,
    }),
    random,
    latency: options.latency ?? 200,
    settings: { pollSeconds: options.pollSeconds ?? 60 },
    prints: (time) => ({
      ...silentPorts,
      random,
      ask: (printer) => {
        checks.push({ printer, at: time.since() });
        const reported = answered((options.reported ?? printing)(time.since()));
        return new Promise((come) => time.after(300, () => come({ outcome: reported, retryAfterSeconds: null })));
      },
    }),
  });
  world.add(...names);
  world.monitor.start();
  if (options.refreshEvery !== undefined)
    for (let at = options.refreshEvery; at < hours(6); at += options.refreshEvery)
      world.time.happen(at, () => world.monitor.refresh(null));
  await world.time.run(hours(6));
  const of = (printer: string) => ({
    polls: world.requestedAt(printer),
    checks: checks.filter((one) => one.printer === printer).map(({ at }) => at),
  });
  return names.map(of);
}

/** Returns the share of the checks from `from` on that were sent along with a poll, or as soon as a lane was free. */
function together({ polls, checks }: { polls: readonly number[]; checks: readonly number[] }, from: number): number {
  const those = checks.filter((at) => at >= from);
  return those.filter((at) => polls.some((poll) => at >= poll && at - poll <= seconds(1.5))).length / those.length;
}

describe('a print is checked along with its printer’s connection', () => {
  test.each([200, 900])('from the first minutes on, with responses after %i ms', async (latency) => {
    for (const printer of await run({ latency })) {
      expect(together(printer, minutes(3))).toBeGreaterThan(0.99);
      expect(Math.max(...pauses(printer.checks))).toBeLessThanOrEqual(66);
      expect(Math.min(...pauses(printer.checks))).toBeGreaterThanOrEqual(54);
      expect(printer.checks.length).toBeLessThanOrEqual(6 * 61);
    }
  });

  test('within ten minutes if it began at any other time', async () => {
    const from = hours(1) + minutes(17);
    for (const printer of await run({ reported: (at) => (at < from ? { state: 'idle' } : printing(at - from)) })) {
      expect(together(printer, from + minutes(17))).toBeGreaterThan(0.99);
      // The interval is shortened by six seconds at a time, which adds up to one check at most.
      const during = printer.checks.filter((at) => at >= from + minutes(6)).length;
      expect(during).toBeLessThanOrEqual((hours(6) - from) / minutes(1) + 1);
    }
  });

  test.each([30, 54, 56, 64, 120, 300])(
    'if it is polled every %i s, no more often than otherwise',
    async (pollSeconds) => {
      for (const printer of await run({ pollSeconds })) {
        expect(Math.max(...pauses(printer.checks))).toBeLessThanOrEqual(66);
        expect(Math.min(...pauses(printer.checks))).toBeGreaterThanOrEqual(54);
        expect(printer.checks.length).toBeLessThanOrEqual(6 * 60 + 3);
      }
    },
  );

  test.each([25, 45, 50, 100])('if the user refreshes every %i s, no more often than otherwise', async (every) => {
    for (const printer of await run({ refreshEvery: seconds(every) })) {
      expect(printer.polls.length).toBeGreaterThan(6 * 65);
      expect(printer.checks.length).toBeLessThanOrEqual(6 * 60 + 3);
    }
  });

  test('not if each response asks for a pause, which would hold back the check too', async () => {
    for (const printer of await run({ retryAfterSeconds: 20 })) {
      expect(printer.checks.length).toBeGreaterThan(6 * 57);
      expect(together(printer, minutes(3))).toBeLessThan(0.2);
    }
  });
});
