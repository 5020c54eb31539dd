import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { type Expected, expectNotified } from './expected.ts';
import { answer, end, link, names } from './kind.ts';
import { glanceAt, live, mostWithin, newOnes, notified } from './replay-result.ts';

const hour = 3_600;
const up = (count: number) => link(0, 'up', ...names(count));

/** What a user expects of each was written down before it was replayed. */
const services: readonly (readonly [what: string, trace: readonly TraceEvent[], expected: readonly Expected[]])[] = [
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
    '601 for everything for 40 s',
    [...up(5), { at: 3_600, service: 601 }, { at: 3_640, service: 'ok' }, ...end(7_000)],
    [],
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
    'asks to wait an hour while the system, just awake, reports no network, and stays away',
    [
      ...[...up(3), { at: 3_500, computer: 'sleep' } as const, { at: 3_600, service: 502, retryAfter: 3_600 } as const],
      ...[{ at: 3_700, networkHint: 'down' } as const, { at: 4_000, computer: 'wake' } as const],
      ...[{ at: 6_000, networkHint: null } as const, { at: 9_000, service: 'ok' } as const, ...end(14_000)],
    ],
    [
      ['service-unreachable', '', 6_000 + 890, 6_000 + 1_000],
      ['service-reachable', '', 9_000, 12_700],
    ],
  ],
];

describe('services and networks that misbehave', () => {
  it.each(services)('%s', async (_what, trace, expected) => {
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
