import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, type Sighting, type Watched, watched } from '../../../src/domain/record-sighting.ts';
import { bounded, type History, keptFor, mostSpans } from '../../../src/domain/spans.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/time.ts';
import { segments, uptime } from '../../../src/domain/uptime.ts';

const start = Date.UTC(2026, 5, 1);
const mergeGap = 3 * MINUTE;

const connected = (lastConnectedAt: number | null, lastDisconnectedAt: number | null = null): Sighting => ({
  connected: true,
  lastConnectedAt,
  lastDisconnectedAt,
});
const gone = (lastDisconnectedAt: number | null, lastConnectedAt: number | null = null): Sighting => ({
  connected: false,
  lastConnectedAt,
  lastDisconnectedAt,
});

/** Records sightings in order; readable as [state, from, to] in minutes from the start. */
function lived(...sightings: readonly (readonly [at: number, sighting: Sighting])[]) {
  const { history } = sightings.reduce<Watched>(
    (known, [at, sighting]) => record(known, sighting, start + at * MINUTE, mergeGap),
    watched([]),
  );
  return history.map(({ state, from, to }) => [state, (from - start) / MINUTE, (to - start) / MINUTE]);
}

const at = (minutes: number) => start + minutes * MINUTE;

describe('what an answer adds to the history', () => {
  it('reaches back to what OctoEverywhere tells, so that a new install knows something', () => {
    expect(lived([0, connected(at(-300), at(-310))])).toEqual([
      ['disconnected', -310, -300],
      ['connected', -300, 0],
    ]);
    expect(lived([0, gone(at(-5), at(-100))])).toEqual([
      ['connected', -100, -5],
      ['disconnected', -5, 0],
    ]);
  });

  it('keeps what was seen from being overwritten by a time that is claimed later', () => {
    const yearsAgo = at(-500 * 24 * 60);
    expect(lived([0, connected(at(-10))], [1, connected(at(-10))], [2, connected(at(1.5), yearsAgo)])).toEqual([
      ['connected', -10, 1],
      ['disconnected', 1, 1.5],
      ['connected', 1.5, 2],
    ]);
  });

  it('remembers how patient it was when a state was seen', () => {
    const moments = [0, 2, 4, 6];
    const patient = moments.reduce<Watched>(
      (known, minutes) => record(known, connected(null), at(minutes), mergeGap),
      watched([]),
    );
    const { history } = record(patient, gone(at(60), at(50)), at(61), MINUTE);
    expect(history[0]).toEqual({ state: 'connected', from: at(0), to: at(6) });
  });

  it('prolongs a state that lasts', () => {
    expect(lived([0, connected(at(-10))], [1, connected(at(-10))], [2, connected(at(-10))])).toEqual([
      ['connected', -10, 2],
    ]);
  });

  it('reveals a blip between two polls', () => {
    expect(lived([0, connected(at(-10))], [1, connected(at(0.6), at(0.3))])).toEqual([
      ['connected', -10, 0.3],
      ['disconnected', 0.3, 0.6],
      ['connected', 0.6, 1],
    ]);
  });

  it('tells an outage while the app was off, and leaves open what nobody can tell', () => {
    expect(lived([0, connected(at(-10))], [600, connected(at(500), at(400))])).toEqual([
      ['connected', -10, 0],
      ['disconnected', 400, 500],
      ['connected', 500, 600],
    ]);
  });

  it('knows that nothing happened while the app was off', () => {
    expect(lived([0, connected(at(-10))], [600, connected(at(-10))])).toEqual([['connected', -10, 600]]);
  });

  it('does without times: a state lasts between answers that are close, nothing is said of the rest', () => {
    expect(lived([0, gone(null)], [1, gone(null)], [2, gone(null)])).toEqual([['disconnected', 0, 2]]);
    expect(lived([0, gone(null)], [1, gone(null)], [60, gone(null)])).toEqual([
      ['disconnected', 0, 1],
      ['disconnected', 60, 60],
    ]);
    expect(lived([0, connected(null)], [1, gone(null)], [2, gone(null)])).toEqual([['disconnected', 1, 2]]);
    expect(lived([0, connected(null)], [1, connected(null)], [2, gone(null)], [3, gone(null)])).toEqual([
      ['connected', 0, 1],
      ['disconnected', 2, 3],
    ]);
  });

  it.each([
    ['in the future', connected(at(30))],
    ['in the wrong order', connected(at(-30), at(-20))],
  ])('does without times that are %s', (_why, sighting) => {
    expect(lived([0, sighting], [1, connected(null)])).toEqual([['connected', 0, 1]]);
  });

  it('does not undo what was seen when the clocks differ', () => {
    expect(lived([0, connected(at(-10))], [1, connected(at(0.5), at(-0.5))])).toEqual([
      ['connected', -10, 0],
      ['disconnected', 0, 0.5],
      ['connected', 0.5, 1],
    ]);
  });

  it('drops what a clock that was ahead had put into the future', () => {
    const year = 365 * 24 * 60;
    expect(lived([0, connected(at(-10))], [year, connected(null)], [1, connected(at(-10))])).toEqual([
      ['connected', -10, 1],
    ]);
  });
});

