import { describe, expect, it } from 'vitest';
import { record, type Sighting, type TimeSource, type Watched, watched } from '../../../src/domain/record-sighting.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { at, connected, gone, mergeGap, outcomeOf, start } from '../../support/domain/sightings.ts';

/** Only this computer's clock says when it is. */
const byOwnClock = (now: number): TimeSource => ({ isProven: false, byOwnClock: now });

describe('an answer, in the history', () => {
  it('reaches back to the times OctoEverywhere reports, so a new install has a history', () => {
    expect(outcomeOf([0, connected(at(-300), at(-310))])).toEqual([
      ['disconnected', -310, -300],
      ['connected', -300, 0],
    ]);
    expect(outcomeOf([0, gone(at(-5), at(-100))])).toEqual([
      ['connected', -100, -5],
      ['disconnected', -5, 0],
    ]);
  });

  it('does not overwrite what was seen with a time reported later', () => {
    const yearsAgo = at(-500 * 24 * 60);
    // A reconnection whose disconnection has an older time: nobody knows when it was gone.
    const responses = [connected(at(-10)), connected(at(-10)), connected(at(1.5), yearsAgo)] as const;
    expect(outcomeOf([0, responses[0]], [1, responses[1]], [2, responses[2]], [3, responses[2]])).toEqual([
      ['connected', -10, 3],
    ]);
    const later = connected(at(40), yearsAgo);
    expect(outcomeOf([0, responses[0]], [1, responses[1]], [60, later], [61, later])).toEqual([
      ['connected', -10, 1],
      ['connected', 40, 61],
    ]);
  });

  it('keeps the merge gap with which a state was seen', () => {
    const moments = [0, 2, 4, 6];
    const patient = moments.reduce<Watched>(
      (known, minutes) => record(known, connected(null), at(minutes), mergeGap),
      watched([]),
    );
    const { history } = record(patient, gone(at(60), at(50)), at(61), MINUTE);
    expect(history[0]).toEqual({ state: 'connected', from: at(0), to: at(6) });
  });

  it('prolongs a state that continues', () => {
    expect(outcomeOf([0, connected(at(-10))], [1, connected(at(-10))], [2, connected(at(-10))])).toEqual([
      ['connected', -10, 2],
    ]);
  });

  it('reveals a blip between two polls', () => {
    expect(outcomeOf([0, connected(at(-10))], [1, connected(at(0.6), at(0.3))])).toEqual([
      ['connected', -10, 0.3],
      ['disconnected', 0.3, 0.6],
      ['connected', 0.6, 1],
    ]);
  });

  it('shows an outage while the app was not running, and leaves unknown time open', () => {
    expect(outcomeOf([0, connected(at(-10))], [600, connected(at(500), at(400))])).toEqual([
      ['connected', -10, 0],
      ['disconnected', 400, 500],
      ['connected', 500, 600],
    ]);
  });

  it('shows that nothing happened while the app was not running', () => {
    expect(outcomeOf([0, connected(at(-10))], [600, connected(at(-10))])).toEqual([['connected', -10, 600]]);
  });

  it('works without times: a state continues between close answers, and the rest stays unknown', () => {
    expect(outcomeOf([0, gone(null)], [1, gone(null)], [2, gone(null)])).toEqual([['disconnected', 0, 2]]);
    expect(outcomeOf([0, gone(null)], [1, gone(null)], [60, gone(null)])).toEqual([
      ['disconnected', 0, 1],
      ['disconnected', 60, 60],
    ]);
    expect(outcomeOf([0, connected(null)], [1, gone(null)], [2, gone(null)])).toEqual([['disconnected', 1, 2]]);
    expect(outcomeOf([0, connected(null)], [1, connected(null)], [2, gone(null)], [3, gone(null)])).toEqual([
      ['connected', 0, 1],
      ['disconnected', 2, 3],
    ]);
  });

  it.each([
    ['in the future', connected(at(30))],
    ['in the wrong order', connected(at(-30), at(-20))],
  ])('ignores times that are %s', (_why, sighting) => {
    expect(outcomeOf([0, sighting], [1, connected(null)])).toEqual([['connected', 0, 1]]);
  });

  it('does not undo what was seen if the clocks differ', () => {
    expect(outcomeOf([0, connected(at(-10))], [1, connected(at(0.5), at(-0.5))])).toEqual([
      ['connected', -10, 0],
      ['disconnected', 0, 0.5],
      ['connected', 0.5, 1],
    ]);
  });

  it('drops future entries from a clock that was ahead', () => {
    const year = 365 * 24 * 60;
    expect(outcomeOf([0, connected(at(-10))], [year, connected(null)], [1, connected(at(-10))])).toEqual([
      ['connected', -10, 1],
    ]);
  });
});

