import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, watched } from '../../../src/domain/record-sighting.ts';
import { DAY, HOUR, SECOND } from '../../../src/domain/time.ts';
import { connected, gone, mergeGap, start } from '../../support/domain/sightings.ts';

describe('the history of any connection', () => {
  /** The truth: the times at which the link changes, starting connected. */
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

  it('is ordered, without overlap, never in the future, and always true', () => {
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
            const reported = span.state === 'connected';
            // Of two drops between two responses OctoEverywhere reports only the last.
            const hidden = changes.filter((change) => Math.abs(change - moment) <= mergeGap).length > 2;
            if (!hidden) expect(reported).toBe(wasConnected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays ordered for any answers and clocks', () => {
    const time = fc.option(fc.integer({ min: start - 200 * DAY, max: start + 200 * DAY }));
    const sighting = fc.record({ connected: fc.boolean(), lastConnectedAt: time, lastDisconnectedAt: time });
    const moment = fc.integer({ min: start - 100 * DAY, max: start + 100 * DAY });
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, sighting), { maxLength: 60 }), (responses) => {
        let known = watched([]);
        for (const [now, response] of responses) {
          known = record(known, response, now, mergeGap);
          const { history } = known;
          expect(Math.abs((history.at(-1)?.to ?? 0) - now)).toBeLessThanOrEqual(10 * SECOND);
          expect(history.at(-1)?.state).toBe(response.connected ? 'connected' : 'disconnected');
          for (const [index, span] of history.entries()) {
            expect(span.from).toBeLessThanOrEqual(span.to);
            expect(span.from).toBeGreaterThanOrEqual(history[index - 1]?.to ?? 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
