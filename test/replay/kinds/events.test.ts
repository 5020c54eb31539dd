import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, later, link, names, phases, poll, type Variation } from './kind.ts';
import { live, newOnes, notified, type ReplayResult, readCase } from './replay-result.ts';

/** Returns all printers in notifications of this kind, including updates. */
function named(result: ReplayResult, alert: string): readonly string[] {
  return [...new Set(notified(result, alert).flatMap(({ printers }) => printers))].sort();
}

/** Expects one notification each way (two from twenty printers on) with all printers, and no others. */
function oneEachWay(result: ReplayResult): void {
  const most = result.world.printers.length < 20 ? 1 : 2;
  for (const alert of ['disconnected', 'recovered']) {
    expect(newOnes(result, alert).length, alert).toBeGreaterThan(0);
    expect(newOnes(result, alert).length, alert).toBeLessThanOrEqual(most);
    expect(named(result, alert), alert).toEqual([...result.world.printers].sort());
  }
  expect(newOnes(result)).toHaveLength(newOnes(result, 'disconnected', 'recovered').length);
}

/** All printers disconnect and return together, each a little later than the first. */
function cut(
  count: number,
  spread: { readonly lost: number; readonly found: number },
  seed = 1,
): readonly TraceEvent[] {
  const random = seededRandom(seed);
  const printers = names(count);
  return [
    ...link(0, 'up', ...printers),
    ...printers.flatMap((printer) => [
      ...link(3_607 + Math.floor(random() * (spread.lost + 1)), 'down', printer),
      ...link(7_205 + Math.floor(random() * (spread.found + 1)), 'up', printer),
    ]),
    ...end(10_800),
  ];
}

kind('found-ten-apart', oneEachWay, [
  ...phases('found-ten-apart', 7, 20, 33, 50),
  ...[1, 30, 120, 290].map((apart): Variation => [`${apart} s apart`, cut(2, { lost: 0, found: apart }, apart)]),
  ['every half minute', [...poll(30), ...readCase('found-ten-apart')]],
  ['every five minutes', [...poll(300), ...cut(2, { lost: 0, found: 10 })]],
]);

kind('power-cut-12', oneEachWay, [
  ...phases('power-cut-12', 13, 41),
  ...[2, 5, 19].map((count): Variation => [`${count} printers`, cut(count, { lost: 0, found: 0 })]),
  ['lost and found one after the other', cut(12, { lost: 30, found: 240 })],
  ['slow answers', [{ at: 0, latency: 2_000 }, ...cut(12, { lost: 5, found: 60 })]],
  ['fast answers', [{ at: 0, latency: 50 }, ...cut(12, { lost: 5, found: 60 })]],
  ['every two minutes', [...poll(120), ...cut(12, { lost: 10, found: 100 })]],
  ['50 printers', cut(50, { lost: 30, found: 240 })],
  ['200 printers', cut(200, { lost: 30, found: 240 })],
  ['a computer 3 h ahead', [{ at: 0, clock: 10_800 }, ...cut(12, { lost: 0, found: 0 })]],
]);

/** Both outages are reported in time: the second check and the grouping do not wait for the next slow poll. */
kind(
  'slow-poll-power-cut',
  (result) => {
    const kinds = newOnes(result).map(({ alert }) => alert);
    expect(kinds).toEqual(['disconnected', 'recovered', 'disconnected', 'recovered']);
    for (const line of newOnes(result)) expect(line.at - line.since, JSON.stringify(line)).toBeLessThanOrEqual(500);
    for (const alert of ['disconnected', 'recovered']) expect(named(result, alert)).toHaveLength(20);
  },
  [['at another phase', later(readCase('slow-poll-power-cut'), 130)]],
);

kind('service-restart', oneEachWay, [
  ...phases('service-restart', 11, 42),
  ...[1, 2, 3].map((seed): Variation => [`another order ${seed}`, cut(8, { lost: 3, found: 180 }, seed)]),
  ['every half minute', [...poll(30), ...readCase('service-restart')]],
]);

