import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, link, names, phases, poll, type Variation } from './kind.ts';
import { glanceAt, moments, newOnes, type ReplayResult, readCase, statusAt } from './replay-result.ts';

/** Returns when there were no more responses about any printer, and when there were again. */
function silence({ trace }: ReplayResult): readonly [from: number, to: number] {
  const at = moments(trace, (event) => 'answer' in event || 'service' in event);
  return [at[0] ?? 0, at.at(-1) ?? 0];
}

/** Reported once after 15 minutes; stale after 2.5 polls, grey after 15 minutes. */
function goesSilent(result: ReplayResult): void {
  const [from] = silence(result);
  const [begun] = newOnes(result);
  expect(begun?.alert).toBe('service-unreachable');
  expect(begun?.at).toBeGreaterThanOrEqual(from + 900 - 65);
  expect(begun?.at).toBeLessThanOrEqual(from + 900 + 75);
  expect(glanceAt(result, from + 165)).toMatchObject({ glance: 'online', stale: true });
  expect(glanceAt(result, from + 975)?.glance).toBe('unknown');
}

/** And once at its end. */
function unreachable(result: ReplayResult): void {
  const [, to] = silence(result);
  goesSilent(result);
  expect(newOnes(result).map(({ alert }) => alert)).toEqual(['service-unreachable', 'service-reachable']);
  const over = newOnes(result)[1];
  expect(over?.at).toBeGreaterThanOrEqual(to);
  expect(over?.at).toBeLessThanOrEqual(to + 620);
}

const silent = (count: number, status: number | 'timeout'): readonly TraceEvent[] => [
  ...link(0, 'up', ...names(count)),
  ...names(count).map((printer): TraceEvent => ({ at: 3_600, printer, answer: status })),
  ...answer(21_600, 200, ...names(count)),
  ...end(25_000),
];

kind('nobody-answers-602', unreachable, [
  ...phases('nobody-answers-602', 20, 40),
  ...[1, 7].map((count): Variation => [`${count} printers`, silent(count, 602)]),
  ...[600, 612, 503].map((status): Variation => [`${status}`, silent(3, status)]),
  ['no answer at all', silent(3, 'timeout')],
]);

/** A clock that is set is no sleep, after which a silence would start again. */
kind('clock-set-in-an-outage', unreachable, [
  ...phases('clock-set-in-an-outage', 20, 40),
  ...[32_400, 45, -86_400 * 400, 86_400 * 400].map(
    (off): Variation => [
      `by ${off} s`,
      readCase('clock-set-in-an-outage').map((event) => ('clock' in event ? { ...event, clock: off } : event)),
    ],
  ),
  [
    'every five minutes',
    [
      ...readCase('clock-set-in-an-outage'),
      ...[7_300, 7_600, 7_900].map((at, index): TraceEvent => ({ at, clock: 3_600 * (index % 2) })),
    ],
  ],
]);

kind(
  'nobody-answers-602',
  (result) => {
    expect(result.alerts).toEqual([]);
  },
  [
    ['602 about one of two', [...silent(1, 602), ...link(0, 'up', 'Q')]],
    ['for 14 min', [...link(0, 'up', 'P'), { at: 3_600, service: 503 }, { at: 4_400, service: 'ok' }, ...end(9_000)]],
    [
      'a captive portal',
      [...link(0, 'up', 'P', 'Q'), { at: 3_600, service: 'html' }, { at: 9_000, service: 'ok' }, ...end(12_000)],
    ],
    [
      'no network',
      [...link(0, 'up', 'P'), { at: 3_600, network: 'down' }, { at: 9_000, network: 'up' }, ...end(12_000)],
    ],
  ],
  { only: 'variations' },
);

/**
 * After a `Retry-After` there are no requests, but the silence is still shown and reported. Another `Retry-After`
 * before the end extends the wait, and the end is not reported within the trace.
 */
kind(
  'retry-after-an-hour',
  (result) => {
    goesSilent(result);
    expect(newOnes(result).slice(1)).toEqual([]);
    for (const count of Object.values(result.requests.perPrinter)) expect(count).toBeLessThanOrEqual(13);
  },
  [
    ...phases('retry-after-an-hour', 20, 40),
    ...[503, 600].map(
      (service): Variation => [
        `${service}`,
        readCase('retry-after-an-hour').map((event) =>
          'service' in event && event.service !== 'ok' ? { ...event, service } : event,
        ),
      ],
    ),
    [
      'about every printer',
      [
        ...link(0, 'up', 'P', 'Q'),
        ...['P', 'Q'].map((printer): TraceEvent => ({ at: 600, printer, answer: 429, retryAfter: 3_600 })),
        ...answer(4_300, 200, 'P', 'Q'),
        ...end(6_000),
      ],
    ],
  ],
);

/** The end is reported when the wait is over. */
kind(
  'retry-after-an-hour',
  (result) => {
    goesSilent(result);
    const [over, ...more] = newOnes(result).slice(1);
    expect(more).toEqual([]);
    expect(over?.alert).toBe('service-reachable');
    expect(over?.at).toBeGreaterThanOrEqual(4_200);
    expect(over?.at).toBeLessThanOrEqual(4_200 + 200);
  },
  [
    [
      'for one of them',
      [...link(0, 'up', 'P'), { at: 600, service: 429, retryAfter: 3_600 }, { at: 700, service: 'ok' }, ...end(6_000)],
    ],
  ],
  { only: 'variations' },
);

