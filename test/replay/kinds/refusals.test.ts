import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, later, link, names, phases, poll, type Variation } from './kind.ts';
import { live, newOnes, notified, type ReplayResult, readCase, statusAt } from './replay-result.ts';

/** A rejection that was a fault of the service is not reported. */
function nothingOfARefusal(result: ReplayResult): void {
  expect(newOnes(result, 'reconnect-needed', 'reconnect-healed')).toEqual([]);
}

/** If the only event is a rejection that was a fault of the service, nothing is reported. */
function nothing(result: ReplayResult): void {
  expect(result.alerts).toEqual([]);
}

/** `count` printers are rejected from 3,600 s on, for `length` s. */
function refused(count: number, length: number, status = 604): readonly TraceEvent[] {
  const printers = names(count);
  return [
    ...link(0, 'up', ...printers),
    ...answer(3_600, status, ...printers),
    ...answer(3_600 + length, 200, ...printers),
    ...end(14_400),
  ];
}

kind('refused-for-92-seconds', nothing, [
  ...phases('refused-for-92-seconds', 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55),
  ...[50, 65, 125, 180, 300, 450, 590].map((length): Variation => [`${length} s`, refused(3, length)]),
  ['two of them', refused(2, 300, 603)],
  ['nine of them', refused(9, 400, 606)],
  ['one alone for 170 s', refused(1, 170)],
  ['one alone for 61 s', refused(1, 61)],
  ['every half minute', [...poll(30), ...refused(3, 300)]],
  ['every five minutes', [...poll(300), ...refused(3, 590)]],
  ['slow answers', [{ at: 0, latency: 2_000 }, ...refused(12, 300)]],
  ['while the clock is set', [...refused(3, 400), { at: 3_700, clock: 5_000 }]],
  ['while the network changes', [...refused(3, 480), { at: 3_700, network: 'down' }, { at: 3_730, network: 'up' }]],
]);

kind('refusal-then-silence', nothingOfARefusal, [
  ...phases('refusal-then-silence', 20, 40),
  ...[503, 600, 'timeout', 'html'].map(
    (service): Variation => [
      `then ${service}`,
      readCase('refusal-then-silence').map((event) =>
        'service' in event && event.service !== 'ok' ? ({ ...event, service } as TraceEvent) : event,
      ),
    ],
  ),
  ['for 45 min', later(readCase('refusal-then-silence'), 1_890, 4_000)],
  [
    'one printer alone',
    readCase('refusal-then-silence').filter((event) => !('printer' in event && event.printer === 'P1')),
  ],
]);

kind('slept-into-a-refusal', nothing, [
  ...phases('slept-into-a-refusal', 13, 37),
  ['a short sleep', later(readCase('slept-into-a-refusal'), -40, 3_800)],
  [
    'asleep when it began',
    [
      ...refused(3, 580).slice(0, -1),
      { at: 3_500, computer: 'sleep' },
      { at: 3_650, computer: 'wake' },
      ...end(14_400),
    ],
  ],
  [
    'sleeping three times',
    [
      ...refused(3, 590).slice(0, -1),
      ...[3_650, 3_800, 3_950].flatMap((at): TraceEvent[] => [
        { at, computer: 'sleep' },
        { at: at + 60, computer: 'wake' },
      ]),
      ...end(14_400),
    ],
  ],
]);

kind('started-into-a-refusal', nothing, [
  ...[60, 125, 400, 590].map(
    (length): Variation => [
      `for ${length} s`,
      [...answer(0, 604, ...names(3)), ...answer(length, 200, ...names(3)), ...end(14_400)],
    ],
  ),
  ['eight of them', [...answer(0, 603, ...names(8)), ...answer(450, 200, ...names(8)), ...end(14_400)]],
  [
    'started again in it',
    [...refused(3, 500).slice(0, -1), { at: 3_650, app: 'quit' }, { at: 3_700, app: 'start' }, ...end(14_400)],
  ],
  [
    'killed and started in it',
    [...refused(3, 500).slice(0, -1), { at: 3_780, app: 'kill' }, { at: 3_785, app: 'start' }, ...end(14_400)],
  ],
]);

/** A proxy's response says nothing about OctoEverywhere: the status stays, and becomes stale after a while. */
kind(
  'proxy-says-400',
  (result) => {
    expect(result.alerts).toEqual([]);
    const [from = 0, to = 0] = result.trace.flatMap((event) =>
      'service' in event || 'answer' in event ? [event.at] : [],
    );
    for (const line of result.statuses) expect(['checking', 'online']).toContain(line.status);
    if (to - from > 200) expect(statusAt(result, 'P', from + 200)?.stale).toBe(true);
    expect(statusAt(result, 'P', to + 600)).toMatchObject({ status: 'online', stale: false });
  },
  [
    ...phases('proxy-says-400', 25, 50),
    ['for five minutes', later(readCase('proxy-says-400'), 200, 650)],
    ...[401, 403, 407, 404].map(
      (status): Variation => [
        `${status}`,
        readCase('proxy-says-400').map((event) =>
          'service' in event && event.service !== 'ok' ? { ...event, service: status } : event,
        ),
      ],
    ),
    ['about one printer', [...link(0, 'up', 'P'), ...answer(600, 400, 'P'), ...answer(1_000, 200, 'P'), ...end(5_000)]],
  ],
);

