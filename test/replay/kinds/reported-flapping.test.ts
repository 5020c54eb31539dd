import { expect } from 'vitest';
import { answer, end, kind, link, names, phases } from './kind.ts';
import { mostWithin, newOnes, notified, type ReplayResult, readCase, recorded } from './replay-result.ts';

/*
 * More of what users of other programs have reported: flapping, quiet hours, wake. Each case names the report it is from.
 */

const lines = (result: ReplayResult) => newOnes(result).map(({ alert, since }) => [alert, since]);

kind(
  'lost-in-quiet-hours',
  (result) => {
    const [lost = 0] = result.trace.flatMap((event) =>
      'link' in event && event.link === 'down' && event.printer === 'P' ? [event.at] : [],
    );
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected', 'recovered']);
    expect(newOnes(result)[0]).toMatchObject({ since: lost, printers: ['P'] });
    expect(newOnes(result)[0]?.at).toBeGreaterThanOrEqual(7_200);
    expect(newOnes(result)[0]?.at).toBeLessThanOrEqual(7_290);
  },
  [
    ...phases('lost-in-quiet-hours', 20, 45),
    ['killed in them', [...readCase('lost-in-quiet-hours'), { at: 6_000, app: 'kill' }, { at: 6_020, app: 'start' }]],
    [
      'after a short loss in them',
      [...readCase('lost-in-quiet-hours'), ...link(3_700, 'down', 'Q'), ...link(3_950, 'up', 'Q')],
    ],
  ],
);

kind(
  'flapped-then-gone',
  (result) => {
    expect(notified(result, 'unstable')).toHaveLength(1);
    const [gone, back] = lines(result).slice(-2);
    const links = result.trace.flatMap((event) => ('link' in event ? [event.at] : []));
    expect([gone, back]).toEqual([
      ['disconnected', links.at(-2)],
      ['recovered', links.at(-1)],
    ]);
    expect(mostWithin(newOnes(result), 3_600)).toBeLessThanOrEqual(4);
  },
  [
    ...phases('flapped-then-gone', 15, 40),
    [
      'started again in between',
      [...readCase('flapped-then-gone'), { at: 6_000, app: 'quit' }, { at: 6_030, app: 'start' }],
    ],
  ],
);

kind('quiet-by-the-wall-clock', (result) => {
  expect(lines(result)).toEqual([
    ['disconnected', 80_000],
    ['recovered', 120_000],
    ['disconnected', 15_631_000],
  ]);
  // Seven o'clock in Berlin is 06:00 UTC in January and 05:00 UTC in July.
  const [winter, , summer] = newOnes(result);
  expect(winter?.at).toBeGreaterThanOrEqual(86_400 + 6 * 3_600);
  expect(winter?.at).toBeLessThanOrEqual(86_400 + 6 * 3_600 + 70);
  expect(summer?.at).toBeGreaterThanOrEqual(181 * 86_400 + 5 * 3_600);
  expect(summer?.at).toBeLessThanOrEqual(181 * 86_400 + 5 * 3_600 + 70);
});

kind(
  'seven-seconds-each',
  (result) => {
    expect(newOnes(result, 'recovered').length).toBeLessThanOrEqual(newOnes(result, 'disconnected').length);
    expect(notified(result, 'unstable').length).toBeLessThanOrEqual(1);
    expect(newOnes(result).length).toBeGreaterThan(0);
    expect(newOnes(result).length).toBeLessThanOrEqual(4);
    expect(result.requests.requests).toBeLessThanOrEqual((61 * 14_400) / 3_600 + 16);
  },
  phases('seven-seconds-each', 3, 11),
);

kind(
  'wake-before-the-network',
  (result) => {
    expect(newOnes(result).map(({ alert, printers, since }) => [alert, printers, since])).toEqual([
      ['disconnected', ['P', 'Q'], 9_000],
      ['recovered', ['P', 'Q'], 22_000],
    ]);
    for (const printer of ['P', 'Q', 'R']) expect(recorded(result, printer).wrong).toBe(0);
  },
  [
    [
      'behind a sign-in page first',
      readCase('wake-before-the-network').map((event) =>
        'network' in event ? { at: event.at, service: event.network === 'up' ? 'ok' : 'html' } : event,
      ),
    ],
  ],
);

