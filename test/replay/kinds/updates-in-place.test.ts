import { describe, expect, it } from 'vitest';
import { type ReplayLine, replay } from '../../../src/demo/replay.ts';
import { inOrder, type TraceEvent } from '../../../src/demo/trace.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { isEnd } from '../../../src/domain/alerts/candidates.ts';
import { answer, end, link, poll } from './kind.ts';
import { live, newOnes, type ReplayResult } from './replay-result.ts';

/* What stays on the screen after a notification was updated, and what is said about OctoEverywhere as a whole. */

/** What each notification last said, as `kind: printers`; one may report several things at once. */
function lastSaid({ alerts }: ReplayResult): ReadonlyMap<number, readonly string[]> {
  const last = new Map<number, { readonly at: number; readonly said: readonly string[] }>();
  for (const { alert, at, notification, printers } of alerts) {
    const before = last.get(notification);
    const said = `${alert}: ${printers.join(', ')}`;
    last.set(notification, { at, said: before?.at === at ? [...before.said, said] : [said] });
  }
  return new Map([...last].map(([notification, { said }]) => [notification, said]));
}

describe('A notification that is updated in place', () => {
  it('still names the other printers after the end of one whose limit is used up', async () => {
    const result = await live([
      ...link(0, 'up', 'Voron', 'Ender', 'Mini', 'Prusa'),
      ...link(3_600, 'down', 'Voron'),
      ...link(3_960, 'up', 'Voron'),
      ...link(5_400, 'down', 'Voron', 'Ender', 'Mini'),
      ...link(6_000, 'up', 'Voron'),
      ...end(7_000),
    ]);
    const group = newOnes(result, 'disconnected').at(-1);
    expect(group?.printers).toHaveLength(3);
    expect(lastSaid(result).get(group?.notification ?? 0)).toEqual(['disconnected: Ender, Mini', 'recovered: Voron']);
  });

  it('keeps everything that a summary after quiet hours said', async () => {
    const quietHours = { on: true, days: [{ from: 60, until: 120 }, null, null, null, null, null, null] } as const;
    const result = await live([
      { at: 0, setting: { quietHours } } as TraceEvent,
      ...link(0, 'up', 'Voron', 'Ender', 'Prusa', 'Mini'),
      ...link(4_000, 'down', 'Voron'),
      ...answer(5_000, 604, 'Ender'),
      ...answer(7_250, 604, 'Prusa'),
      ...end(9_000),
    ]);
    const [summary] = newOnes(result);
    expect(lastSaid(result).get(summary?.notification ?? 0)).toEqual([
      'disconnected: Voron',
      'reconnect-needed: Ender',
    ]);
    expect([...lastSaid(result).values()].flat()).toContain('reconnect-needed: Prusa');
  });
});

describe('“OctoEverywhere can’t be reached”', () => {
  it.each([5_400, 5_730, 6_110])('is not said behind a sign-in page, after a timeout at %i s', async (from) => {
    const result = await live([
      ...link(0, 'up', 'P', 'Q'),
      { at: 3_600, service: 'html' },
      { at: from, service: 'timeout' },
      { at: from + 100, service: 'html' },
      ...end(8_000),
    ]);
    expect(result.alerts).toEqual([]);
  });

  it('is said of a silence that follows the sign-in page', async () => {
    const result = await live([
      ...link(0, 'up', 'P', 'Q'),
      { at: 3_600, service: 'html' },
      { at: 5_400, service: 'timeout' },
      ...end(8_000),
    ]);
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['service-unreachable']);
    expect(result.alerts[0]?.since).toBeGreaterThanOrEqual(5_400);
  });

  it.each([
    [60, ['P']],
    [60, ['P', 'Q']],
    [30, ['P', 'Q']],
    [15, ['P']],
  ] as const)('is not said after a single failed check every %i min', async (minutes, printers) => {
    // One of these gaps meets the check.
    for (let from = minutes * 60; from < minutes * 60 + 300; from += 25) {
      const result = await live([
        ...poll(minutes * 60),
        ...link(0, 'up', ...printers),
        { at: from, printer: 'P', answer: 502 },
        { at: from + 55, printer: 'P', answer: 200 },
        ...end(3 * minutes * 60),
      ]);
      expect(result.alerts, `${from}`).toEqual([]);
    }
  });

  it.each([15, 60])('is said after two failed checks, if there is one every %i min', async (minutes) => {
    const result = await live([
      ...poll(minutes * 60),
      ...link(0, 'up', 'P', 'Q'),
      { at: 3_000, service: 502 },
      ...end(3_000 + 2 * minutes * 60),
    ]);
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['service-unreachable']);
  });
});

describe('A printer that is off on purpose again and again', () => {
  it('is not said to keep disconnecting', async () => {
    const result = await live([
      ...link(0, 'up', 'P', 'Q'),
      ...[3_600, 5_100, 6_600].flatMap((at): readonly TraceEvent[] => [
        ...link(at, 'down', 'P'),
        { at: at + 20, printer: 'P', user: 'off-on-purpose' },
        ...link(at + 660, 'up', 'P'),
      ]),
      ...end(12_000),
    ]);
    expect(result.alerts).toEqual([]);
  });
});