/** A connection ends right after its printer disconnected: what can no longer be confirmed must not delay what can. */
describe('refused within the grace period of a disconnection', () => {
  it.each([
    ...[940, 950, 960, 975, 990].flatMap((lostAt) => [75, 85, 90].map((after) => [lostAt, after, 604, 200] as const)),
    [960, 90, 606, 5_000] as const,
    [975, 75, 603, 9_000] as const,
  ])('lost at %i s, and %i s later %i', async (lostAt, after, status, latency) => {
    const trace: readonly TraceEvent[] = [
      { at: 0, latency },
      ...link(0, 'up', 'Ender', 'Voron'),
      ...link(lostAt, 'down', 'Voron'),
      ...answer(lostAt + after, status, 'Voron'),
      ...end(4_800),
    ];
    const result = await live(trace);
    const [needed, ...more] = newOnes(result, 'reconnect-needed');
    expect(more).toEqual([]);
    expect(needed?.at).toBeLessThan(lostAt + after + 200);
    expect(result.requests.perPrinter['Voron']).toBeLessThan(23);
  });
});

/** No requests go to a link that becomes unstable at the same time and can't be confirmed: the rejection needs them. */
describe('refused just before it becomes unstable', () => {
  it.each([
    ...[10, 20, 30].map((shift) => [60, 2, shift] as const),
    ...[50, 70, 90, 110].map((shift) => [120, 2, shift] as const),
    ...[80, 100].map((shift) => [120, 12, shift] as const),
    ...[0, 40, 120, 170].map((shift) => [180, 6, shift] as const),
  ])('polled every %i s, %i printers, %i s later', async (every, count, shift) => {
    const lost = 3_600 + shift;
    const refusedAt = lost + 1_185;
    const trace: readonly TraceEvent[] = [
      ...[...poll(every), ...link(0, 'up', ...names(count))],
      ...[...link(lost, 'down', 'P0'), ...link(lost + 307, 'up', 'P0'), ...link(lost + 309, 'down', 'P0')],
      ...[...answer(refusedAt, 604, 'P0'), ...end(9_000)],
    ];
    const [needed, ...more] = newOnes(await live(trace), 'reconnect-needed');
    expect(more).toEqual([]);
    expect(needed?.at).toBeLessThan(refusedAt + 2 * every + 200);
  });
});

/** The system's “offline” is only a hint: a rejection is confirmed all the same. */
describe('refused just before the system reports no network', () => {
  it.each([1, 3].flatMap((count) => [20, 40, 70, 100, 130].map((after) => [count, after] as const)))(
    '%i printers, %i s before',
    async (count, after) => {
      const trace: readonly TraceEvent[] = [
        ...[...link(0, 'up', ...names(count)), ...answer(3_600, 604, ...names(count))],
        ...[{ at: 3_600 + after, networkHint: 'down' } as const, { at: 9_000, networkHint: null } as const],
        ...end(9_500),
      ];
      const lived = await live(trace);
      const [needed, ...more] = newOnes(lived, 'reconnect-needed');
      expect(more).toEqual([]);
      expect(needed?.at).toBeLessThan(3_600 + (count === 1 ? 180 : 600) + 200);
      expect(notified(lived, 'reconnect-needed').at(-1)?.printers).toEqual(names(count));
    },
  );
});

/** Only a printer without perks is still accepted, and it is rarely checked: that shows the service at work all the same. */
describe('refused beside a printer that needs perks', () => {
  it.each([...[605, 610].flatMap((status) => [0, 60, 200, 400].map((apart) => [status, apart] as const))])(
    '%i, the last one %i s after the first',
    async (status, apart) => {
      const trace: readonly TraceEvent[] = [
        ...link(0, 'up', ...names(4)),
        ...answer(1_000, status, 'P3'),
        ...[...answer(3_600, 604, 'P0', 'P1'), ...answer(3_600 + apart, 604, 'P2')],
        ...end(7_000),
      ];
      const lived = await live(trace);
      expect(newOnes(lived, 'reconnect-needed')).toHaveLength(1);
      const last = notified(lived, 'reconnect-needed').at(-1);
      expect(last?.printers).toEqual(['P0', 'P1', 'P2']);
      expect(last?.at).toBeLessThan(3_600 + apart + 330);
    },
  );
});
