import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { expectNotified } from './expected.ts';
import { answer, end, link } from './kind.ts';
import { recorded } from './replay-result.ts';

/* Problems that users of other programs reported about restarts, sleep, pauses and clocks. Each test names its report. */

const up = link(0, 'up', 'P', 'Q');
const down = link(3_600, 'down', 'P');
const lost = ['disconnected', 'P', 3_690, 3_770, 3_600] as const;

describe('reported by others', () => {
  it('louislam/uptime-kuma#4004: the return within a quiet time is reported after it', async () => {
    const quiet: TraceEvent = { at: 3_900, user: 'snooze', seconds: 3_600 };
    await expectNotified(
      [...up, ...down, quiet, ...link(5_000, 'up', 'P'), ...end(9_000)],
      [lost, ['recovered', 'P', 7_500, 7_575, 5_000]],
    );
  });

  it('louislam/uptime-kuma#7148: a printer known to be disconnected is not reported again after it', async () => {
    const quiet: TraceEvent = { at: 3_900, user: 'snooze', seconds: 3_600 };
    await expectNotified([...up, ...down, quiet, ...end(12_000)], [lost]);
  });

  it('louislam/uptime-kuma#6475: five hours without the app are unknown, not connected', async () => {
    const silent: TraceEvent = { at: 0, printer: 'P', times: { connected: 'missing', disconnected: 'missing' } };
    const lived = await expectNotified(
      [...up, silent, { at: 3_600, app: 'kill' }, { at: 21_600, app: 'start' }, ...end(25_200)],
      [],
    );
    expect(recorded(lived, 'P').unknown).toBeGreaterThanOrEqual(18_000);
    expect(recorded(lived, 'Q').unknown).toBeLessThanOrEqual(65);
  });

  it('louislam/uptime-kuma#258: without a battery the clock falls back at a start, and no time runs backwards', async () => {
    const lived = await expectNotified(
      [
        ...[...up, { at: 7_200, app: 'kill' } as const, { at: 7_300, clock: -86_400 * 200 } as const],
        ...[{ at: 9_000, app: 'start' } as const, { at: 9_060, clock: 0 } as const],
        ...[...link(12_000, 'down', 'P'), ...link(13_000, 'up', 'P'), ...end(16_000)],
      ],
      [
        ['disconnected', 'P', 12_090, 12_170, 12_000],
        ['recovered', 'P', 13_030, 13_110, 13_000],
      ],
    );
    const past = lived.history['P'] ?? [];
    for (const [index, [, from, to]] of past.entries()) {
      expect(from).toBeLessThan(to);
      expect(from).toBe(past[index - 1]?.[2] ?? from);
    }
  });

  it('prometheus/alertmanager#2768: what is over is not reported again, begun or over', async () => {
    const hiccups = [4_700, 4_900, 5_300].flatMap((at): TraceEvent[] => [
      { at, service: 503 },
      { at: at + 60, service: 'ok' },
    ]);
    await expectNotified(
      [
        ...up,
        ...down,
        ...link(4_500, 'up', 'P'),
        ...hiccups,
        { at: 5_600, app: 'quit' },
        { at: 5_610, app: 'start' },
        ...end(9_000),
      ],
      [lost, ['recovered', 'P', 4_530, 4_610, 4_500]],
    );
  });

  it.each<[string, readonly TraceEvent[]]>([
    [
      'home-assistant/core#131961: a restart',
      [
        { at: 4_000, app: 'quit' },
        { at: 4_030, app: 'start' },
      ],
    ],
    [
      'home-assistant/core#175756: a router that restarts',
      [
        { at: 5_100, network: 'down' },
        { at: 5_270, network: 'up' },
      ],
    ],
    [
      'a service that fails for a moment',
      [
        { at: 5_100, service: 503 },
        { at: 5_270, service: 'ok' },
      ],
    ],
  ])('%s within the delay does not prolong it', async (_what, between) => {
    const patient: TraceEvent = { at: 0, setting: { graceSeconds: 1_800 } };
    await expectNotified(
      [patient, ...up, ...down, ...between, ...end(9_000)],
      [['disconnected', 'P', 5_400, 5_600, 3_600]],
    );
  });

  it('netdata/netdata#1296: nothing is reported for having been asleep for days', async () => {
    await expectNotified(
      [...up, { at: 3_600, computer: 'sleep' }, { at: 3_600 + 66_944, computer: 'wake' }, ...end(75_000)],
      [],
    );
  });

  it('netdata/netdata#1296: nor if the clock was wrong and the network late on waking up', async () => {
    await expectNotified(
      [
        ...[
          ...up,
          ...answer(3_500, 200, 'P'),
          { at: 3_600, computer: 'sleep' } as const,
          { at: 5_000, clock: -7_200 } as const,
        ],
        ...[{ at: 5_000, network: 'down' } as const, { at: 70_000, computer: 'wake' } as const],
        ...[{ at: 70_045, network: 'up' } as const, { at: 70_060, clock: 0 } as const, ...end(75_000)],
      ],
      [],
    );
  });
});