kind(
  'two-kinds-at-once',
  (result) => {
    expect(glanceAt(result, 3_000)?.glance).toBe('reconnect-needed');
    const tooltip = result.tooltips.at(-1) ?? '';
    expect(tooltip).toMatch(/reconnect/i);
    expect(tooltip).toMatch(/disconnected/i);
    expect(tooltip.search(/reconnect/i)).toBeLessThan(tooltip.search(/disconnected/i));
  },
  [
    ...phases('two-kinds-at-once', 25),
    ['muted', [...readCase('two-kinds-at-once'), { at: 700, printer: 'P', user: 'mute' }]],
    ['more of them', [...readCase('two-kinds-at-once'), ...link(0, 'up', 'S', 'T'), ...link(650, 'down', 'S')]],
  ],
);

/** Off on purpose: no problem and no notification until it connects again. */
kind(
  'off-on-purpose',
  (result) => {
    const [off = 0] = moments(result.trace, (event) => 'user' in event);
    const back = moments(result.trace, (event) => 'link' in event && event.link === 'up' && event.printer === 'P').at(
      -1,
    );
    expect(result.alerts.filter(({ at }) => at > off)).toEqual([]);
    for (const line of result.glances.filter(({ at }) => at > off + 5)) expect(line.glance).toBe('online');
    expect(glanceAt(result, off + 5)?.glance).toBe('online');
    expect(statusAt(result, 'P', off + 100)?.status).toBe('off');
    expect(statusAt(result, 'P', (back ?? 0) + 400)?.status).toBe('online');
  },
  [
    ...phases('off-on-purpose', 30),
    ['before it was notified', later(readCase('off-on-purpose'), -240)],
    ['every five minutes', [...poll(300), ...later(readCase('off-on-purpose'), 600)]],
    [
      'with an answer 602 in it',
      [...readCase('off-on-purpose'), ...answer(9_000, 602, 'P'), ...answer(12_000, 200, 'P')],
    ],
  ],
);

/** It survives a restart of the app. */
kind(
  'off-on-purpose',
  (result) => {
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected']);
    expect(statusAt(result, 'P', 20_000)?.status).toBe('off');
  },
  [
    ['started again', [...readCase('off-on-purpose'), { at: 5_000, app: 'quit' }, { at: 5_100, app: 'start' }]],
    ['killed', [...readCase('off-on-purpose'), { at: 5_000, app: 'kill' }, { at: 5_100, app: 'start' }]],
  ],
  { only: 'variations' },
);

/** A printer marked as off while still connected stays off until it has disconnected and connected again. */
kind(
  'marked-off-while-connected',
  (result) => {
    const lost = moments(result.trace, (event) => 'link' in event && event.link === 'down').at(-1);
    expect(newOnes(result).map(({ alert, since }) => [alert, since])).toEqual([['disconnected', lost]]);
    expect(statusAt(result, 'P', 15_000)?.status).toBe('off');
    expect(statusAt(result, 'P', 21_000)?.status).toBe('online');
  },
  [
    ...phases('marked-off-while-connected', 20, 45),
    [
      'killed',
      readCase('marked-off-while-connected').map((event) =>
        'app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event,
      ),
    ],
    [
      'with no times at all',
      readCase('marked-off-while-connected').map((event) =>
        'times' in event && event.times !== null ? { ...event, times: { connected: null, disconnected: null } } : event,
      ),
    ],
    ['every two minutes', [...poll(120), ...readCase('marked-off-while-connected')]],
  ],
);

/** Marked as off while another problem is shown: connected again as soon as it is shown so, whatever times it reports. */
kind(
  'marked-off-while-connected',
  (result) => {
    expect(statusAt(result, 'P', 8_000)?.status).not.toBe('online');
    expect(statusAt(result, 'P', 15_000)?.status).toBe('online');
    expect(newOnes(result).at(-1)).toMatchObject({ alert: 'perks-needed', printers: ['P'] });
    expect(statusAt(result, 'P', 21_000)?.status).toBe('perks-needed');
  },
  [604, 605, 610].map((status) => [
    `while ${status}`,
    [
      ...link(0, 'up', 'P', 'Q', 'R'),
      { at: 0, printer: 'P', times: { connected: null, disconnected: null } },
      ...answer(3_600, status, 'P'),
      { at: 6_000, printer: 'P', user: 'off-on-purpose' },
      ...answer(9_000, 200, 'P'),
      ...answer(20_000, 605, 'P'),
      ...end(22_000),
    ],
  ]),
  { only: 'variations' },
);

/** A printer that is often switched off is not a problem while disconnected; a dead connection is. */
kind(
  'off-on-purpose',
  (result) => {
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['reconnect-needed']);
    for (const line of result.glances.filter(({ at }) => at > 10 && at < 20_000)) expect(line.glance).toBe('online');
  },
  [
    [
      'often off',
      [
        ...link(0, 'up', 'P', 'Q', 'R'),
        { at: 300, printer: 'P', user: 'often-off' },
        ...link(600, 'down', 'P'),
        ...link(9_000, 'up', 'P'),
        ...link(12_000, 'down', 'P'),
        ...answer(20_000, 604, 'P'),
        ...end(30_000),
      ],
    ],
  ],
  { only: 'variations' },
);

function later(trace: readonly TraceEvent[], by: number): readonly TraceEvent[] {
  return trace.map((event) => ('user' in event ? { ...event, at: event.at + by } : event));
}