/** A printer came back for a moment, was notified and went again: that it is finally back is notified, too. */
kind(
  'returned-between-failures',
  (result) => {
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected', 'recovered']);
    const back = result.trace.flatMap((event) => ('link' in event && event.link === 'up' ? [event.at] : [])).at(-1);
    expect(newOnes(result, 'recovered')[0]?.since).toBe(back);
  },
  [
    ...phases('returned-between-failures', 20, 40),
    [
      'started again in between',
      [...readCase('returned-between-failures'), { at: 4_345, app: 'quit' }, { at: 4_350, app: 'start' }],
    ],
    [
      'of three together',
      ['P', 'Q', 'R'].flatMap((printer) =>
        readCase('returned-between-failures').map((event) => ('printer' in event ? { ...event, printer } : event)),
      ),
    ],
  ],
);

/** Invented: several kinds of trouble at once. */
kind(
  'returned-between-failures',
  (result) => {
    for (const name of result.world.printers) {
      expect(
        mostWithin(
          newOnes(result).filter(({ printers }) => printers.includes(name)),
          3_600,
        ),
        name,
      ).toBeLessThanOrEqual(4);
    }
    expect(mostWithin(newOnes(result), 3_600)).toBeLessThanOrEqual(10);
    expect(newOnes(result, 'service-unreachable')).toHaveLength(1);
    expect(newOnes(result, 'service-reachable')).toHaveLength(1);
    for (const { at } of notified(result, 'disconnected', 'recovered', 'unstable'))
      expect(at < 5_000 || at > 6_500).toBe(true);
  },
  [
    [
      'three that flap, with an outage of the service inside',
      [
        ...link(0, 'up', 'P', 'Q', 'R', 'S'),
        ...Array.from({ length: 20 }, (_, round) =>
          ['P', 'Q', 'R'].flatMap((printer, index) => [
            ...link(3_600 + round * 300 + index * 50, 'down', printer),
            ...link(3_720 + round * 300 + index * 50, 'up', printer),
          ]),
        ).flat(),
        { at: 5_000, service: 503 },
        { at: 6_500, service: 'ok' },
        ...end(14_400),
      ],
    ],
  ],
  { only: 'variations' },
);

/** Invented: all are refused for eight minutes, with a restart in them; and two that are renamed in the middle of an event. */
kind(
  'returned-between-failures',
  (result) => {
    expect(newOnes(result, 'reconnect-needed')).toEqual([]);
    expect(newOnes(result, 'disconnected').length).toBeLessThanOrEqual(1);
    expect(newOnes(result, 'recovered').length).toBe(newOnes(result, 'disconnected').length);
  },
  [
    [
      'refused while it starts again',
      [
        ...link(0, 'up', ...names(5)),
        ...answer(3_600, 604, ...names(5)),
        { at: 3_840, app: 'quit' },
        { at: 3_850, app: 'start' },
        ...answer(4_100, 200, ...names(5)),
        ...end(9_000),
      ],
    ],
    [
      'renamed between loss and recovery',
      [
        ...link(0, 'up', 'P', 'Q'),
        ...link(3_600, 'down', 'P', 'Q'),
        { at: 3_650, printer: 'P', name: 'Voron 2.4' },
        { at: 3_900, printer: 'Q', name: null },
        ...link(5_000, 'up', 'P', 'Q'),
        ...end(7_000),
      ],
    ],
    [
      'asleep while the others are asked',
      [
        ...link(0, 'up', ...names(8)),
        ...link(3_600, 'down', ...names(8)),
        { at: 3_692, computer: 'sleep' },
        { at: 7_292, computer: 'wake' },
        ...link(9_000, 'up', ...names(8)),
        { at: 9_035, computer: 'sleep' },
        { at: 9_100, computer: 'wake' },
        ...end(11_000),
      ],
    ],
  ],
  { only: 'variations' },
);
