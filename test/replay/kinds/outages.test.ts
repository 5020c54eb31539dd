import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, link, phases, poll, type Variation } from './kind.ts';
import { moments, mostWithin, newOnes, notified, type ReplayResult, readCase } from './replay-result.ts';

const hour = 3_600;
const up = link(0, 'up', 'P');
const downs = ({ trace }: ReplayResult) => moments(trace, (event) => 'link' in event && event.link === 'down');
const ups = ({ trace }: ReplayResult) => moments(trace, (event) => 'link' in event && event.link === 'up');

/** A link that is down for `gone` s of every period, from 600 s on. */
function reconnecting(period: number, gone: number, length: number): readonly TraceEvent[] {
  const events: TraceEvent[] = [...up];
  for (let at = 600; at < 600 + length; at += period) {
    events.push(...link(at, 'down', 'P'), ...link(at + gone, 'up', 'P'));
  }
  return [...events, ...end(600 + length + 600)];
}

kind(
  'always-reconnecting',
  (result) => {
    const [first = 0] = downs(result);
    const unstable = notified(result, 'unstable');
    expect(new Set(unstable.map(({ notification }) => notification)).size).toBeGreaterThan(0);
    expect(unstable[0]?.at).toBeLessThanOrEqual(first + hour + 65);
    expect(newOnes(result, 'unstable').filter(({ at }) => at < first + hour)).toHaveLength(1);
    expect(mostWithin(newOnes(result), hour)).toBeLessThanOrEqual(4);
  },
  [
    ...phases('always-reconnecting', 20, 40),
    ['gone 40 of every 90 s', reconnecting(90, 40, hour)],
    ['gone 100 of every 200 s', reconnecting(200, 100, hour)],
    ['gone a minute of every ten', reconnecting(600, 60, hour)],
    ['gone 5 of every 45 s', reconnecting(45, 5, hour)],
    ['gone 13 of every 30 min', reconnecting(1_800, 780, hour)],
    ['for half an hour only', reconnecting(90, 85, hour / 2)],
    ['every half minute', [...poll(30), ...reconnecting(90, 85, hour)]],
    ['every two minutes', [...poll(120), ...reconnecting(90, 85, hour)]],
    ['beside one that is well', [...link(0, 'up', 'Q'), ...reconnecting(90, 85, hour)]],
  ],
);

/** Reported once, before the first restart, however often the app is restarted. */
kind(
  'restarts-while-unstable',
  (result) => {
    expect(newOnes(result, 'unstable')).toHaveLength(1);
    expect(newOnes(result, 'disconnected').length).toBeLessThanOrEqual(3);
    expect(mostWithin(newOnes(result), hour)).toBeLessThanOrEqual(4);
  },
  [
    [
      'killed',
      readCase('restarts-while-unstable').map((event) =>
        'app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event,
      ),
    ],
    [
      'started at once',
      readCase('restarts-while-unstable').map((event) =>
        'app' in event && event.app === 'start' ? { ...event, at: event.at - 25 } : event,
      ),
    ],
    [
      'asleep instead',
      readCase('restarts-while-unstable').map((event) =>
        'app' in event ? { at: event.at, computer: event.app === 'start' ? 'wake' : 'sleep' } : event,
      ),
    ],
  ],
);

kind(
  'perks-for-a-moment',
  (result) => {
    expect(result.alerts).toEqual([]);
  },
  [
    ...phases('perks-for-a-moment', 5, 12, 24, 36, 48),
    ...[605, 610, 604].flatMap((status) =>
      [5, 25, 50].map(
        (length): Variation => [
          `${status} for ${length} s`,
          [...up, ...answer(305, status, 'P'), ...answer(305 + length, 200, 'P'), ...end(2_000)],
        ],
      ),
    ),
    [
      'of two',
      [...up, ...link(0, 'up', 'Q'), ...answer(305, 605, 'P', 'Q'), ...answer(340, 200, 'P', 'Q'), ...end(2_000)],
    ],
  ],
);