/** Expects one notification with exactly those printers whose response the trace changes. */
const oneForThose = (alert: string) => (result: ReplayResult) => {
  const those = result.trace.flatMap((event) => ('answer' in event ? [event.printer] : []));
  expect(newOnes(result).map((line) => line.alert)).toEqual([alert]);
  expect(named(result, alert)).toEqual([...new Set(those)].sort());
};

/** From one hour on, some of many printers get this status, within `spread` seconds. */
function changed(status: number, some: number, all: number, spread = 0): readonly TraceEvent[] {
  const printers = names(all);
  return [
    ...link(0, 'up', ...printers),
    ...printers
      .slice(0, some)
      .flatMap((printer, index) => answer(3_600 + Math.round((index * spread) / some), status, printer)),
    ...end(14_400),
  ];
}

kind('one-account-of-two', oneForThose('reconnect-needed'), [
  ...phases('one-account-of-two', 15, 40),
  ['603, two of four', changed(603, 2, 4)],
  ['all eight', changed(604, 8, 8)],
  ['12 of 24', changed(604, 12, 24)],
  ['one after the other', changed(604, 4, 8, 30)],
  ['slow answers', [{ at: 0, latency: 2_000 }, ...changed(604, 4, 8)]],
]);

kind('update-needed-for-all', oneForThose('update-needed'), [
  ...phases('update-needed-for-all', 15, 40),
  ['half of them', changed(610, 6, 12)],
  ['fifteen', changed(610, 15, 15)],
  ['one after the other', changed(610, 8, 8, 30)],
]);

kind(
  'update-needed-for-all',
  oneForThose('perks-needed'),
  [
    ['605 for eight', changed(605, 8, 8)],
    ['605 for one account of two', changed(605, 5, 10)],
    ['605 one after the other', changed(605, 8, 8, 30)],
  ],
  { only: 'variations' },
);

/** The end for all printers is one notification too. */
kind(
  'update-needed-for-all',
  (result) => {
    expect(newOnes(result, 'perks-needed')).toHaveLength(1);
    expect(newOnes(result, 'perks-restored')).toHaveLength(1);
    expect(named(result, 'perks-restored')).toEqual([...result.world.printers].sort());
  },
  [
    [
      'perks lapse and come back',
      [...changed(605, 8, 8).slice(0, -1), ...answer(9_000, 200, ...names(8)), ...end(14_400)],
    ],
    ['at another phase', [...changed(605, 3, 3, 20).slice(0, -1), ...answer(9_333, 200, ...names(3)), ...end(14_400)]],
  ],
  { only: 'variations' },
);

kind(
  'one-account-of-two',
  (result) => {
    expect(newOnes(result, 'reconnect-needed')).toHaveLength(1);
    expect(newOnes(result, 'reconnect-healed')).toHaveLength(1);
    expect(named(result, 'reconnect-healed')).toEqual(named(result, 'reconnect-needed'));
  },
  [
    [
      'a day of refusals that heals',
      [...changed(604, 4, 8).slice(0, -1), ...answer(50_000, 200, ...names(4)), ...end(60_000)],
    ],
    ['of all', [...changed(603, 6, 6).slice(0, -1), ...answer(50_000, 200, ...names(6)), ...end(60_000)]],
  ],
  { only: 'variations' },
);

describe('Notifications that are turned on again', () => {
  it('report what has begun since they were turned off, and its end after it', async () => {
    const off = { at: 600, setting: { notifications: false } };
    const trace = [...link(0, 'up', 'P', 'Q'), off, ...link(700, 'down', 'P'), ...link(800, 'down', 'Q')];
    const over = [
      ...link(2_000, 'up', 'Q'),
      { at: 3_000, setting: { notifications: true } },
      ...link(5_000, 'up', 'P'),
    ];
    const result = await live([...trace, ...over, ...end(6_000)]);
    const seen = result.alerts.map(({ alert, printers, since }) => [alert, ...printers, since]);
    expect(seen).toEqual([
      ['disconnected', 'P', 700],
      ['recovered', 'P', 5_000],
    ]);
    expect(result.alerts[0]?.at).toBe(3_000);
  });
});
