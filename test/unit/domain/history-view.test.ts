import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyViewOf, periodOf, rangeLengths } from '../../../src/domain/history-view.ts';
import type { History } from '../../../src/domain/spans.ts';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time.ts';

const now = Date.UTC(2026, 5, 15, 12);
const mergeGap = 3 * MINUTE;
const hourOf = (at: number) => new Date(at).getUTCHours();
const ago = (hours: number) => now - hours * HOUR;

describe('A period of the history', () => {
  it('counts outages, their duration and their share of the known time', () => {
    const history: History = [
      { state: 'connected', from: ago(10), to: ago(6) },
      { state: 'disconnected', from: ago(6), to: ago(5) },
      { state: 'connected', from: ago(5), to: ago(2) },
      { state: 'disconnected', from: ago(2), to: ago(1.5) },
    ];
    const { uptimeRatio, outages } = periodOf(history, now, DAY, mergeGap);
    expect(uptimeRatio).toBeCloseTo(7 / 8.5);
    expect(outages).toEqual({ count: 2, total: 1.5 * HOUR, longest: HOUR });
  });

  it('is unknown for a printer that was never polled', () => {
    expect(periodOf([], now, DAY, mergeGap)).toEqual({
      from: now - DAY,
      to: now,
      segments: [{ state: 'unknown', from: now - DAY, to: now }],
      uptimeRatio: null,
      outages: { count: 0, total: 0, longest: 0 },
    });
  });

  it('continues the current status until now, but not beyond the merge gap', () => {
    const seen = (minutes: number): History => [{ state: 'connected', from: ago(3), to: now - minutes * MINUTE }];
    expect(periodOf(seen(2), now, HOUR, mergeGap).segments).toEqual([{ state: 'connected', from: ago(1), to: now }]);
    expect(periodOf(seen(4), now, HOUR, mergeGap).segments.at(-1)?.state).toBe('unknown');
  });

  it('counts an outage in the hour in which it began, and not if that was before the period', () => {
    const history: History = [
      { state: 'disconnected', from: ago(24.5), to: ago(23.5) },
      { state: 'connected', from: ago(23.5), to: ago(9) },
      { state: 'disconnected', from: ago(9), to: ago(8) },
    ];
    const { periods, knownSince } = historyViewOf(history, now, mergeGap, hourOf);
    expect(knownSince).toBe(ago(24.5));
    expect(periods.day.outages.count).toBe(2);
    expect(periods.day.byHour.map((count, hour) => [hour, count]).filter(([, count]) => count !== 0)).toEqual([[3, 1]]);
    expect(periods.week.byHour[11]).toBe(1);
  });

  it('adds up for any history', () => {
    const histories = fc
      .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 5_000 })), {
        maxLength: 60,
      })
      .map((steps) => {
        let at = now - 31 * DAY;
        return steps.flatMap(([connected, gap, length]): History => {
          const from = at + gap * MINUTE;
          at = from + length * MINUTE;
          return at > now ? [] : [{ state: connected ? 'connected' : 'disconnected', from, to: at }];
        });
      });
    fc.assert(
      fc.property(histories, (history) => {
        const { periods } = historyViewOf(history, now, mergeGap, hourOf);
        for (const range of ['day', 'week', 'month'] as const) {
          const { from, to, segments, uptimeRatio, outages, byHour } = periods[range];
          expect(to - from).toBe(rangeLengths[range]);
          const lengthOf = (state: string) =>
            segments.filter((one) => one.state === state).reduce((sum, one) => sum + one.to - one.from, 0);
          expect(lengthOf('connected') + lengthOf('disconnected') + lengthOf('unknown')).toBe(to - from);
          expect(segments.every((one, index) => one.from === (index === 0 ? from : segments[index - 1]?.to))).toBe(
            true,
          );
          expect(outages.total).toBe(lengthOf('disconnected'));
          expect(outages.longest).toBeLessThanOrEqual(outages.total);
          const known = lengthOf('connected') + lengthOf('disconnected');
          if (known === 0) expect(uptimeRatio).toBeNull();
          else expect(uptimeRatio).toBeCloseTo(lengthOf('connected') / known);
          expect(byHour).toHaveLength(24);
          expect(byHour.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(outages.count);
        }
        expect(periods.day.outages.count).toBeLessThanOrEqual(periods.week.outages.count);
        expect(periods.week.outages.count).toBeLessThanOrEqual(periods.month.outages.count);
      }),
    );
  });
});
