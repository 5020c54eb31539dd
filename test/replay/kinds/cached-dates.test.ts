import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, link, names, phases, poll, type Variation } from './kind.ts';
import { moments, newOnes, type ReplayResult, readCase, recorded } from './replay-result.ts';

const downAt = ({ trace }: ReplayResult) => moments(trace, (event) => 'link' in event && event.link === 'down')[0] ?? 0;

/** Whatever the responses' `Date` says: two outages, with their own times, told in time. */
kind(
  'date-of-a-cache',
  (replayed) => {
    const outages = replayed.trace.flatMap((event) =>
      'link' in event && event.link === 'down' && event.at !== 18_000 ? [[event.at, event.printer] as const] : [],
    );
    const lost = newOnes(replayed, 'disconnected');
    expect(lost.map(({ since, printers }) => [since, ...printers])).toEqual(outages);
    for (const { at, since } of lost) expect(at - since).toBeLessThanOrEqual(90 + 65 + 15);
    expect(newOnes(replayed, 'recovered').map(({ since }) => since)).toEqual([12_600, 24_000]);
    expect(newOnes(replayed)).toHaveLength(4);
    for (const printer of replayed.world.printers) {
      expect(recorded(replayed, printer).wrong, printer).toBe(0);
      expect(recorded(replayed, printer).unknown, printer).toBeLessThanOrEqual(75);
    }
  },
  [
    ...[3_599, -7_200, -86_400 * 400].map(
      (date): Variation => [
        `that says ${date} s`,
        readCase('date-of-a-cache').map((event) => ('date' in event ? { ...event, date } : event)),
      ],
    ),
    [
      'from the first response on',
      readCase('date-of-a-cache').map((event) => ('date' in event ? { at: 0, date: -86_400 } : event)),
    ],
    [
      'without any Date',
      readCase('date-of-a-cache').map((event) => ('date' in event ? { at: 0, date: 'missing' } : event)),
    ],
    [
      'until the middle of an outage',
      [...readCase('date-of-a-cache'), { at: 11_000, date: null }, { at: 13_000, date: 11_500 }],
    ],
    [
      'renewed every quarter of an hour',
      [
        ...readCase('date-of-a-cache'),
        ...Array.from(
          { length: 25 },
          (_, index): TraceEvent => ({ at: 4_500 + index * 900, date: 4_500 + index * 900 }),
        ),
      ],
    ],
    ['of one printer', readCase('date-of-a-cache').filter((event) => !('printer' in event) || event.printer !== 'P3')],
    [
      'killed, not quit',
      readCase('date-of-a-cache').map((event) =>
        'app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event,
      ),
    ],
    [
      'on a computer whose clock is off, and set meanwhile',
      [
        ...readCase('date-of-a-cache').filter((event) => !('app' in event)),
        { at: 0, clock: 7_200 },
        { at: 15_000, clock: -600 },
      ],
    ],
    [
      'on a computer whose clock is off, and is still off after a restart',
      [...readCase('date-of-a-cache'), { at: 0, clock: 7_200 }],
    ],
    [
      'on a computer whose clock was off, and is right after a restart',
      [...readCase('date-of-a-cache'), { at: 0, clock: 7_200 }, { at: 14_405, clock: 0 }],
    ],
    [
      'that says tomorrow',
      readCase('date-of-a-cache').map((event) => ('date' in event ? { ...event, date: 100_000 } : event)),
    ],
    ['of sixteen printers', [...link(0, 'up', ...names(16).slice(4)), ...readCase('date-of-a-cache')]],
    ['every half minute', [...poll(30), ...readCase('date-of-a-cache')]],
  ],
);

/** Whatever repeats its `Date`: what a response itself reports as past shows that it stands still. */
kind(
  'started-behind-a-cache',
  (lived) => {
    const [restarted = 0] = moments(
      lived.trace,
      (event) => ('app' in event && event.app === 'start') || ('computer' in event && event.computer === 'wake'),
    );
    const lost = downAt(lived);
    const found = moments(lived.trace, (event) => 'link' in event && event.link === 'up' && event.at > lost);
    for (const [printer, since] of [
      ['P0', found[0]],
      ['P1', lost],
    ] as const) {
      const shown = lived.statuses.filter(
        (line) => line.printer === printer && line.at > restarted && line.status !== 'checking' && !line.stale,
      );
      expect(new Set(shown.map((line) => line.since)), printer).toEqual(new Set([since]));
    }
    expect(lived.alerts.filter(({ alert }) => alert !== 'recovered').map(({ alert, since }) => [alert, since])).toEqual(
      [['disconnected', lost]],
    );
    for (const printer of lived.world.printers) expect(recorded(lived, printer).wrong, printer).toBe(0);
  },
  [
    ...phases('started-behind-a-cache', 17, 43),
    [
      'asleep instead',
      readCase('started-behind-a-cache').map((event) =>
        'app' in event ? { at: event.at, computer: event.app === 'quit' ? 'sleep' : 'wake' } : event,
      ),
    ],
    ['of sixteen printers', [...readCase('started-behind-a-cache'), ...link(0, 'up', ...names(16).slice(2))]],
    ['on a computer whose clock is off', [...readCase('started-behind-a-cache'), { at: 0, clock: 3_600 }]],
  ],
);

/** Nothing is reported although the first `Date` seems to pass by days in one response. */
kind(
  'date-of-a-cache',
  (replayed) => {
    expect(replayed.alerts).toEqual([]);
  },
  [1, 3, 12].map(
    (count): Variation => [
      `started into a refusal of ${count}`,
      [
        { at: 0, date: -86_400 },
        ...link(0, 'up', ...names(count)),
        ...answer(0, 604, ...names(count)),
        ...answer(count === 1 ? 50 : 400, 200, ...names(count)),
        ...end(7_200),
      ],
    ],
  ),
  { only: 'variations' },
);
