import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/demo/replay.ts';
import { inOrder, type TraceEvent } from '../../../src/demo/trace.ts';
import { end, link, names } from './kind.ts';
import { live, notified } from './replay-result.ts';

/* A network that keeps coming and going, for the computer as a whole. */

const begin = 600;
const lasting = 7_200;

/** The network is down for `down` of every `up + down` seconds, for two hours. */
function comingAndGoing(up: number, down: number): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let at = begin; at < begin + lasting; at += up + down)
    events.push({ at, network: 'down' }, { at: at + down, network: 'up' });
  return events;
}

/** Returns the longest time that any printer had no response, seconds. */
async function longestWait(printers: readonly string[], events: readonly TraceEvent[]): Promise<number> {
  const last = new Map<string, number>();
  let longest = 0;
  await replay(inOrder([...link(0, 'up', ...printers), ...events, ...end(begin + lasting + 600)]), () => {}, {
    answered: ({ printer, outcome, answeredAt }) => {
      if (outcome.kind !== 'answered') return;
      longest = Math.max(longest, answeredAt / 1_000 - (last.get(printer) ?? 0));
      last.set(printer, answeredAt / 1_000);
    },
  });
  return longest;
}

/** Returns when each printer's requests ended, seconds. */
async function requestTimes(
  printers: readonly string[],
  events: readonly TraceEvent[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  await replay(inOrder([...link(0, 'up', ...printers), ...events, ...end(begin + lasting + 600)]), () => {}, {
    answered: ({ printer, answeredAt }) => {
      times.set(printer, [...(times.get(printer) ?? []), answeredAt / 1_000]);
    },
  });
  return times;
}

describe('On a network that comes and goes, every printer is checked', () => {
  it.each([
    [20, 20],
    [30, 30],
    [40, 40],
    [45, 45],
    [60, 60],
    [40, 60],
    [30, 90],
    [20, 100],
    [40, 20],
    [60, 20],
    [90, 30],
  ])('up for %d s, down for %d s', async (up, down) => {
    for (const count of [1, 2, 5, 20]) {
      const longest = await longestWait(names(count), comingAndGoing(up, down));
      expect(longest, `${count} printers`).toBeLessThanOrEqual(3 * (up + down) + 120);
    }
  });

  it.each([
    [3, 3],
    [5, 5],
    [10, 10],
    [15, 15],
    [8, 12],
    [12, 8],
  ])('so often that it never settles: up for %d s, down for %d s', async (up, down) => {
    // Each check meets the network by chance; twelve in a row that don’t are rare.
    for (const count of [1, 3, 20])
      expect(await longestWait(names(count), comingAndGoing(up, down)), `${count} printers`).toBeLessThanOrEqual(720);
  });

  it.each([
    [3, 3],
    [10, 10],
    [15, 15],
    [30, 30],
    [40, 20],
    [40, 40],
  ])('but never within ten seconds, and hardly more often than usual: up for %d s, down for %d s', async (up, down) => {
    for (const count of [1, 3]) {
      for (const times of (await requestTimes(names(count), comingAndGoing(up, down))).values()) {
        for (const [index, at] of times.entries()) {
          expect(at - (times[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(9.5);
          expect(times.filter((other) => other >= at && other < at + 3_600).length).toBeLessThanOrEqual(75);
        }
      }
    }
  });

  it('and the loss of one is reported within minutes', async () => {
    const lost = [...link(0, 'up', 'V', 'W'), ...link(1_500, 'down', 'W')];
    const { at = 0 } =
      notified(await live([...lost, ...comingAndGoing(40, 40), ...end(8_000)]), 'disconnected')[0] ?? {};
    expect(at).toBeGreaterThanOrEqual(1_590);
    expect(at).toBeLessThanOrEqual(1_590 + 300);
  });
});

it('short wakes without a network, an hour apart, are no network that comes and goes', async () => {
  const wakes = [7_200, 10_800, 14_400].flatMap((at): readonly TraceEvent[] => [
    { at: at - 3_500, network: 'down' },
    { at, computer: 'wake' },
    { at: at + 15, network: 'up' },
    { at: at + 20, computer: 'sleep' },
  ]);
  const opened: readonly TraceEvent[] = [
    { at: 14_500, network: 'down' },
    { at: 18_000, computer: 'wake' },
    { at: 18_015, network: 'up' },
  ];
  const asleep = { at: 3_600, computer: 'sleep' } as const;
  const { glances } = await live([...link(0, 'up', 'V', 'W'), asleep, ...wakes, ...opened, ...end(18_600)]);
  const online = glances.find(({ at, glance }) => at > 18_015 && glance === 'online');
  expect(online?.at).toBeLessThanOrEqual(18_015 + 20);
});