/** An outage is reported once, whatever responses arrive during it, and its end never before the link is up. */
function oneOutage(result: ReplayResult): void {
  expect(newOnes(result, 'disconnected')).toHaveLength(1);
  const [lost = 0] = downs(result);
  expect(newOnes(result, 'disconnected')[0]?.since).toBe(lost);
  const back = ups(result).find((at) => at > lost);
  const recovered = newOnes(result, 'recovered');
  if (back === undefined) expect(recovered).toEqual([]);
  else {
    expect(recovered).toHaveLength(1);
    expect(recovered[0]?.at).toBeGreaterThanOrEqual(back + 30);
  }
}

/** An outage with another response in it. */
const during = (status: number, from: number, to: number, back: number | null): readonly TraceEvent[] => [
  ...up,
  ...link(600, 'down', 'P'),
  ...answer(from, status, 'P'),
  ...answer(to, 200, 'P'),
  ...(back === null ? [] : link(back, 'up', 'P')),
  ...end(12_000),
];

kind('perks-inside-an-outage', oneOutage, [
  ...phases('perks-inside-an-outage', 20, 40),
  ...[602, 603, 604, 605, 610, 503].flatMap((status): Variation[] => [
    [`${status}, then still gone`, during(status, 1_200, 1_500, null)],
    [`${status}, then back`, during(status, 1_200, 1_900, 4_000)],
  ]),
  ['605 all at its beginning', during(605, 610, 1_500, null)],
]);

kind(
  'outage-ends-behind-update-needed',
  (result) => {
    oneOutage(result);
    // The responses hide its return until the plugin is updated, and the pause between two requests may then be long.
    const [shown = 0] = moments(result.trace, (event) => 'answer' in event && event.answer === 200);
    expect(newOnes(result, 'recovered')[0]?.at).toBeGreaterThanOrEqual(shown);
    expect(newOnes(result, 'recovered')[0]?.at).toBeLessThanOrEqual(shown + 3_800);
  },
  [
    ...phases('outage-ends-behind-update-needed', 20, 40),
    ...[602, 603, 605, 610].map((status): Variation => [`${status}`, during(status, 4_000, 7_000, 5_000)]),
    ['for a moment only', during(610, 4_000, 4_100, 4_050)],
  ],
);

/** Two alternating responses for three hours. */
function flapping(status: number, period: number): readonly TraceEvent[] {
  const events: TraceEvent[] = [...up];
  for (let at = 600; at < 600 + 3 * hour; at += 2 * period) {
    events.push(...answer(at, 200, 'P'), ...answer(at + period, status, 'P'));
  }
  return [...events, ...end(600 + 3 * hour + period)];
}

/** However long it lasts: at most four per hour, twelve per day, and six in total if it alternates every minute. */
function damped(result: ReplayResult): void {
  expect(mostWithin(newOnes(result), hour)).toBeLessThanOrEqual(4);
  expect(mostWithin(newOnes(result), 24 * hour)).toBeLessThanOrEqual(12);
}

kind('update-flapping', (result) => {
  damped(result);
  expect(newOnes(result).length).toBeLessThanOrEqual(6);
});

kind(
  'update-flapping',
  damped,
  [
    ...phases('update-flapping', 20, 40),
    ...[604, 605, 610].flatMap((status) =>
      [60, 150, 300, 900].map((period): Variation => [`${status} every ${period} s`, flapping(status, period)]),
    ),
    ['two kinds in turn', [...flapping(610, 150), ...flapping(605, 170)]],
  ],
  { only: 'variations' },
);

/** Alternating responses say nothing about the link: a real disconnection is reported as usual. */
kind(
  'lost-after-answers-that-flapped',
  (result) => {
    const lost = newOnes(result, 'disconnected');
    expect(lost.map(({ since }) => since)).toEqual([7_900]);
    expect(lost[0]?.at).toBeLessThanOrEqual(7_900 + 90 + 65 + 15);
    expect(newOnes(result, 'recovered')).toHaveLength(1);
    expect(mostWithin(newOnes(result), hour)).toBeLessThanOrEqual(4);
  },
  [
    ['every half minute', [...poll(30), ...readCase('lost-after-answers-that-flapped')]],
    [
      'with lapsed perks',
      readCase('lost-after-answers-that-flapped').map((event) =>
        'answer' in event && event.answer === 610 ? { ...event, answer: 605 } : event,
      ),
    ],
  ],
);