describe('A problem that ends in quiet hours', () => {
  const quietHours = { on: true, days: [{ from: 60, until: 180 }, null, null, null, null, null, null] } as const;
  const quiet = { at: 0, setting: { quietHours } } as TraceEvent;

  it.each([
    ['a dead connection', answer(1_700, 604, 'P'), answer(4_000, 200, 'P'), answer(7_600, 604, 'P')],
    ['missing perks', answer(1_700, 605, 'P'), answer(4_000, 200, 'P'), answer(7_600, 605, 'P')],
    ['a lost printer', link(1_700, 'down', 'P'), link(4_000, 'up', 'P'), link(7_600, 'down', 'P')],
  ])('and begins again is reported afterwards: %s', async (_what, begins, ends, again) => {
    const result = await live([quiet, ...link(0, 'up', 'P', 'Q'), ...begins, ...ends, ...again, ...end(13_000)]);
    const [first, second] = newOnes(result);
    expect(newOnes(result)).toHaveLength(2);
    expect(second?.alert).toBe(first?.alert);
    expect(second?.at).toBeGreaterThanOrEqual(10_800);
  });

  it.each([
    ['a dead connection', answer(1_700, 604, 'P'), answer(4_000, 200, 'P')],
    ['missing perks', answer(1_700, 605, 'P'), answer(4_000, 200, 'P')],
    ['a lost printer', link(1_700, 'down', 'P'), link(4_000, 'up', 'P')],
  ])('is no longer on the screen, and its end is reported afterwards: %s', async (_what, begins, ends) => {
    const isOver: boolean[] = [];
    const trace = inOrder([quiet, ...link(0, 'up', 'P', 'Q'), ...begins, ...ends, ...end(13_000)]);
    const lines: ReplayLine[] = [];
    await replay(trace, (line) => lines.push(line), {
      started: () => ({
        notify: () => {},
        closeOver: ({ printers }) =>
          isOver.push(...Object.values(printers['P']?.open ?? {}).map(({ isOver: is }) => is === true)),
      }),
    });
    expect(isOver).toContain(true);
    const kinds = lines.flatMap((line) => ('alert' in line ? [line.alert] : []));
    expect(kinds).toHaveLength(2);
    expect(isEnd(kinds[1] as never)).toBe(true);
  });
});

describe('The end of a problem whose limit is used up', () => {
  const before = [...link(0, 'up', 'P', 'Q', 'R'), ...link(600, 'down', 'P'), ...link(800, 'up', 'P')];

  it('changes its part of the summary after a snooze, and no other', async () => {
    const result = await live([
      ...before,
      { at: 1_000, user: 'snooze', seconds: 3_600 },
      ...link(1_100, 'down', 'P'),
      ...answer(1_100, 604, 'Q'),
      { at: 1_500, user: 'resume' },
      ...link(1_800, 'up', 'P'),
      ...end(4_000),
    ]);
    expect(lastSaid(result).get(3)).toEqual(['reconnect-needed: Q', 'recovered: P']);
    expect(result.alerts.at(-1)?.at).toBeLessThan(1_900);
  });

  it('is news after a snooze in which its notification was closed', async () => {
    const news: (readonly string[])[] = [];
    const trace = inOrder([
      ...before,
      ...link(950, 'down', 'P'),
      { at: 1_200, user: 'snooze', seconds: 3_600 },
      ...link(1_300, 'up', 'P'),
      { at: 1_500, user: 'resume' },
      ...end(4_000),
    ]);
    const notify = (alerts: readonly Alert[]) => news.push(...alerts.map((alert) => [alert.kind, ...alert.news]));
    await replay(trace, () => {}, { started: () => ({ notify, closeOver: () => {} }) });
    expect(news.at(-1)?.[0]).toBe('recovered');
    expect(news.at(-1)).toHaveLength(2);
  });
});

it('one failed check that forbids another for a while is no outage', async () => {
  const result = await live([
    ...poll(3_600),
    ...link(0, 'up', 'P'),
    { at: 3_500, printer: 'P', answer: 503, retryAfter: 300 },
    { at: 3_900, printer: 'P', answer: 200 },
    ...end(9_000),
  ]);
  expect(result.alerts).toEqual([]);
});

describe('“OctoEverywhere can’t be reached” that ends in quiet hours', () => {
  const quietHours = { on: true, days: [{ from: 60, until: 180 }, null, null, null, null, null, null] } as const;
  const before: readonly TraceEvent[] = [
    { at: 0, setting: { quietHours } } as TraceEvent,
    ...link(0, 'up', 'P', 'Q'),
    { at: 1_000, service: 'timeout' },
    { at: 4_000, service: 'ok' },
  ];

  it('is no longer on the screen, and its end is reported afterwards', async () => {
    const kept: boolean[] = [];
    const kinds: string[] = [];
    await replay(
      inOrder([...before, ...end(13_000)]),
      (line) => {
        if ('alert' in line) kinds.push(line.alert);
      },
      {
        started: () => ({
          notify: () => {},
          closeOver: ({ serviceUnreachable }) => {
            if (kinds.length === 1) kept.push(serviceUnreachable);
          },
        }),
      },
    );
    expect(kinds).toEqual(['service-unreachable', 'service-reachable']);
    expect(kept.at(-1)).toBe(false);
  });

  it('and begins again is reported again', async () => {
    const result = await live([...before, { at: 7_600, service: 'timeout' }, ...end(13_000)]);
    expect(newOnes(result).map(({ alert, at }) => [alert, at > 10_800])).toEqual([
      ['service-unreachable', false],
      ['service-unreachable', true],
    ]);
  });
});
