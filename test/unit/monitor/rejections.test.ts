import { expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { hours, link, minutes, monitored, seconds, silent } from '../../support/monitor/world.ts';

const rejected: PollOutcome = { kind: 'refused', status: 604 };

/** `count` printers; `from` says when the connection of each begins to be rejected, ms from the start. */
function fleetOf(count: number, from: ReadonlyMap<string, number>, unanswered?: string) {
  const world = monitored({
    settings: { pollSeconds: 30 },
    answer: (printer, at) => {
      if (at >= (from.get(printer) ?? Number.POSITIVE_INFINITY)) return rejected;
      return printer === unanswered ? silent(602) : link(true, -hours(1), null);
    },
  });
  world.add(...Array.from({ length: count }, (_, index) => `Printer ${index}`));
  world.monitor.start();
  return world;
}

/** When each printer was first reported as needing a new connection. */
const reportedAt = ({ alerts }: ReturnType<typeof fleetOf>, printer: string) =>
  alerts.find(({ kind, printers }) => kind === 'reconnect-needed' && printers.includes(printer))?.at;

it('connections rejected one after another are reported within twelve minutes, each of them', async () => {
  // Fifty seconds apart: before the last one is confirmed, the next one is rejected.
  const from = new Map(
    Array.from({ length: 30 }, (_, index) => [`Printer ${index}`, minutes(5) + index * seconds(50)]),
  );
  const world = fleetOf(40, from);
  await world.time.run(hours(1));
  for (const [printer, at] of from) {
    const reported = reportedAt(world, printer);
    expect(reported, printer).toBeGreaterThanOrEqual(at + minutes(1));
    expect(reported, printer).toBeLessThanOrEqual(at + minutes(12));
  }
  expect(world.alerts.filter(({ update }) => !update).length).toBeLessThanOrEqual(2);
});

it('a further rejection does not make the first one wait for slow printers from the beginning', async () => {
  const from = new Map([
    ['Printer 1', minutes(5)],
    ['Printer 2', minutes(7) + seconds(20)],
  ]);
  const world = fleetOf(60, from, 'Printer 3');
  await world.time.run(minutes(20));
  // A poll, a minute, and up to 150 s for printers that don't respond.
  for (const printer of from.keys())
    expect(reportedAt(world, printer), printer).toBeLessThanOrEqual(minutes(5) + seconds(32 + 60 + 150 + 20));
  expect(world.alerts.filter(({ update }) => !update)).toHaveLength(1);
});

it.each([
  [3, 60, 5, 6.2, 14.5, 16.5],
  [3, 60, 5, 11, 14, 17],
  [12, 30, 5, 9, 13, 17],
  [1, 60, 5, 6.2, 7.5, 9],
])(
  'two faults of the service are not reported: %i printers, polled every %i s, rejected from minute %d to %d and from %d to %d',
  async (count, pollSeconds, ...minute) => {
    const [from = 0, to = 0, again = 0, end = 0] = minute.map((one) => minutes(one));
    const world = monitored({
      settings: { pollSeconds },
      answer: (_printer, at) =>
        (at >= from && at < to) || (at >= again && at < end) ? rejected : link(true, -hours(1), null),
    });
    world.add(...Array.from({ length: count }, (_, index) => `Printer ${index}`));
    world.monitor.start();
    await world.time.run(minutes(40));
    expect(world.alerts).toEqual([]);
  },
);

it.each([600, 900])(
  'a fault of five minutes is not reported although a connection died before it: polled every %i s',
  async (pollSeconds) => {
    for (let offset = 0; offset < pollSeconds / 60; offset += 1) {
      const fault = minutes(102 + offset);
      const world = monitored({
        settings: { pollSeconds },
        answer: (printer, at) =>
          (printer === 'Voron' && at >= minutes(95)) || (at >= fault && at < fault + minutes(5))
            ? rejected
            : link(true, -hours(1), null),
      });
      world.add('Voron', 'Ender', 'Prusa');
      world.monitor.start();
      await world.time.run(hours(4));
      const reported = world.alerts.flatMap(({ printers }) => printers);
      expect(new Set(reported), `fault at minute ${102 + offset}`).toEqual(new Set(['Voron']));
    }
  },
);

it('after a short fault of the service a real disconnection is reported as usual', async () => {
  const world = monitored({
    answer: (printer, at) =>
      at >= minutes(5) && at < minutes(6.2)
        ? rejected
        : link(
            printer !== 'Voron' || at < minutes(7),
            -hours(1),
            printer === 'Voron' && at >= minutes(7) ? minutes(7) : null,
          ),
  });
  world.add('Voron', 'Ender', 'Prusa');
  world.monitor.start();
  await world.time.run(minutes(20));
  const [first] = world.alerts;
  expect(first).toMatchObject({ kind: 'disconnected', printers: ['Voron'] });
  expect(first?.at).toBeLessThanOrEqual(minutes(7) + seconds(90 + 75));
});

it('once reported, a dead connection is checked once an hour', async () => {
  const world = fleetOf(5, new Map([['Printer 1', minutes(5)]]));
  await world.time.run(hours(5));
  const reported = reportedAt(world, 'Printer 1') ?? 0;
  expect(reported).toBeGreaterThan(0);
  expect(world.requestedAt('Printer 1').filter((at) => at > reported).length).toBeLessThanOrEqual(5);
});

it('a fault of the service that rejects everybody for nine minutes is not reported', async () => {
  const printers = Array.from({ length: 60 }, (_, index) => `Printer ${index}`);
  const world = monitored({
    answer: (_printer, at) => (at >= minutes(5) && at < minutes(14) ? rejected : link(true, -hours(1), null)),
  });
  world.add(...printers);
  world.monitor.start();
  await world.time.run(hours(1));
  expect(world.alerts).toEqual([]);
});
