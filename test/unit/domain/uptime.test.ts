import { describe, expect, it } from 'vitest';
import { record, watched } from '../../../src/domain/record-sighting.ts';
import { bounded, type History, keptFor, mostSpans } from '../../../src/domain/spans.ts';
import { DAY, MINUTE } from '../../../src/domain/time.ts';
import { segments, uptime } from '../../../src/domain/uptime.ts';
import { at, connected, gone, mergeGap, start } from '../../support/domain/sightings.ts';

describe('the kept history', () => {
  it('is 90 days', () => {
    const first = record(watched([]), connected(start - 400 * DAY), start, mergeGap);
    expect(first.history).toEqual([{ state: 'connected', from: start - keptFor, to: start }]);
    const later = record(first, gone(start + 91 * DAY, start - 400 * DAY), start + 92 * DAY, mergeGap);
    expect(bounded(later.history, start + 92 * DAY).map(({ state }) => state)).toEqual(['connected', 'disconnected']);
    const latest = record(later, gone(start + 91 * DAY), start + 300 * DAY, mergeGap);
    expect(bounded(latest.history, start + 300 * DAY)).toHaveLength(1);
  });

  it('is 2,000 spans, the newest', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      state: index % 2 === 0 ? ('connected' as const) : ('disconnected' as const),
      from: start + index * MINUTE,
      to: start + (index + 1) * MINUTE,
    }));
    const kept = bounded(many, start + DAY);
    expect(kept).toHaveLength(mostSpans);
    expect(kept.at(-1)).toEqual(many.at(-1));
  });
});

describe('the summary', () => {
  const history: History = [
    { state: 'connected', from: at(0), to: at(60) },
    { state: 'disconnected', from: at(60), to: at(90) },
    { state: 'connected', from: at(100), to: at(110) },
  ];

  it('fills unknown time', () => {
    expect(segments(history, at(50), at(120)).map(({ state, from, to }) => [state, from, to])).toEqual([
      ['connected', at(50), at(60)],
      ['disconnected', at(60), at(90)],
      ['unknown', at(90), at(100)],
      ['connected', at(100), at(110)],
      ['unknown', at(110), at(120)],
    ]);
  });

  it('counts known time only', () => {
    expect(uptime(history, at(50), at(120))).toMatchObject({
      known: 50 * MINUTE,
      connected: 20 * MINUTE,
      uptimeRatio: 0.4,
    });
    expect(uptime([], at(50), at(120))).toEqual({ uptimeRatio: null, known: 0, connected: 0, outages: [] });
  });
});
