import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { type Expected, expectNotified } from './expected.ts';
import { answer, end, link, names } from './kind.ts';
import { glanceAt, live, mostWithin, newOnes, notified } from './replay-result.ts';

const hour = 3_600;
const every = (hours: { readonly from: number; readonly until: number }): TraceEvent => ({
  at: 0,
  setting: { quietHours: { on: true, days: Array(7).fill(hours) } },
});
const nights = every({ from: 22 * 60, until: 7 * 60 });
const up = (count: number) => link(0, 'up', ...names(count));
const twelve = names(12).join(' ');

/** What a user expects of each was written down before it was replayed. */
const hostile: readonly (readonly [what: string, trace: readonly TraceEvent[], expected: readonly Expected[]])[] = [
  [
    'sleep in the middle of the delay',
    [
      ...up(1),
      ...link(3_600, 'down', 'P0'),
      { at: 3_640, computer: 'sleep' },
      { at: 7_200, computer: 'wake' },
      ...end(9_000),
    ],
    [['disconnected', 'P0', 7_200, 7_230, 3_600]],
  ],
  [
    'lost and found while asleep',
    [
      ...[...up(1), ...link(3_600, 'down', 'P0'), { at: 3_640, computer: 'sleep' } as const],
      ...[...link(5_000, 'up', 'P0'), { at: 7_200, computer: 'wake' } as const, ...end(9_000)],
    ],
    [],
  ],
  [
    'lost again while asleep, after the first loss was reported',
    [
      ...[
        ...up(1),
        ...link(3_600, 'down', 'P0'),
        { at: 4_000, computer: 'sleep' } as const,
        ...link(5_000, 'up', 'P0'),
      ],
      ...[...link(6_000, 'down', 'P0'), { at: 7_200, computer: 'wake' } as const, ...end(9_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_770, 3_600],
      ['disconnected', 'P0', 7_200, 7_240, 6_000],
    ],
  ],
  [
    'killed while the printers of an event are being collected',
    [
      ...[...up(12), ...link(3_600, 'down', ...names(12)), { at: 3_692, app: 'kill' } as const],
      ...[{ at: 3_720, app: 'start' } as const, ...end(6_000)],
    ],
    [['disconnected', twelve, 3_720, 3_820, 3_600]],
  ],
  [
    'killed seconds after a notification',
    [
      ...[
        ...up(1),
        ...link(3_600, 'down', 'P0'),
        { at: 3_770, app: 'kill' } as const,
        { at: 3_800, app: 'start' } as const,
      ],
      ...[...link(5_000, 'up', 'P0'), ...end(6_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_769, 3_600],
      ['recovered', 'P0', 5_030, 5_110, 5_000],
    ],
  ],
  [
    'a start without a network and with a clock at 1970, which is set right later',
    [
      ...[{ at: 0, clock: -1_767_571_200 } as const, ...up(1), { at: 0, network: 'down' } as const],
      ...[
        ...link(60, 'down', 'P0'),
        { at: 120, network: 'up' } as const,
        { at: 130, clock: 0 } as const,
        ...end(2_000),
      ],
    ],
    [['disconnected', 'P0', 150, 260, 60]],
  ],
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
    'a wave of refusals, of which one was meant',
    [...up(3), ...answer(3_600, 604, ...names(3)), ...answer(4_080, 200, 'P0', 'P1'), ...end(9_000)],
    [['reconnect-needed', 'P2', 4_080, 4_500]],
  ],
  [
    'one refusal in three numbers',
    [...up(2), ...answer(3_600, 603, 'P0'), ...answer(3_680, 606, 'P0'), ...answer(5_000, 604, 'P0'), ...end(12_000)],
    [['reconnect-needed', 'P0', 3_660, 3_820]],
  ],
  [
    'perks that lapse within a reported outage and return after it',
    [
      ...[...up(2), ...link(3_600, 'down', 'P0'), ...answer(3_900, 605, 'P0'), ...link(5_000, 'up', 'P0')],
      ...[...answer(5_400, 200, 'P0'), ...end(9_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_770, 3_600],
      ['perks-needed', 'P0', 3_960, 4_110],
      ['recovered', 'P0', 5_400, 6_100],
      ['perks-restored', 'P0', 5_400, 6_100],
    ],
  ],
  [
    'a sign-in page after waking up, behind which a printer is lost',
    [
      ...[...up(2), { at: 3_600, computer: 'sleep' } as const, { at: 7_200, computer: 'wake' } as const],
      ...[
        { at: 7_200, service: 'html' } as const,
        ...link(8_000, 'down', 'P0'),
        { at: 9_000, service: 'ok' } as const,
        ...end(12_000),
      ],
    ],
    [['disconnected', 'P0', 9_000, 9_700, 8_000]],
  ],
  [
    'no name, then a number for a name',
    [
      ...[...up(1), { at: 3_500, printer: 'P0', name: null } as const, ...link(3_600, 'down', 'P0')],
      ...[{ at: 4_000, printer: 'P0', name: 17 } as const, ...link(5_000, 'up', 'P0'), ...end(7_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_770, 3_600],
      ['recovered', 'P0', 5_030, 5_110, 5_000],
    ],
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
    'reconnected by the user after a refusal',
    [
      ...[...up(2), ...answer(3_600, 604, 'P0'), { at: 5_000, printer: 'P0', user: 'remove' } as const],
      ...[...answer(5_001, 200, 'P0'), { at: 5_010, printer: 'P0', user: 'add' } as const, ...end(9_000)],
    ],
    [['reconnect-needed', 'P0', 3_660, 3_820]],
  ],
  [
    'asked to wait an hour about one printer, which is lost meanwhile',
    [
      ...[...up(2), { at: 3_600, printer: 'P0', answer: 429, retryAfter: 3_600 } as const],
      ...[...link(3_700, 'down', 'P0'), ...answer(3_720, 200, 'P0'), ...end(9_000)],
    ],
    [['disconnected', 'P0', 7_200, 7_350, 3_700]],
  ],
  [
    'responses that take 14 s',
    [
      { at: 0, latency: 14_000 },
      ...up(8),
      ...link(3_600, 'down', ...names(8)),
      ...link(5_400, 'up', ...names(8)),
      ...end(8_000),
    ],
    [
      ['disconnected', 'P2 P7', 3_690, 3_900, 3_600],
      ['recovered', 'P0 P1 P2 P3 P5 P6 P7', 5_430, 5_640, 5_400],
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
    'a tunnel as the only network, which the system calls offline',
    [{ at: 0, networkHint: 'down' }, ...up(2), ...link(3_600, 'down', 'P0'), ...end(7_000)],
    [['disconnected', 'P0', 3_690, 3_830, 3_600]],
  ],
  [
    '601 for everything for 40 s',
    [...up(5), { at: 3_600, service: 601 }, { at: 3_640, service: 'ok' }, ...end(7_000)],
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
    'a server that knows no times',
    [
      ...[...up(1), { at: 0, printer: 'P0', times: { connected: 'zero', disconnected: 'zero' } } as const],
      ...[...link(3_600, 'down', 'P0'), ...link(5_000, 'up', 'P0'), ...end(7_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_830],
      ['recovered', 'P0', 5_030, 5_170],
    ],
  ],
  [
    'a clock that jumps by half a day every minute',
    [
      ...[
        ...up(2),
        ...Array.from(
          { length: 200 },
          (_, index): TraceEvent => ({ at: 600 + 60 * index, clock: 46_800 * (index % 3) }),
        ),
      ],
      ...[...link(3_600, 'down', 'P0'), ...link(9_000, 'up', 'P0'), ...end(14_000)],
    ],
    [
      ['disconnected', 'P0', 3_690, 3_790, 3_600],
      ['recovered', 'P0', 9_030, 9_130, 9_000],
    ],
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
  [
    'asleep through an outage of the service that goes on',
    [
      ...[...up(2), { at: 3_600, service: 'timeout' } as const, { at: 4_200, computer: 'sleep' } as const],
      ...[{ at: 7_800, computer: 'wake' } as const, { at: 10_000, service: 'ok' } as const, ...end(14_000)],
    ],
    [
      ['service-unreachable', '', 7_800 + 840, 7_800 + 1_010],
      ['service-reachable', '', 10_000, 10_660],
    ],
  ],
];

describe('hostile input', () => {
  it.each(hostile)('%s', async (_what, trace, expected) => {
    await expectNotified(trace, expected);
  });

  it('reports a power cut beside a printer that drops all the time', async () => {
    const cut = names(6).slice(1);
    const drops = Array.from({ length: 180 }, (_, index) =>
      link(600 + 40 * index, index % 2 === 0 ? 'down' : 'up', 'P0'),
    );
    const trace = [
      ...up(6),
      ...drops.flat(),
      ...link(5_400, 'down', ...cut),
      ...link(6_600, 'up', ...cut),
      ...end(12_000),
    ];
    const lived = await live(trace);
    for (const kind of ['disconnected', 'recovered']) {
      expect(
        newOnes(lived, kind).filter(({ printers }) => printers.includes('P3')),
        kind,
      ).toHaveLength(1);
    }
    expect(
      mostWithin(
        newOnes(lived).filter(({ printers }) => printers.includes('P0')),
        hour,
      ),
    ).toBeLessThanOrEqual(4);
    expect(notified(lived, 'unstable')[0]?.printers).toEqual(['P0']);
  });

  it('turns grey behind a sign-in page, and green again after it', async () => {
    const lived = await expectNotified(
      [...up(2), { at: 3_600, service: 'html' }, { at: 6_000, service: 'ok' }, ...end(9_000)],
      [],
    );
    expect(glanceAt(lived, 5_000)?.glance).toBe('unknown');
    expect(glanceAt(lived, 6_700)?.glance).toBe('online');
  });
});
