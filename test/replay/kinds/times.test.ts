import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, later, link, names, phases, poll, type Variation } from './kind.ts';
import { moments, newOnes, notified, type ReplayResult, readCase, recorded } from './replay-result.ts';

const up = link(0, 'up', 'P');
const downAt = ({ trace }: ReplayResult) => moments(trace, (event) => 'link' in event && event.link === 'down')[0] ?? 0;

/** Nothing that is reported, shown or recorded may begin before the opposite was last seen. */
function sinceIsAtOrAfterTheLoss(result: ReplayResult): void {
  const [lost = 0] = moments(result.trace, (event) => 'service' in event && event.service !== 'ok');
  const shown = result.statuses.filter(({ at, status }) => at > lost && status !== 'unknown');
  expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected', 'recovered']);
  for (const line of [...result.alerts, ...shown])
    expect(line.since, JSON.stringify(line)).toBeGreaterThanOrEqual(lost);
}

kind('since-before-the-loss', sinceIsAtOrAfterTheLoss, [
  ...phases('since-before-the-loss', 17, 34, 51),
  ['within a minute of the start', later(readCase('since-before-the-loss'), -35_900)],
  ['after a night', [...up, { at: 80_000, service: 601 }, { at: 83_000, service: 'ok' }, ...end(86_000)]],
  ['every two minutes', [...poll(120), ...readCase('since-before-the-loss')]],
]);

kind(
  'clock-45-s-ahead',
  (result) => {
    expect(result.alerts).toEqual([]);
    expect(recorded(result, 'P').wrong).toBe(0);
  },
  [
    ...phases('clock-45-s-ahead', 10, 20, 30, 40, 50),
    ...[-45, 90, -3_600, 3_600, 86_400 * 400, -86_400 * 4_000].map(
      (off): Variation => [
        `${off} s off`,
        readCase('clock-45-s-ahead').map((event) => ('clock' in event ? { ...event, clock: off } : event)),
      ],
    ),
    ['every half minute', [...poll(30), ...readCase('clock-45-s-ahead')]],
    [
      'set right in the middle of the blip',
      [...readCase('clock-45-s-ahead').slice(0, -1), { at: 640, clock: 0 }, ...end(2_000)],
    ],
  ],
);

/** Responses before a restart limit what is reported after it: according to the server the link was up all along. */
kind(
  'restart-after-601',
  (result) => {
    const [restarted = 0] = moments(result.trace, (event) => 'app' in event && event.app === 'start');
    const [ended = 0] = moments(result.trace, (event) => 'app' in event && event.app !== 'start');
    const shown = result.statuses.filter(({ at, status }) => at > restarted && status !== 'checking');
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected', 'recovered']);
    expect(shown.length).toBeGreaterThan(0);
    // A kill loses at most ten minutes of an unchanged state.
    const lost = result.trace.some((event) => 'app' in event && event.app === 'kill') ? 600 + 65 : 65;
    for (const line of [...newOnes(result, 'recovered'), ...shown]) {
      expect(line.since, JSON.stringify(line)).toBeGreaterThanOrEqual(ended - lost);
    }
  },
  [
    ...phases('restart-after-601', 17, 41),
    [
      'killed',
      readCase('restart-after-601').map((event) =>
        'app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event,
      ),
    ],
    [
      'twice',
      [
        ...readCase('restart-after-601').slice(0, -1),
        { at: 4_205, app: 'quit' },
        { at: 4_260, app: 'start' },
        ...end(5_000),
      ],
    ],
  ],
);

const unreported: TraceEvent = { at: 0, printer: 'P', times: { connected: null, disconnected: null } };

