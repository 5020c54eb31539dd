import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/demo/replay.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { answer, end, link, names, poll } from './kind.ts';
import { live, mostWithin, newOnes, notified } from './replay-result.ts';

const DAY = 86_400;
const fourHours = 14_400;

/** A change of P every so many seconds, which lasts for `lasting` seconds. */
function again(every: number, lasting: number, times: number, begin: Change, over: Change): readonly TraceEvent[] {
  const start = [...link(0, 'up', 'P', 'Q')];
  const at = Array.from({ length: times }, (_, index) => (index + 1) * every);
  return [...start, ...at.flatMap((moment) => [...begin(moment), ...over(moment + lasting)])];
}

type Change = (at: number) => readonly TraceEvent[];
const down: Change = (at) => link(at, 'down', 'P');
const up: Change = (at) => link(at, 'up', 'P');
const answered =
  (status: number): Change =>
  (at) =>
    answer(at, status, 'P');

describe('What keeps happening, but seldom, for longer than a day', () => {
  it.each([
    ['a printer that is lost every 50 min', again(3_000, 300, 30, down, up), 'disconnected', 3_000],
    ['a printer that is lost every 70 min', again(4_200, 300, 24, down, up), 'disconnected', 4_200],
    ['perks that come and go', again(7_200, 3_600, 16, answered(605), answered(200)), 'perks-needed', 7_200],
  ] as const)('is reported within the limits, and at least every four hours: %s', async (_what, trace, kind, every) => {
    const result = await live([...trace, ...end(115_200)]);
    expect(mostWithin(newOnes(result), DAY)).toBeLessThanOrEqual(12);
    const moments = notified(result, kind).map(({ at }) => at);
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(fourHours + every + 300);
  });

  it.each([
    ['lost', again(3_000, 300, 8, down, up), down(27_000), 'disconnected'],
    ['rejected', again(10_800, 7_200, 6, answered(604), answered(200)), answered(604)(75_600), 'reconnect-needed'],
  ] as const)('does not hide that the printer is %s for good', async (_how, trace, forGood, kind) => {
    const result = await live([...trace, ...forGood, ...end(120_000)]);
    const from = forGood[0]?.at ?? 0;
    const reported = notified(result, kind).find(({ at }) => at > from);
    expect(reported?.at).toBeLessThanOrEqual(from + fourHours);
  });
});

describe('A printer that is down for a third of an hour', () => {
  it('is unstable if the first of two drops began before that hour', async () => {
    const trace = [...link(0, 'up', 'P', 'Q'), ...link(3_600, 'down', 'P'), ...link(4_920, 'up', 'P')];
    const second = [...link(7_320, 'down', 'P'), ...link(8_640, 'up', 'P'), ...end(12_000)];
    const result = await live([...trace, ...second]);
    const [unstable] = notified(result, 'unstable');
    expect(unstable?.at).toBeGreaterThanOrEqual(7_320);
    expect(unstable?.at).toBeLessThanOrEqual(7_900);
  });

  it('is not if it was a single drop', async () => {
    const trace = [...link(0, 'up', 'P', 'Q'), ...link(3_600, 'down', 'P'), ...link(6_000, 'up', 'P'), ...end(12_000)];
    expect(notified(await live(trace), 'unstable')).toEqual([]);
  });
});

describe('With a check every hour', () => {
  const failing = (from: number, to: number) => [...answer(from, 503, 'P', 'Q'), ...answer(to, 200, 'P', 'Q')];

  it('a fault of some minutes is not reported, whoever it met', async () => {
    const trace = [...poll(3_600), ...link(0, 'up', 'P', 'Q'), ...failing(10_000, 14_300), ...end(20_000)];
    const [first = 0] = notified(await live(trace), 'service-unreachable').map(({ at }) => at);
    // The first check within it fails at 10,800 at the earliest.
    expect(first === 0 || first >= 10_800 + 900).toBe(true);
    for (let from = 10_000; from < 14_000; from += 500) {
      const short = [...poll(3_600), ...link(0, 'up', 'P', 'Q'), ...failing(from, from + 150), ...end(20_000)];
      expect(notified(await live(short), 'service-unreachable')).toEqual([]);
    }
  });

  it('a lasting one is', async () => {
    const trace = [...poll(3_600), ...link(0, 'up', 'P', 'Q'), ...failing(10_000, 30_000), ...end(40_000)];
    const [reported] = notified(await live(trace), 'service-unreachable');
    expect(reported?.at).toBeLessThanOrEqual(10_000 + 3_900 + 900 + 60);
  });
});

describe('Printers that are back after a common loss', () => {
  it('are not counted among those that are still missing if one had used up its notifications', async () => {
    const all = names(5);
    const spent = [...link(3_000, 'down', 'P2'), ...link(3_200, 'up', 'P2'), ...answer(3_600, 605, 'P2')];
    const cut = [...link(4_500, 'down', ...all), ...link(5_400, 'up', ...all), ...end(9_000)];
    const shown: Alert[] = [];
    const onlooker = {
      started: () => ({ notify: (alerts: readonly Alert[]) => shown.push(...alerts), closeOver: () => {} }),
    };
    await replay([...link(0, 'up', ...all), ...spent, ...answer(3_800, 200, 'P2'), ...cut], () => {}, onlooker);
    const last = shown.findLast(({ kind }) => kind === 'recovered');
    expect([last?.printers.length, last?.total]).toEqual([4, 4]);
  });
});
