import { describe, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { type Expected, expectNotified } from './expected.ts';
import { end, link, names } from './kind.ts';

const up = (count: number) => link(0, 'up', ...names(count));
const twelve = names(12).join(' ');

/** What a user expects of each was written down before it was replayed. */
const computers: readonly (readonly [what: string, trace: readonly TraceEvent[], expected: readonly Expected[]])[] = [
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
    'a tunnel as the only network, which the system calls offline',
    [{ at: 0, networkHint: 'down' }, ...up(2), ...link(3_600, 'down', 'P0'), ...end(7_000)],
    [['disconnected', 'P0', 3_690, 3_830, 3_600]],
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

describe('computers that sleep, end the app or show a wrong time', () => {
  it.each(computers)('%s', async (_what, trace, expected) => {
    await expectNotified(trace, expected);
  });
});
