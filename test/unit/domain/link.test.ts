import { describe, expect, it } from 'vitest';
import { type Link, type LinkReport, nextLink, type Outage, outagesAfter } from '../../../src/domain/link.ts';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';

const gap = 3 * MINUTE;
const at = (seconds: number) => seconds * SECOND;

const up = (connected: number | null, disconnected: number | null = null): LinkReport =>
  report(true, connected, disconnected);
const down = (disconnected: number | null, connected: number | null = null): LinkReport =>
  report(false, connected, disconnected);

function report(connected: boolean, lastConnected: number | null, lastDisconnected: number | null): LinkReport {
  const moment = (seconds: number | null) => (seconds === null ? null : at(seconds));
  return { connected, lastConnectedAt: moment(lastConnected), lastDisconnectedAt: moment(lastDisconnected) };
}

/** Processes responses at these seconds; results are in seconds too. */
function outcomeOf(...responses: readonly (readonly [seconds: number, said: LinkReport])[]) {
  let link: Link | null = null;
  let outages: readonly Outage[] = [];
  for (const [seconds, reported] of responses) {
    const next: Link = nextLink(link, reported, at(seconds), gap);
    outages = outagesAfter(outages, link, next, reported);
    link = next;
  }
  return {
    state: link?.state,
    since: (link?.since ?? Number.NaN) / SECOND,
    exact: link?.exact,
    outages: outages.map(({ from, to }) => [from / SECOND, to === null ? null : to / SECOND]),
  };
}

describe('the time since when a link is up or down', () => {
  it('is OctoEverywhere’s time if that fits', () => {
    expect(outcomeOf([0, up(-100)], [60, down(40)])).toMatchObject({ state: 'down', since: 40, exact: true });
  });

  it('is limited by when the opposite was reported, not by when that arrived', () => {
    const gone = nextLink(null, down(10), at(62), gap, at(60));
    expect(nextLink(gone, up(61, 10), at(120), gap)).toMatchObject({ since: at(61), exact: true });
    expect(nextLink(gone, up(50, 10), at(120), gap)).toMatchObject({ since: at(120), exact: false });
  });

  it('takes nothing from earlier answers if a 601 has no time', () => {
    expect(outcomeOf([0, down(-500, -900)], [60, up(30, -500)], [120, down(null)])).toMatchObject({
      since: 120,
      exact: false,
    });
  });

  it('is never before the last sighting of the opposite, whatever came since', () => {
    const responses = [120, 180, 240, 300].map((seconds) => [seconds, up(-36_000)] as const);
    expect(outcomeOf([0, up(-36_000)], [60, down(null)], ...responses)).toMatchObject({ state: 'up', since: 120 });
  });

  it('is corrected by a later exact time', () => {
    expect(outcomeOf([0, up(-100)], [60, down(null)], [120, down(20)])).toMatchObject({ since: 20, exact: true });
  });

  it.each([
    ['in the future', down(4_000)],
    ['years old', down(-100_000_000)],
    ['contradicted by the other', down(30, 50)],
  ])('ignores times that are %s', (_why, reported) => {
    expect(outcomeOf([0, up(-100)], [60, reported])).toMatchObject({ since: 60, exact: false });
  });

  it('starts again after a time without polls', () => {
    expect(outcomeOf([0, down(null)], [43_200, down(null)])).toMatchObject({ since: 43_200 });
    expect(outcomeOf([0, down(-60)], [43_200, down(-60)])).toMatchObject({ since: -60 });
  });
});

describe('outages', () => {
  it('begin and end when polls see it', () => {
    expect(outcomeOf([0, up(-100)], [60, down(40)], [120, up(100, 40)]).outages).toEqual([[40, 100]]);
    expect(outcomeOf([0, up(-100)], [60, down(40)]).outages).toEqual([[40, null]]);
  });

  it('are proven by a changed time of the last connection', () => {
    expect(outcomeOf([0, up(-100)], [60, up(50, 30)]).outages).toEqual([[30, 50]]);
    expect(outcomeOf([0, up(-100)], [60, up(50, null)]).outages).toEqual([[50, 50]]);
    expect(outcomeOf([0, up(-100)], [60, down(55, 50)]).outages).toEqual([
      [50, 50],
      [55, null],
    ]);
    expect(outcomeOf([0, down(-100, -200)], [60, down(50, 30)]).outages).toEqual([
      [-100, 30],
      [50, null],
    ]);
  });

  it('are merged when exact times arrive later', () => {
    const seen = [
      [0, up(0)],
      [1_046, down(null)],
      [4_026, up(null)],
    ] as const;
    expect(outcomeOf(...seen, [5_528, up(4_000, 1_000)]).outages).toEqual([[1_000, 4_000]]);
  });

  it('are not repeated while the same times are reported', () => {
    expect(outcomeOf([0, up(-100, -200)], [60, up(-100, -200)], [120, up(-100, -200)]).outages).toEqual([]);
  });
});