describe('an inferred state', () => {
  const silent = (isConnected: boolean): Sighting => ({
    connected: isConnected,
    lastConnectedAt: null,
    lastDisconnectedAt: null,
  });

  it('is replaced by a later exact time', () => {
    // Two responses without times report "disconnected"; the third reveals that it was back in between.
    expect(
      outcomeOf([0, connected(at(-10))], [2, silent(false)], [4, silent(false)], [6, gone(at(3.5), at(2.5))]),
    ).toEqual([
      ['connected', -10, 0],
      ['disconnected', 2, 2.5],
      ['connected', 2.5, 3.5],
      ['disconnected', 3.5, 6],
    ]);
  });

  it('stays if nothing contradicts it', () => {
    expect(
      outcomeOf([0, connected(at(-10))], [2, silent(false)], [4, silent(false)], [6, gone(at(1), at(-10))]),
    ).toEqual([
      ['connected', -10, 1],
      ['disconnected', 1, 6],
    ]);
  });

  it('is not replaced by anything that contradicts a sighting', () => {
    const sightings = [
      [0, connected(at(-10))],
      [2, silent(false)],
      [4, silent(false)],
      [5, connected(at(4.5), at(-5))],
    ];
    expect(outcomeOf(...(sightings as [number, Sighting][]))).toEqual([
      ['connected', -10, 0],
      ['disconnected', 2, 4.5],
      ['connected', 4.5, 5],
    ]);
  });

  it('is not cut by a clock that may be wrong', () => {
    const before = record(watched([]), connected(start - HOUR), start, mergeGap);
    expect(record(before, silent(false), start - 5 * HOUR, mergeGap, byOwnClock(start - 5 * HOUR))).toBe(before);
    expect(record(before, silent(false), start - 5 * HOUR, mergeGap).history).not.toEqual(before.history);
  });

  it('drops what a doubtful clock recorded too late, and nothing from before it', () => {
    const before = record(watched([]), connected(start - HOUR), start, mergeGap);
    const ahead = record(before, connected(start - HOUR), start + 25 * HOUR, mergeGap, byOwnClock(start + 25 * HOUR));
    expect(ahead.history).toEqual([{ state: 'connected', from: start - HOUR, to: start + 25 * HOUR }]);
    const back = record(ahead, gone(start + 1_000, start - HOUR), start + MINUTE, mergeGap, byOwnClock(start + MINUTE));
    expect(back.history).toEqual([
      { state: 'connected', from: start - HOUR, to: start + 1_000 },
      { state: 'disconnected', from: start + 1_000, to: start + MINUTE },
    ]);
    expect(record(back, silent(false), start - 5 * HOUR, mergeGap, byOwnClock(start - 5 * HOUR))).toBe(back);
    // Once proven, it is not dropped any more.
    const proven = record(ahead, connected(start - HOUR), start + 26 * HOUR, mergeGap);
    expect(record(proven, silent(false), start + HOUR, mergeGap, byOwnClock(start + HOUR))).toBe(proven);
  });

  it('is kept, and nothing is added, while only OctoEverywhere’s clock contradicts it', () => {
    const before = record(watched([]), connected(start - HOUR), start, mergeGap);
    const behind = (now: number) => ({ isProven: true, byOwnClock: now + 5 * HOUR });
    expect(record(before, silent(false), start - 5 * HOUR, mergeGap, behind(start - 5 * HOUR))).toEqual(before);
    // Only what no clock but this computer's vouched for is dropped.
    const doubtful = record(before, silent(false), start + MINUTE, mergeGap, byOwnClock(start + MINUTE));
    const kept = record(doubtful, silent(false), start - 4 * HOUR, mergeGap, behind(start - 4 * HOUR));
    expect(kept).toEqual(before);
    const after = record(kept, gone(start + 2 * MINUTE, start - HOUR), start + 3 * MINUTE, mergeGap);
    expect(after.history.map(({ state }) => state)).toEqual(['connected', 'disconnected']);
  });
});
