import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGadgetState } from '../../../../src/domain/print/gadget.ts';
import { parsePrintReport } from '../../../../src/domain/print/print-report.ts';
import { parseWebcams } from '../../../../src/domain/print/webcam.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { withNonsense } from '../../../support/print/nonsense.ts';

/** As documented. */
const documented = {
  JobStatus: {
    State: 'printing',
    SubState: 'Infill',
    Error: null,
    CurrentPrint: {
      Progress: 41.7,
      DurationSec: 3_600,
      TimeLeftSec: 5_400,
      FileName: 'benchy.gcode',
      CurrentLayer: 12,
      TotalLayers: 240,
      Temps: {
        BedActual: 59.8,
        BedTarget: 60,
        HotendActual: 214.6,
        HotendTarget: 215,
        ChamberActual: 31,
        ChamberTarget: 0,
      },
      EstTotalFilUsedMm: 1_234,
    },
    Lights: null,
  },
  OctoEverywhereStatus: {
    MostRecentPrintIdStr: 'p-1',
    PrintStartTimeSec: 1_782_900_000,
    Gadget: {
      LastScore: 8.5,
      ScoreHistory: [9, 8.5],
      TimeSinceLastScoreSec: 3,
      IntervalSec: 20,
      IsSuppressed: false,
      TimeSinceLastWarnSec: 90,
      TimeSinceLastPauseSec: null,
    },
  },
  PlatformVersion: 'x',
  Features: 3,
  ListWebcams: { DefaultIndex: 0, Webcams: [] },
};

const noTemperatures = {
  bed: null,
  bedTarget: null,
  hotend: null,
  hotendTarget: null,
  chamber: null,
  chamberTarget: null,
};

const nothing = {
  state: 'unknown',
  detail: null,
  error: null,
  progress: null,
  duration: null,
  timeLeft: null,
  fileName: null,
  layer: null,
  totalLayers: null,
  temperatures: noTemperatures,
  printId: null,
  startedAt: null,
  gadget: { score: null, warnedAgo: null, pausedAgo: null, suppressed: null },
};

test('the documented body', () => {
  expect(parsePrintReport(documented)).toEqual({
    state: 'printing',
    detail: 'Infill',
    error: null,
    progress: 41.7,
    duration: HOUR,
    timeLeft: 90 * MINUTE,
    fileName: 'benchy.gcode',
    layer: 12,
    totalLayers: 240,
    temperatures: {
      bed: 59.8,
      bedTarget: 60,
      hotend: 214.6,
      hotendTarget: 215,
      chamber: 31,
      chamberTarget: 0,
    },
    printId: 'p-1',
    startedAt: 1_782_900_000_000,
    gadget: { score: 8.5, warnedAgo: 90 * SECOND, pausedAgo: null, suppressed: false },
  });
});

test('the same in strings', () => {
  const inStrings = JSON.parse(JSON.stringify(documented), (_, value) =>
    typeof value === 'number' || typeof value === 'boolean' ? ` ${value} ` : value,
  );
  expect(parsePrintReport(inStrings)).toEqual(parsePrintReport(documented));
});

test.each([null, undefined, 0, '', [], {}, { JobStatus: null }, { JobStatus: [] }, { Result: {} }])(
  '%j is no status',
  (result) => expect(parsePrintReport(result)).toBeNull(),
);

test.each([
  { JobStatus: {} },
  { JobStatus: { State: null, SubState: null, Error: '', CurrentPrint: null } },
  { OctoEverywhereStatus: { MostRecentPrintIdStr: '', PrintStartTimeSec: 0, Gadget: null } },
  { JobStatus: { State: 7, CurrentPrint: { Progress: null, TotalLayers: 0, Temps: 'hot' } } },
  {
    JobStatus: { State: 'x'.repeat(1_000_000), CurrentPrint: { Progress: 'NaN', DurationSec: -1, TimeLeftSec: 1e12 } },
  },
  { JobStatus: { State: 'constructor', CurrentPrint: { FileName: '\u0000\u200b\u202e', Temps: { BedActual: -400 } } } },
])('%.80j says nothing', (result) => expect(parsePrintReport(result)).toEqual(nothing));