kind(
  'clock-set-back',
  (result) => {
    const lost = downAt(result);
    const [alert, ...more] = result.alerts;
    expect(more).toEqual([]);
    expect(alert?.alert).toBe('disconnected');
    expect(alert?.at).toBeGreaterThanOrEqual(lost + 90);
    expect(alert?.at).toBeLessThanOrEqual(lost + 90 + 63 + 15);
    // Without times from the server, it began between two polls.
    expect(Math.abs((alert?.since ?? 0) - lost)).toBeLessThanOrEqual(65);
  },
  [
    ...phases('clock-set-back', 13, 29, 47),
    ...[21_600, -5, 90, 86_400 * 365, -86_400 * 365 * 20].map(
      (off): Variation => [
        `by ${off} s`,
        readCase('clock-set-back').map((event) => ('clock' in event ? { ...event, clock: off } : event)),
      ],
    ),
    [
      'before the loss',
      [...up, unreported, { at: 3_590, clock: -21_600 }, ...link(3_600, 'down', 'P'), ...end(12_000)],
    ],
    ['with times from the server', readCase('clock-set-back').filter((event) => !('times' in event))],
    [
      'again and again',
      [
        ...readCase('clock-set-back').slice(0, -1),
        ...[3_640, 3_655, 3_685, 3_700].map((at): TraceEvent => ({ at, clock: (at % 7) * 600 })),
        ...end(12_000),
      ],
    ],
  ],
);

/** The history has to be known while the computer was awake, the app running and the service working. */
kind(
  'asleep-then-601',
  (result) => {
    expect(recorded(result, 'P').wrong).toBe(0);
    expect(recorded(result, 'P').right).toBeGreaterThan(7_000);
  },
  [
    ...phases('asleep-then-601', 20, 45),
    ['for a night', later(readCase('asleep-then-601'), 10_000, 46_000)],
    ['with no times ever', [unreported, ...readCase('asleep-then-601')]],
    [
      'with the app not running instead',
      readCase('asleep-then-601').map((event) =>
        'computer' in event ? { at: event.at, app: event.computer === 'sleep' ? 'kill' : 'start' } : event,
      ),
    ],
    ['connected all the while', readCase('asleep-then-601').filter(({ at }) => at !== 46_680)],
  ],
);

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

