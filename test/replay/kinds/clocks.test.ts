import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { end, kind, link, phases, poll, type Variation } from './kind.ts';
import { moments, newOnes, notified, type ReplayResult, readCase, recorded } from './replay-result.ts';

const up = link(0, 'up', 'P');
const downAt = ({ trace }: ReplayResult) => moments(trace, (event) => 'link' in event && event.link === 'down')[0] ?? 0;
const unreported: TraceEvent = { at: 0, printer: 'P', times: { connected: null, disconnected: null } };

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
