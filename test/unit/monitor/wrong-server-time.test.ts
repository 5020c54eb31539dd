import { describe, expect, test } from 'vitest';
import type { KeptAlertState } from '../../../src/domain/alerts/alert-state.ts';
import { unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { defaultPrintKinds } from '../../../src/domain/print/print-alert.ts';
import type { KeptPrints } from '../../../src/domain/print/print-alert-state.ts';
import { epoch, gone, hours, link, minutes, monitored, silent } from '../../support/monitor/world.ts';
import { answered, type ReportFields } from '../../support/print/reports.ts';

const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
const wrongUntil = hours(3);
const end = hours(16);

/** While the time is wrong, every printer disconnects three times; later there is a problem of each kind. */
function answerAt(printer: string, at: number): PollOutcome {
  if (at > hours(14) && at < hours(15)) return silent(503).outcome;
  if (printer === 'P0' && at > hours(10)) return { kind: 'refused', status: 604 };
  if (printer === 'P1' && at > hours(11) && at < hours(12)) return { kind: 'perks-needed' };
  const index = names.indexOf(printer);
  const during = [0, 1, 2].map((hour) => hours(hour) + minutes(10 + index * (hour === 2 ? 1 : 4)));
  return gone(...during.map((from) => [from, from + minutes(20)] as const), [hours(5), hours(8)])(at);
}

/** A print every two hours, each of which fails or is paused after half an hour. */
function printAt(at: number): ReportFields {
  const number = Math.floor(at / hours(2));
  const duration = Math.min(hours(0.5), at - number * hours(2));
  const state = duration < hours(0.5) ? 'printing' : number % 4 === 0 ? 'error' : 'paused';
  return {
    state,
    id: `print${number}`,
    file: 'benchy.gcode',
    duration: duration / 1_000,
    progress: duration / hours(0.01),
  };
}

interface Reported {
  readonly kind: string;
  readonly printers: readonly string[];
  /** Milliseconds from the start. */
  readonly at: number;
}

/** Keeps state between runs as files do. */
const stored = <State>(state: State): State => JSON.parse(JSON.stringify(state));

/** Returns what is reported once the service's time is right, which is off by `off` ms for the first three hours. */
async function reportedAfter(off: number, count: number, isRestarted: boolean): Promise<readonly Reported[]> {
  let kept: { alerts?: KeptAlertState; prints: KeptPrints } = { prints: {} };
  const reported: Reported[] = [];
  const run = async (from: number, until: number) => {
    const world = monitored({
      ...(kept.alerts === undefined ? {} : { kept: kept.alerts }),
      clockOff: () => from,
      answer: (printer, since) => {
        const at = from + since;
        const serverDate = Math.floor((epoch + at + (at < wrongUntil ? off : 0)) / 1_000) * 1_000;
        return { outcome: answerAt(printer, at), serverDate, retryAfterSeconds: null };
      },
      prints: (time) => ({
        kept: kept.prints,
        random: () => 0.5,
        ask: () =>
          new Promise((come) =>
            time.after(300, () => come({ outcome: answered(printAt(from + time.since())), retryAfterSeconds: null })),
          ),
        isWatched: (printer) => printer === 'P0',
        isWindowOpen: () => false,
        kinds: () => defaultPrintKinds,
        show: ({ kind, printEvents }) =>
          reported.push({ kind, printers: printEvents.map(({ printer }) => printer), at: from + time.since() }),
        keep: (prints) => {
          kept = { ...kept, prints };
        },
      }),
    });
    world.add(...names.slice(0, count));
    world.monitor.start();
    await world.time.run(until - from);
    world.monitor.stop();
    kept = stored({ alerts: world.kept(), prints: kept.prints });
    reported.push(...world.alerts.map(({ at, kind, printers }) => ({ kind, printers, at: from + at })));
  };
  if (isRestarted) await run(0, wrongUntil);
  await run(isRestarted ? wrongUntil : 0, end);
  return reported.filter(({ at }) => at > wrongUntil + minutes(10)).toSorted((one, other) => one.at - other.at);
}

describe.each([1, 3, 12])('after the service’s time was wrong, %i printers', (count) => {
  test.each([false, true])('are reported as usual once it is right, restarted: %s', async (isRestarted) => {
    const usual = await reportedAfter(0, count, isRestarted);
    expect(new Set(usual.map(({ kind }) => kind)).size).toBe(count === 1 ? 7 : 9);
    for (const off of [hours(24), hours(24 * 30), hours(2), minutes(20), -hours(24)]) {
      const after = await reportedAfter(off, count, isRestarted);
      expect(after.map(({ kind, printers }) => ({ kind, printers }))).toEqual(
        usual.map(({ kind, printers }) => ({ kind, printers })),
      );
      for (const [index, { at }] of after.entries())
        expect(Math.abs(at - (usual[index]?.at ?? 0))).toBeLessThan(minutes(2));
    }
  });
});

/** Runs one printer for some hours with a service whose time is off by `off(at)` ms. */
async function alertsOf(options: {
  readonly off: (at: number) => number;
  readonly answer?: (at: number) => PollOutcome;
  readonly print?: (at: number) => ReportFields;
  readonly length: number;
  readonly quietUntil?: number;
}) {
  const reported: string[] = [];
  const world = monitored({
    answer: (_printer, at) => ({
      outcome: (options.answer ?? (() => link(true, -hours(5), null)))(at),
      serverDate: Math.floor((epoch + at + options.off(at)) / 1_000) * 1_000,
      retryAfterSeconds: null,
    }),
    policy: () => ({ ...unrestrictedPolicy, quietUntil: epoch + (options.quietUntil ?? 0) }),
    prints: (time) => ({
      kept: {},
      random: () => 0.5,
      ask: () => {
        const print = options.print?.(time.since()) ?? { state: 'idle' };
        return new Promise((come) =>
          time.after(300, () => come({ outcome: answered(print), retryAfterSeconds: null })),
        );
      },
      isWatched: () => options.print !== undefined,
      isWindowOpen: () => false,
      kinds: () => defaultPrintKinds,
      show: ({ kind }) => reported.push(`${Math.round(time.since() / minutes(5)) * 5} ${kind}`),
      keep: () => {},
    }),
  });
  world.add('Voron');
  world.monitor.start();
  await world.time.run(options.length);
  return { reported, notifications: world.alerts.filter(({ update }) => !update).length, kept: world.kept() };
}

const offs = [-hours(24 * 30), -hours(24), -hours(2), hours(2), hours(24), hours(24 * 30)];

describe('while the service’s time is wrong again and again', () => {
  const flapping = (at: number) =>
    gone(...Array.from({ length: 90 }, (_, n) => [minutes(10 + 6 * n), minutes(13.5 + 6 * n)] as const))(at);

  test.each(offs)(
    'by %i ms, a connection that comes and goes causes no more notifications than allowed',
    async (off) => {
      const length = hours(8);
      const usual = await alertsOf({ off: () => 0, answer: flapping, length });
      const alternating = await alertsOf({
        off: (at) => (at % minutes(40) < minutes(20) ? 0 : off),
        answer: flapping,
        length,
      });
      expect(usual.notifications).toBeGreaterThan(0);
      // With a time that is too early, the connection times in the responses lie ahead, and don't count.
      expect(alternating.notifications).toBeLessThanOrEqual(off < 0 ? usual.notifications : 12);
    },
  );
});

test.each([-hours(24), hours(2), hours(24)])(
  'While the time is off by %i ms again and again, an outage of 60 printers is reported for all, and as nothing else',
  async (off) => {
    const world = monitored({
      latency: 50,
      answer: (_printer, at) => ({
        outcome: gone([minutes(20), minutes(40)], [minutes(83), minutes(100)])(at),
        serverDate: Math.floor((epoch + at + (at % minutes(20) < minutes(5) ? off : 0)) / 1_000) * 1_000,
        retryAfterSeconds: null,
      }),
    });
    world.add(...Array.from({ length: 60 }, (_, index) => `P${index}`));
    world.monitor.start();
    await world.time.run(hours(3));
    expect(new Set(world.alerts.map(({ kind }) => kind))).toEqual(new Set(['disconnected', 'recovered']));
    for (const [from, to] of [
      [20, 40],
      [40, 83],
      [83, 100],
      [100, 180],
    ].map((part) => part.map(minutes)) as [number, number][]) {
      const during = world.alerts.filter(({ at }) => at >= from && at < to);
      expect(new Set(during.flatMap(({ printers }) => printers)).size).toBe(60);
    }
  },
);

describe('if the service’s time is wrong for five minutes', () => {
  const print = (id: string, duration: number, state = 'printing'): ReportFields => ({
    state,
    id,
    file: `${id}.gcode`,
    duration: duration / 1_000,
    progress: Math.min(99, duration / minutes(2)),
    left: state === 'printing' ? 6_000 : 0,
  });
  const two = (at: number) => {
    if (at < hours(2)) return at < hours(1) ? print('a', at) : print('a', hours(1), 'error');
    return at < hours(4) ? print('b', at - hours(2)) : print('b', hours(2), 'error');
  };
  const wrongFrom = (from: number, off: number) => (at: number) => (at >= from && at < from + minutes(5) ? off : 0);

  test.each(offs)('by %i ms, both prints that fail before and after it are reported', async (off) => {
    const { reported } = await alertsOf({ off: wrongFrom(hours(2.5), off), print: two, length: hours(6) });
    expect(reported).toEqual(['60 print-failed', '240 print-failed']);
  });

  test.each(offs)('by %i ms when the second print begins, both are reported', async (off) => {
    const { reported } = await alertsOf({ off: wrongFrom(hours(2) - minutes(2), off), print: two, length: hours(6) });
    expect(reported).toEqual(['60 print-failed', '240 print-failed']);
  });

  test.each(offs)('by %i ms, what was held back in quiet time is reported after it', async (off) => {
    const failed = (at: number) => (at < hours(1) ? print('a', at) : print('a', hours(1), 'error'));
    const quiet = { quietUntil: hours(8), length: hours(9) };
    const { reported } = await alertsOf({ off: wrongFrom(hours(3), off), print: failed, ...quiet });
    expect(reported).toEqual(['480 print-failed']);
  });
});

test.each([minutes(20), hours(2), hours(24)])(
  'A print that began while the time was %i ms ahead is reported even if the next one begins right after it',
  async (off) => {
    const print = (id: string, from: number, at: number): ReportFields => ({
      state: 'printing',
      id,
      file: `${id}.gcode`,
      duration: (at - from) / 1_000,
      progress: (at - from) / hours(0.05),
      left: 9_000,
    });
    const [aFrom, aEnds, bFrom, bEnds] = [80, 150, 152, 200].map(minutes) as [number, number, number, number];
    const both = (at: number): ReportFields => {
      if (at < aFrom) return { state: 'idle' };
      if (at < bFrom)
        return at < aEnds ? print('a', aFrom, at) : { ...print('a', aFrom, aEnds), state: 'error', left: 0 };
      return at < bEnds ? print('b', bFrom, at) : { ...print('b', bFrom, bEnds), state: 'error', left: 0 };
    };
    const isWrong = (at: number) => at >= hours(1) && at < hours(2);
    const { reported } = await alertsOf({ off: (at) => (isWrong(at) ? off : 0), print: both, length: hours(5) });
    expect(reported).toEqual(['150 print-failed', '200 print-failed']);
  },
);

test.each([-hours(24), -hours(2)])(
  'A restart while the time is %i ms behind for minutes forgets nothing',
  async (off) => {
    const flapping = (at: number) =>
      gone(...Array.from({ length: 12 }, (_, n) => [minutes(6 * n - 20), minutes(6 * n - 16.5)] as const))(at);
    const first = await alertsOf({ off: () => 0, answer: flapping, length: minutes(50) });
    expect(Object.values(first.kept.printers).some(({ unstable }) => unstable !== null)).toBe(true);
    const world = monitored({
      kept: stored(first.kept),
      clockOff: () => minutes(50),
      answer: (_printer, at) => ({
        outcome: flapping(minutes(50) + at),
        serverDate: Math.floor((epoch + minutes(50) + at + (at < minutes(3) ? off : 0)) / 1_000) * 1_000,
        retryAfterSeconds: null,
      }),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(2));
    expect(world.alerts).toEqual([]);
  },
);

test('A start with a clock that is behind forgets nothing before the service’s time is known', async () => {
  const lost = gone([minutes(10), minutes(15)], [minutes(20), minutes(25)]);
  const { kept } = await alertsOf({ off: () => 0, answer: lost, length: minutes(30) });
  expect(kept.notifiedAt.length).toBeGreaterThan(0);
  const world = monitored({
    kept: stored(kept),
    clockOff: () => minutes(30) - hours(24),
    latency: 20_000,
    answer: () => link(true, minutes(25), minutes(20)),
  });
  world.add('Voron');
  world.monitor.start();
  await world.time.run(minutes(3));
  expect(world.kept().printers).toEqual(kept.printers);
  expect(world.kept().notifiedAt).toEqual(kept.notifiedAt);
});