/** What was seen before a rejection survives a kill, however long the next check takes. */
kind(
  'rejected-then-killed',
  (lived) => {
    const [rejected = 0] = moments(lived.trace, (event) => 'answer' in event || 'service' in event);
    const lost = downAt(lived);
    expect(recorded(lived, 'P').wrong).toBe(0);
    // From the last poll before the rejection until what the server reports, and after the last poll of the trace.
    expect(recorded(lived, 'P').unknown).toBeLessThanOrEqual(lost - rejected + 2 * 65);
  },
  [
    ...phases('rejected-then-killed', 21, 47),
    [
      'perks that lapse',
      readCase('rejected-then-killed').map((event) =>
        'answer' in event && event.answer === 604 ? { ...event, answer: 605 } : event,
      ),
    ],
    [
      'a service that fails',
      [
        ...readCase('rejected-then-killed').filter((event) => !('answer' in event)),
        { at: 7_000, service: 503 },
        { at: 10_550, service: 'ok' },
      ],
    ],
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

/** What the last sighting contradicts is not known, also not after the next response. */
kind(
  'reconnect-without-a-loss',
  (replayed) => {
    for (const printer of replayed.world.printers) expect(recorded(replayed, printer).wrong, printer).toBe(0);
    expect(recorded(replayed, 'P').right).toBeGreaterThan(20_000);
  },
  [
    ...phases('reconnect-without-a-loss', 11, 31),
    [
      'after a restart instead',
      readCase('reconnect-without-a-loss').map((event) =>
        'network' in event ? { at: event.at, app: event.network === 'down' ? 'quit' : 'start' } : event,
      ),
    ],
    [
      'with a true loss before it',
      [...readCase('reconnect-without-a-loss'), ...link(3_000, 'down', 'P'), ...link(4_000, 'up', 'P')],
    ],
    [
      'without any time of a loss',
      readCase('reconnect-without-a-loss').map((event) =>
        'times' in event && event.times !== null
          ? { ...event, times: { connected: 7_400, disconnected: null } }
          : event,
      ),
    ],
  ],
);

/** Every outage is reported and in the history, whatever the clock shows meanwhile. */
kind(
  'dual-boot-clock',
  (result) => {
    const lost = moments(result.trace, (event) => 'link' in event && event.link === 'down');
    const found = moments(result.trace, (event) => 'link' in event && event.link === 'up' && event.at > 0);
    const gone = found.reduce((sum, at, index) => sum + at - (lost[index] ?? at), 0);
    const { wrong, rightlyGone } = recorded(result, 'P');
    expect(wrong).toBe(0);
    expect(rightlyGone).toBeGreaterThanOrEqual(gone - 5);
    expect(newOnes(result, 'disconnected', 'recovered')).toHaveLength(2 * lost.length);
    expect(notified(result, 'unstable', 'reconnect-needed')).toEqual([]);
  },
  [
    ...[32_400, -86_400 * 365 * 5, 86_400 * 365 * 5, 3_600].map(
      (off): Variation => [
        `by ${off} s`,
        readCase('dual-boot-clock').map((event) =>
          'clock' in event && event.clock !== 0 ? { ...event, clock: off } : event,
        ),
      ],
    ),
    [
      'killed, not quit',
      readCase('dual-boot-clock').map((event) =>
        'app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event,
      ),
    ],
    ['while the app runs', readCase('dual-boot-clock').filter((event) => !('app' in event))],
    [
      'for a whole day, with an outage in it',
      [
        ...readCase('dual-boot-clock').filter((event) => !('end' in event) && !('clock' in event && event.clock === 0)),
        ...link(60_000, 'down', 'P'),
        ...link(62_000, 'up', 'P'),
        { at: 120_000, clock: 0 },
        ...end(125_000),
      ],
    ],
  ],
);

/** An hour of snooze is an hour, whatever happens to the computer's clock meanwhile. */
kind(
  'snoozed-while-the-clock-is-set',
  (result) => {
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected']);
    expect(newOnes(result)[0]?.at).toBeGreaterThanOrEqual(3_600 + 3_600);
    expect(newOnes(result)[0]?.at).toBeLessThanOrEqual(3_600 + 3_600 + 75);
  },
  [
    ...[-32_400, 32_400, -1_200, 86_400 * 400].map(
      (off): Variation => [
        `by ${off} s`,
        readCase('snoozed-while-the-clock-is-set').map((event) =>
          'clock' in event && event.at > 0 ? { ...event, clock: off } : event,
        ),
      ],
    ),
    [
      'with a restart',
      [
        ...readCase('snoozed-while-the-clock-is-set').slice(0, -1),
        { at: 6_000, app: 'quit' },
        { at: 6_030, app: 'start' },
        ...end(14_400),
      ],
    ],
  ],
);

/** A snooze lasts as long as the user said, although no response tells the time. */
kind(
  'snooze-outlasts-a-clock-set-forward',
  (result) => {
    expect(result.alerts.map(({ alert }) => alert)).toEqual(['service-unreachable', 'service-reachable']);
    expect(result.alerts[0]?.at).toBeGreaterThanOrEqual(7_000 + 14_400);
    expect(result.alerts[0]?.at).toBeLessThanOrEqual(7_000 + 14_400 + 75);
  },
  [
    ...[600, 86_400, 86_400 * 400, -86_400].map(
      (off): Variation => [
        `by ${off} s`,
        readCase('snooze-outlasts-a-clock-set-forward').map((event) =>
          'clock' in event ? { ...event, clock: event.at === 0 ? 0 : off } : event,
        ),
      ],
    ),
    [
      'again and again',
      [
        ...readCase('snooze-outlasts-a-clock-set-forward'),
        ...[10_000, 12_000, 14_000].map((at): TraceEvent => ({ at, clock: at })),
      ],
    ],
  ],
);

/** Whatever the clock shows on wake-up, the next responses count, and nothing is reported. */
kind(
  'clock-set-right-asleep',
  (result) => {
    const [woke = 0] = moments(result.trace, (event) => 'computer' in event && event.computer === 'wake');
    expect(result.alerts).toEqual([]);
    const later = result.statuses.filter(({ at }) => at > woke + 10);
    expect(later.filter(({ stale, status }) => stale || status !== 'online')).toEqual([]);
    for (const printer of ['P0', 'P1', 'P2']) {
      const last = result.statuses.filter((line) => line.printer === printer).at(-1);
      expect(last).toMatchObject({ status: 'online', stale: false });
      expect(recorded(result, printer).wrong).toBe(0);
    }
  },
  [
    ...phases('clock-set-right-asleep', 7, 20, 41),
    ...[-3_600, 900, -86_400, 7_200, 3_598].map(
      (off): Variation => [
        `by ${off} s`,
        readCase('clock-set-right-asleep').map((event) =>
          'clock' in event && event.clock !== 0 ? { ...event, clock: off } : event,
        ),
      ],
    ),
    ['every two minutes', [...poll(120), ...readCase('clock-set-right-asleep')]],
  ],
);