describe('what was only inferred', () => {
  const silent = (isConnected: boolean): Sighting => ({
    connected: isConnected,
    lastConnectedAt: null,
    lastDisconnectedAt: null,
  });

  it('is replaced by a later exact time', () => {
    // Two answers without times say "gone"; the third tells that it was back in between.
    expect(lived([0, connected(at(-10))], [2, silent(false)], [4, silent(false)], [6, gone(at(3.5), at(2.5))])).toEqual(
      [
        ['connected', -10, 0],
        ['disconnected', 2, 2.5],
        ['connected', 2.5, 3.5],
        ['disconnected', 3.5, 6],
      ],
    );
  });

  it('is kept where it does not contradict', () => {
    expect(lived([0, connected(at(-10))], [2, silent(false)], [4, silent(false)], [6, gone(at(1), at(-10))])).toEqual([
      ['connected', -10, 1],
      ['disconnected', 1, 6],
    ]);
  });

  it('gives way to nothing that contradicts a sighting', () => {
    const sightings = [
      [0, connected(at(-10))],
      [2, silent(false)],
      [4, silent(false)],
      [5, connected(at(4.5), at(-5))],
    ];
    expect(lived(...(sightings as [number, Sighting][]))).toEqual([
      ['connected', -10, 0],
      ['disconnected', 2, 4.5],
      ['connected', 4.5, 5],
    ]);
  });

  it('is not cut by a clock that may be wrong', () => {
    const before = record(watched([]), connected(start - HOUR), start, mergeGap);
    expect(record(before, silent(false), start - 5 * HOUR, mergeGap, false)).toBe(before);
    expect(record(before, silent(false), start - 5 * HOUR, mergeGap, true).history).not.toEqual(before.history);
  });
});

describe('how much is kept', () => {
  it('is 90 days', () => {
    const first = record(watched([]), connected(start - 400 * DAY), start, mergeGap);
    expect(first.history).toEqual([{ state: 'connected', from: start - keptFor, to: start }]);
    const later = record(first, gone(start + 91 * DAY, start - 400 * DAY), start + 92 * DAY, mergeGap);
    expect(later.history.map(({ state }) => state)).toEqual(['connected', 'disconnected']);
    expect(record(later, gone(start + 91 * DAY), start + 300 * DAY, mergeGap).history).toHaveLength(1);
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

describe('summing up', () => {
  const history: History = [
    { state: 'connected', from: at(0), to: at(60) },
    { state: 'disconnected', from: at(60), to: at(90) },
    { state: 'connected', from: at(100), to: at(110) },
  ];

  it('fills what nobody can tell', () => {
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

describe('over any life', () => {
  /** The truth: moments at which the link changes, beginning connected. */
  const life = fc.array(fc.integer({ min: 1, max: 6 * HOUR }), { minLength: 1, maxLength: 60 }).map((pauses) => {
    let now = start;
    return pauses.map((pause) => {
      now += pause;
      return now;
    });
  });
  const polls = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 30 * SECOND, max: 70 * SECOND }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 * HOUR }) },
    ),
    { minLength: 1, maxLength: 200 },
  );

  function truthAt(changes: readonly number[], moment: number) {
    const past = changes.filter((change) => change <= moment);
    return { isConnected: past.length % 2 === 0, changed: past.at(-1) ?? null, before: past.at(-2) ?? null };
  }

  it('is in order, without overlap, never in the future, and true wherever it says anything', () => {
    fc.assert(
      fc.property(life, polls, (changes, pauses) => {
        let now = start;
        let known = watched([]);
        for (const pause of pauses) {
          now += pause;
          const { isConnected, changed, before } = truthAt(changes, now);
          const sighting = isConnected ? connected(changed, before) : gone(changed, before);
          known = record(known, sighting, now, mergeGap);
        }
        const { history } = known;
        for (const [index, span] of history.entries()) {
          expect(span.to).toBeGreaterThanOrEqual(span.from);
          expect(span.to).toBeLessThanOrEqual(now);
          const next = history[index + 1];
          if (next !== undefined) expect(next.from).toBeGreaterThanOrEqual(span.to);
          if (next?.from === span.to) expect(next.state).not.toBe(span.state);
          for (const moment of [span.from, (span.from + span.to) / 2, span.to - 1]) {
            if (moment < span.from || moment >= span.to) continue;
            const wasConnected = truthAt(changes, moment).isConnected;
            const told = span.state === 'connected';
            // Of two drops between two answers OctoEverywhere tells the last one only.
            const hidden = changes.filter((change) => Math.abs(change - moment) <= mergeGap).length > 2;
            if (!hidden) expect(told).toBe(wasConnected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays in order whatever answers and clocks say', () => {
    const time = fc.option(fc.integer({ min: start - 200 * DAY, max: start + 200 * DAY }));
    const sighting = fc.record({ connected: fc.boolean(), lastConnectedAt: time, lastDisconnectedAt: time });
    const moment = fc.integer({ min: start - 100 * DAY, max: start + 100 * DAY });
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, sighting), { maxLength: 60 }), (answers) => {
        let known = watched([]);
        for (const [now, answer] of answers) {
          known = record(known, answer, now, mergeGap);
          const { history } = known;
          expect(Math.abs((history.at(-1)?.to ?? 0) - now)).toBeLessThanOrEqual(10 * SECOND);
          expect(history.at(-1)?.state).toBe(answer.connected ? 'connected' : 'disconnected');
          for (const [index, span] of history.entries()) {
            expect(span.to).toBeGreaterThan(now - keptFor - 1);
            expect(span.from).toBeLessThanOrEqual(span.to);
            expect(span.from).toBeGreaterThanOrEqual(history[index - 1]?.to ?? 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