test.each([
  ['idle', 'idle'],
  ['WarmingUp', 'warming-up'],
  ['warming_up', 'warming-up'],
  ['PRINTING', 'printing'],
  ['paused', 'paused'],
  ['resuming', 'resuming'],
  ['complete', 'complete'],
  ['canceled', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['error', 'error'],
  ['toString', 'unknown'],
  ['dreaming', 'unknown'],
])('state %s is %s', (reported, state) => {
  expect(parsePrintReport({ JobStatus: { State: reported } })?.state).toBe(state);
});

test.each([
  [0, 0],
  [100, 100],
  [100.4, 100],
  [-0.1, 0],
  [101, null],
  [-5, null],
  ['42.5', 42.5],
  ['42,5', null],
  ['Infinity', null],
  [[42], null],
])('progress %j is %j', (reported, progress) => {
  expect(parsePrintReport({ JobStatus: { CurrentPrint: { Progress: reported } } })?.progress).toBe(progress);
});

test.each([['0'], ['None'], [' '], [0], [null], ['a b'], ['x'.repeat(201)], [1.5], [{}]])('%j is no id', (id) => {
  expect(parsePrintReport({ OctoEverywhereStatus: { MostRecentPrintIdStr: id } })?.printId).toBeNull();
});

test('whatever comes, figures are in their bounds and texts are one line', () => {
  const seconds = fc.double({ min: 0, max: 1e6 });
  const body = withNonsense({
    JobStatus: withNonsense({
      State: fc.constantFrom('idle', 'printing', 'error'),
      SubState: fc.string({ unit: 'grapheme' }),
      Error: fc.string({ unit: 'binary' }),
      CurrentPrint: withNonsense({
        Progress: fc.double({ min: 0, max: 100 }),
        DurationSec: seconds,
        TimeLeftSec: seconds,
        FileName: fc.string({ unit: 'binary', maxLength: 600 }),
        CurrentLayer: fc.nat(),
        TotalLayers: fc.nat(),
        Temps: withNonsense({ BedActual: fc.double(), HotendTarget: fc.double() }),
      }),
    }),
    OctoEverywhereStatus: withNonsense({
      MostRecentPrintIdStr: fc.string(),
      PrintStartTimeSec: fc.double(),
      Gadget: withNonsense({ LastScore: fc.double(), TimeSinceLastWarnSec: seconds, IsSuppressed: fc.boolean() }),
    }),
  });
  const inside = (value: number | null, least: number, most: number) =>
    value === null || (Number.isFinite(value) && value >= least && value <= most);
  const isLine = (text: string | null) =>
    text === null || (text.length > 0 && [...text].length <= 200 && !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(body, (result) => {
      const report = parsePrintReport(result);
      if (report === null) return;
      expect(inside(report.progress, 0, 100)).toBe(true);
      for (const time of [report.duration, report.timeLeft, report.gadget.warnedAgo]) {
        expect(inside(time, 0, 2_160 * HOUR)).toBe(true);
      }
      for (const celsius of Object.values(report.temperatures)) expect(inside(celsius, -60, 1_000)).toBe(true);
      expect(inside(report.gadget.score, 0, 10)).toBe(true);
      expect(inside(report.startedAt, 1e12, 4.2e12)).toBe(true);
      for (const text of [report.detail, report.error, report.fileName]) expect(isLine(text)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('webcams', () => {
  test('those that are on, the preferred one first, turned and flipped as they say', () => {
    const webcams = parseWebcams({
      DefaultIndex: '2',
      Webcams: [
        { Name: 'Off', Enabled: false },
        { Name: 'Nose', FlipH: true, Rotation: 90, Enabled: true },
        { Name: null, FlipV: 'true', Rotation: '270' },
        { Rotation: 45 },
        null,
      ],
    });
    expect(webcams).toEqual({
      first: 2,
      webcams: [
        { index: 1, name: 'Nose', flipHorizontally: true, flipVertically: false, rotation: 90 },
        { index: 2, name: null, flipHorizontally: false, flipVertically: true, rotation: 270 },
        { index: 3, name: null, flipHorizontally: false, flipVertically: false, rotation: 0 },
      ],
    });
  });

  test('none, and no list', () => {
    expect(parseWebcams({ Webcams: [] })).toEqual({ webcams: [], first: null });
    expect(parseWebcams({ DefaultIndex: 0, Webcams: [{ Enabled: false }] })).toEqual({ webcams: [], first: null });
    for (const none of [{}, { Webcams: null }, { DefaultIndex: 0 }, { Webcams: [null, 5, 'x', []] }]) {
      expect(parseWebcams(none)).toEqual({ webcams: [], first: null });
    }
    const others = parseWebcams({ DefaultIndex: 0, Webcams: [null, { Name: 'A' }, 7, { Name: 'B' }] });
    expect(others?.webcams.map(({ index, name }) => [index, name])).toEqual([
      [1, 'A'],
      [3, 'B'],
    ]);
    expect(others?.first).toBe(1);
    for (const no of [null, [], { Webcams: {} }, { Error: 'not now' }, { IsOnline: true }])
      expect(parseWebcams(no)).toBeNull();
  });

  test('a list without end is cut', () => {
    expect(parseWebcams({ Webcams: Array(100_000).fill({}) })?.webcams).toHaveLength(20);
  });
});

describe('Gadget', () => {
  test.each([
    [0, 'off-for-account'],
    [1, 'off-for-print'],
    [2, 'idle'],
    ['3', 'watching'],
    [4, 'paused-print'],
  ])('state %j is %s, flat and wrapped', (State, activity) => {
    const state = { State, Status: 'Looking good', StatusColor: 'g', Rating: 9 };
    const watching = activity === 'watching';
    const expected = { activity, words: watching ? 'Looking good' : null, rating: watching ? 9 : null };
    expect(parseGadgetState(state)).toEqual(expected);
    expect(parseGadgetState({ Result: state })).toEqual(expected);
  });

  test.each([{}, null, [], { State: 5 }, { State: -1 }, { State: null }, { State: 'three' }])('%j is none', (body) =>
    expect(parseGadgetState(body)).toBeNull(),
  );
});
