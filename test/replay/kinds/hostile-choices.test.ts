import { describe, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { type Expected, expectNotified } from './expected.ts';
import { answer, end, link, names } from './kind.ts';

const hour = 3_600;
const every = (hours: { readonly from: number; readonly until: number }): TraceEvent => ({
  at: 0,
  setting: { quietHours: { on: true, days: Array(7).fill(hours) } },
});
const nights = every({ from: 22 * 60, until: 7 * 60 });
const up = (count: number) => link(0, 'up', ...names(count));

/** What a user expects of each was written down before it was replayed. */
const choices: readonly (readonly [what: string, trace: readonly TraceEvent[], expected: readonly Expected[]])[] = [
  [
    'a flight to Tokyo, where it is still night',
    [
      nights,
      ...up(1),
      { at: 20 * hour, timezone: 'Asia/Tokyo' },
      ...link(20 * hour + 600, 'down', 'P0'),
      ...end(24 * hour),
    ],
    [['disconnected', 'P0', 22 * hour, 22 * hour + 75, 20 * hour + 600]],
  ],
  [
    'a flight to New York, where the evening has not begun',
    [
      ...[nights, ...up(1), { at: 21.5 * hour, timezone: 'America/New_York' } as const],
      ...[...link(22.5 * hour, 'down', 'P0'), ...end(24 * hour)],
    ],
    [['disconnected', 'P0', 22.5 * hour + 90, 22.5 * hour + 170, 22.5 * hour]],
  ],
  [
    'muted before it is lost, unmuted an hour later',
    [
      ...[...up(1), { at: 3_500, printer: 'P0', user: 'mute' } as const, ...link(3_600, 'down', 'P0')],
      ...[{ at: 7_200, printer: 'P0', user: 'unmute' } as const, ...link(9_000, 'up', 'P0'), ...end(12_000)],
    ],
    [
      ['disconnected', 'P0', 7_200, 7_275, 3_600],
      ['recovered', 'P0', 9_030, 9_110, 9_000],
    ],
  ],
  [
    'lost together, one of them muted for a while, and found some minutes apart',
    [
      ...[...up(2), { at: 3_500, printer: 'P0', user: 'mute' } as const, ...link(3_600, 'down', 'P0', 'P1')],
      ...[
        { at: 7_200, printer: 'P0', user: 'unmute' } as const,
        ...link(9_000, 'up', 'P1'),
        ...link(9_250, 'up', 'P0'),
      ],
      ...end(12_000),
    ],
    [
      ['disconnected', 'P1', 3_690, 3_770, 3_600],
      ['disconnected', 'P0', 7_200, 7_275, 3_600],
      ['recovered', 'P1', 9_030, 9_110, 9_000],
    ],
  ],
  [
    'lost and found within quiet hours',
    [
      every({ from: 0, until: 300 }),
      ...up(3),
      ...link(3_600, 'down', ...names(3)),
      ...link(9_000, 'up', ...names(3)),
      ...end(20_000),
    ],
    [],
  ],
  [
    'an outage of the service that ends before a snooze does',
    [
      ...[...up(2), { at: 3_600, service: 503 } as const, { at: 3_700, user: 'snooze', seconds: 7_200 } as const],
      ...[{ at: 9_000, service: 'ok' } as const, ...end(14_000)],
    ],
    [],
  ],
  [
    'often switched off, then dead',
    [
      ...[...up(2), { at: 60, printer: 'P0', user: 'often-off' } as const, ...link(3_600, 'down', 'P0')],
      ...[...answer(7_200, 604, 'P0'), ...end(12_000)],
    ],
    [['reconnect-needed', 'P0', 7_260, 7_420]],
  ],
  [
    'no delay wanted',
    [
      { at: 0, setting: { graceSeconds: 0 } },
      ...up(1),
      ...link(3_600, 'down', 'P0'),
      ...link(5_000, 'up', 'P0'),
      ...end(7_000),
    ],
    [
      ['disconnected', 'P0', 3_600, 3_680, 3_600],
      ['recovered', 'P0', 5_030, 5_110, 5_000],
    ],
  ],
  [
    'an hour between polls, changed to a minute after the return',
    [
      ...[...up(1), ...link(3_600, 'down', 'P0'), { at: 4_000, setting: { pollSeconds: 3_600 } } as const],
      ...[...link(5_000, 'up', 'P0'), { at: 5_100, setting: { pollSeconds: 60 } } as const, ...end(7_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_770, 3_600],
      ['recovered', 'P0', 5_100, 5_180, 5_000],
    ],
  ],
];

describe('choices of the user that meet an outage', () => {
  it.each(choices)('%s', async (_what, trace, expected) => {
    await expectNotified(trace, expected);
  });
});
