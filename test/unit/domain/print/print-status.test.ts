import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextPrintKind,
  nextPrintStatus,
  type PrintOutcome,
  type PrintSignal,
  type PrintStateKind,
  printNotYetAsked,
} from '../../../../src/domain/print/print-status.ts';
import { MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { answered, failure, last, report, rules, type Said, start, watched } from '../../../support/print/reports.ts';

const kinds: readonly PrintStateKind[] = [
  'unknown',
  'idle',
  'warming-up',
  'printing',
  'paused',
  'finishing',
  'finished',
  'failed',
  'cancelled',
  'not-answering',
  'no-login',
  'not-available',
];

/** Written by hand: the next state for each signal and state, in the order of `kinds`; `.` means no change. */
const table: Readonly<Record<PrintSignal, string>> = {
  idle: 'idle idle idle idle idle idle idle idle idle idle idle idle',
  'warming-up':
    'warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up',
  printing:
    'printing printing printing printing printing printing printing printing printing printing printing printing',
  done: 'finishing finishing finishing finishing finishing finishing finishing finishing finishing finishing finishing finishing',
  paused: 'paused paused paused paused paused paused paused paused paused paused paused paused',
  complete:
    'finished finished finished finished finished finished finished finished finished finished finished finished',
  error: 'failed failed failed failed failed failed failed failed failed failed failed failed',
  cancelled:
    'cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled',
  'not-answering':
    'not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering',
  'no-login':
    'no-login no-login no-login no-login no-login no-login no-login no-login no-login no-login no-login no-login',
  'not-available':
    'not-available not-available not-available not-available not-available not-available not-available not-available not-available not-available not-available not-available',
  nothing: '. . . . . . . . . . . .',
};

test.each(Object.entries(table))('the transition table, %s', (signal, row) => {
  const cells = row.split(' ');
  expect(cells).toHaveLength(kinds.length);
  for (const [index, kind] of kinds.entries()) {
    const expected = cells[index] === '.' ? kind : cells[index];
    expect([kind, nextPrintKind(kind, signal as PrintSignal, false)]).toEqual([kind, expected]);
    expect(nextPrintKind(kind, signal as PrintSignal, true)).toBe(signal === 'idle' ? 'finished' : expected);
  }
});

const printing = (minutes: number, more: Partial<Said> = {}): Said => ({
  state: 'printing',
  id: 'a',
  file: 'benchy.gcode',
  progress: (minutes / 120) * 100,
  duration: minutes * 60,
  left: (120 - minutes) * 60,
  ...more,
});

/** The responses that lead to each state. */
const roads: Readonly<Record<PrintStateKind, readonly (readonly [number, Said | PrintOutcome])[]>> = {
  unknown: [],
  idle: [[0, { state: 'idle' }]],
  'warming-up': [[0, { state: 'warmingup', id: 'a' }]],
  printing: [[0, printing(30)]],
  paused: [[0, printing(30, { state: 'paused' })]],
  finishing: [
    [0, printing(119)],
    [60, printing(120, { progress: 100, left: 0 })],
  ],
  finished: [
    [0, printing(119)],
    [60, { state: 'complete', id: 'a' }],
  ],
  failed: [
    [0, printing(30)],
    [60, { state: 'error', id: 'a', error: 'Heater fault' }],
  ],
  cancelled: [
    [0, printing(30)],
    [60, { state: 'cancelled', id: 'a' }],
  ],
  'not-answering': [
    [0, printing(30)],
    [60, failure('printer-not-answering', 785)],
  ],
  'no-login': [
    [0, printing(30)],
    [60, failure('no-printer-login', 789)],
  ],
  'not-available': [
    [0, printing(30)],
    [60, failure('perks-needed', 605)],
    [120, failure('perks-needed', 605)],
  ],
};

const signals: Readonly<Record<PrintSignal, Said | PrintOutcome>> = {
  idle: { state: 'idle', id: 'a' },
  'warming-up': { state: 'warmingup', id: 'a' },
  printing: printing(34),
  done: printing(121, { progress: 100, left: 0 }),
  paused: printing(33, { state: 'paused' }),
  complete: { state: 'complete', id: 'a' },
  error: { state: 'error', id: 'a' },
  cancelled: { state: 'cancelled', id: 'a' },
  'not-answering': failure('printer-not-answering', 785),
  'no-login': failure('no-printer-login', 789),
  'not-available': { kind: 'failed', failure: { kind: 'no-credentials' } },
  nothing: { state: 'dreaming' },
};

test('every state is reached, and left by every answer for what that says', () => {
  for (const kind of kinds) {
    const from = roads[kind].length === 0 ? printNotYetAsked(start) : last(roads[kind]);
    expect(from.kind).toBe(kind);
    for (const [signal, said] of Object.entries(signals)) {
      if (signal === 'done') continue;
      const after = last([[240, said]], from);
      // A watched print that was nearly done is finished when its printer becomes idle.
      const ends = signal === 'idle' && kind === 'finishing';
      expect([kind, signal, after.kind]).toEqual([kind, signal, nextPrintKind(kind, signal as PrintSignal, ends)]);
    }
  }
});

test('what says nothing changes nothing', () => {
  const before = last(roads.printing);
  const nothing = [
    ...[600, 601, 602, 603, 604, 613].map((status) => failure('not-connected', status)),
    failure('connection-refused', 604),
    failure('plugin-failed', 750),
    failure('too-many-clients', 787),
    failure('limit', 609),
    failure('wrong-state', 786),
    failure('no-print', 613),
    { kind: 'failed', failure: { kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } } } as const,
  ];
  for (const outcome of nothing) expect(nextPrintStatus(before, outcome, start + MINUTE, rules)).toBe(before);
});

test('one 605, 606 or 610 is not believed, a second one is; a good answer in between counts', () => {
  for (const [kind, status] of [
    ['perks-needed', 605],
    ['credentials-refused', 606],
    ['update-needed', 610],
    ['not-supported', 788],
  ] as const) {
    const no = failure(kind, status);
    const seen = watched([
      [0, printing(30)],
      [60, no],
      [65, no],
      [120, printing(32)],
      [180, no],
      [240, no],
      [300, printing(35)],
    ]);
    expect(seen.map((one) => one.kind)).toEqual([
      'printing',
      'printing',
      'printing',
      'printing',
      'printing',
      'not-available',
      'printing',
    ]);
    expect(seen.map(({ why }) => why)).toEqual([null, null, null, null, null, kind, null]);
    expect(seen.at(-1)?.print?.seenAt).toBe(start);
  }
});

describe('a print in good order', () => {
  const life = [
    [0, { state: 'warmingup', id: 'a', file: 'benchy.gcode', progress: 0, duration: 10 }],
    [60, printing(0, { duration: 70 })],
    ...[2, 3, 60, 90, 119].map((minute) => [60 + minute * 60, printing(minute)] as const),
    [60 + 120 * 60, { state: 'complete', id: 'a', progress: 100, duration: 7_200 }],
    [60 + 121 * 60, { state: 'complete', id: 'a', progress: 100, duration: 7_200 }],
    [60 + 150 * 60, { state: 'idle', id: 'a', progress: 100, layer: 515, left: 7_159 }],
  ] as const;

  test('is one print from its warm-up to its end', () => {
    const seen = watched(life);
    expect(seen.map(({ kind }) => kind)).toEqual([
      ...['warming-up', 'printing', 'printing', 'printing', 'printing', 'printing', 'printing'],
      ...['finished', 'finished', 'idle'],
    ]);
    expect(new Set(seen.map(({ print }) => print?.seenAt))).toEqual(new Set([start]));
    const end = seen[7]?.print?.ended;
    expect(end).toEqual({ result: 'finished', at: start + 60_000 + 120 * MINUTE, exact: true, foundAt: end?.foundAt });
    expect(seen.at(-1)?.print?.ended).toEqual(end);
  });

  test('has an end that is about so at first, and then a moment', () => {
    const finishes = watched(life).map(({ print }) => print?.finish ?? null);
    const at = start + 60_000 + 120 * MINUTE;
    expect(finishes.map((finish) => finish?.at ?? null)).toEqual([null, at, at, at, at, at, at, null, null, null]);
    expect(finishes.map((finish) => finish?.about ?? null)).toEqual([
      ...[null, true, true, false, false, false, false],
      ...[null, null, null],
    ]);
  });
});

describe('habits', () => {
  test('an idle printer’s figures of its last print are never taken', () => {
    const idle = last([
      [0, { state: 'idle', id: 'old', progress: 61, left: 7_159, layer: 515, layers: 700, file: 'old' }],
    ]);
    expect(idle).toMatchObject({ kind: 'idle', print: null });
  });

  test('no layers, no time left: the end follows from the progress, about', () => {
    const steps = [10, 20, 30, 40].map((minute) => [minute * 60, printing(minute, { left: 0 })] as const);
    const seen = watched(steps);
    for (const { print } of seen) {
      expect(print).toMatchObject({ layer: null, totalLayers: null, finish: { about: true } });
      expect(Math.abs((print?.finish?.at ?? 0) - (start + 120 * MINUTE))).toBeLessThan(3 * MINUTE);
    }
  });

  test('stale 100 % while it warms up, and on its first layers', () => {
    const old = { progress: 100, left: 0, duration: 7_300, layer: 515, layers: 515 };
    const seen = watched([
      [0, { state: 'warmingup', id: 'a', ...old }],
      [60, { state: 'warmingup', id: 'a', ...old }],
      [120, { state: 'printing', id: 'a', ...old }],
      [180, { state: 'printing', id: 'a', ...old }],
      [240, printing(1)],
      [300, printing(2)],
    ]);
    expect(seen.map(({ print }) => print?.progress ?? null).slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(seen.at(-1)?.print?.progress).toBeCloseTo(2 / 1.2);
    expect(seen.map(({ kind }) => kind)).not.toContain('finishing');
    expect(seen.slice(0, 2).map(({ print }) => [print?.layer, print?.totalLayers])).toEqual(
      Array(2).fill([null, null]),
    );
  });

  test('progress that leaps to 100 and back, or to 0 and back, in the midst', () => {
    const seen = watched([
      [0, printing(48)],
      [60, printing(49, { progress: 100 })],
      [120, printing(50)],
      [180, printing(51, { progress: 0 })],
      [240, printing(52, { progress: 83 })],
      [300, printing(53)],
    ]);
    const shown = seen.map(({ print }) => Math.round(print?.progress ?? -1));
    expect(shown).toEqual([40, 40, 42, 42, 42, 44]);
    expect(new Set(seen.map(({ print }) => print?.seenAt)).size).toBe(1);
  });

  test('a leap that stays is believed: a plugin that knew nothing for a while', () => {
    const seen = watched([
      [0, printing(12)],
      [60, printing(60)],
      [120, printing(61)],
    ]);
    expect(seen.map(({ print }) => Math.round(print?.progress ?? -1))).toEqual([10, 10, 51]);
  });

  test.each([
    ['comes late', undefined, 'a'],
    ['is at first that of the last print', 'old', 'a'],
    ['changes in the midst', 'a', 'b'],
  ])('an id that %s: one print', (_, before, after) => {
    const old = { state: 'complete', id: 'old', file: 'benchy.gcode', progress: 100, duration: 4_000 } as const;
    const id = (minute: number) => ({ id: minute < 4 ? (before ?? null) : after });
    const steps = [0, 1, 2, 3, 4, 5, 30].map(
      (minute) => [600 + minute * 60, printing(minute, { duration: minute * 60 + 5, ...id(minute) })] as const,
    );
    const seen = watched([[0, old], ...steps]);
    expect(new Set(seen.slice(1).map(({ print }) => print?.seenAt))).toEqual(new Set([start + 600_000]));
    expect(seen.at(-1)?.print?.id).toBe(after);
  });

  test('the same file again, under the old id at first: another print', () => {
    const seen = watched([
      [0, printing(119)],
      [60, { state: 'complete', id: 'a', duration: 7_200, progress: 100 }],
      [600, printing(0, { duration: 20 })],
      [660, printing(1, { id: 'b' })],
      [720, printing(2, { id: 'b' })],
    ]);
    expect(seen.map(({ print }) => (print?.seenAt ?? 0) - start)).toEqual([0, 0, 600_000, 600_000, 600_000]);
    expect(seen.at(-1)?.print).toMatchObject({ id: 'b', ended: null });
    expect(seen.at(-1)?.former?.ended?.result).toBe('finished');
  });

  test('an id that changes when all is over: the same print still', () => {
    const over = { state: 'error', file: 'benchy.gcode', start: start / SECOND - 3_600, duration: 3_700 };
    const seen = watched([
      [0, printing(60, { start: start / SECOND - 3_600 })],
      [60, { ...over, id: 'a' }],
      [9_000, { ...over, id: 'b' }],
    ]);
    expect(new Set(seen.map(({ print }) => print?.seenAt))).toEqual(new Set([start]));
  });

  test('no id at all: the start tells prints apart', () => {
    const unix = start / SECOND;
    const other = { id: null, start: unix + 9_000, duration: 60, progress: 1 };
    const seen = watched([
      [0, printing(30, { id: null, start: unix - 1_800 })],
      [60, printing(31, { id: null, start: unix - 1_800 })],
      [9_060, printing(1, other)],
    ]);
    expect(seen.map(({ print }) => print?.seenAt)).toEqual([start, start, start + 9_060_000]);
  });

  test('all zero for one report: the same print, with its figures', () => {
    const seen = watched([
      [0, printing(60)],
      [60, { state: 'printing', id: 'a', progress: 0, duration: 0, left: 0, layer: 0 }],
      [120, printing(62)],
    ]);
    expect(seen.map(({ print }) => [print?.seenAt, Math.round(print?.progress ?? 0)])).toEqual([
      [start, 50],
      [start, 50],
      [start, 52],
    ]);
  });

  test('idle for one report in the midst: the same print goes on', () => {
    const seen = watched([
      [0, printing(60)],
      [60, { state: 'idle', id: 'a', progress: 0 }],
      [120, printing(62)],
    ]);
    expect(seen.map(({ kind }) => kind)).toEqual(['printing', 'idle', 'printing']);
    expect(seen.at(-1)?.print).toMatchObject({ seenAt: start, ended: null });
  });

  test('idle at once when it is done: finished', () => {
    const ways: readonly Said[] = [
      { state: 'idle', id: 'a' },
      { state: 'idle', id: 'a', progress: 100, left: 0 },
    ];
    for (const idle of ways) {
      const done = last([
        [0, printing(117)],
        [60, printing(118)],
        [140, idle],
      ]);
      expect(done).toMatchObject({ kind: 'finished', print: { ended: { result: 'finished', exact: false } } });
    }
  });

  test('idle in the midst, or with less left behind: nobody knows how it ended', () => {
    for (const [minute, progress] of [
      [30, null],
      [30, 25],
      [118, 60],
    ] as const) {
      const gone = last([
        [0, printing(minute)],
        [60, { state: 'idle', id: 'a', progress }],
      ]);
      expect(gone).toMatchObject({ kind: 'idle', print: { ended: { result: 'unknown' } } });
    }
  });
});

describe('what nobody watched', () => {
  test('100 % of an idle printer that has half an hour left over is no end', () => {
    const found = (left: number) =>
      last([
        [0, printing(60)],
        [60, printing(61)],
        [4 * 3_600, { state: 'idle', id: 'a', progress: 100, left }],
      ]).print?.ended?.result;
    expect([found(0), found(120), found(1_800)]).toEqual(['finished', 'finished', 'unknown']);
  });

  test('slept through the end: finished, when its clock says, some time before', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, { state: 'complete', id: 'a', progress: 100, duration: 7_260 }],
    ]);
    expect(woken.print?.ended).toMatchObject({ result: 'finished', at: start + 61 * MINUTE, exact: false });
  });

  test('slept through the end, and it is idle with all of it done', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, { state: 'idle', id: 'a', progress: 100 }],
    ]);
    expect(woken.print?.ended).toMatchObject({ result: 'finished', at: start + 60 * MINUTE, exact: false });
  });

  test('slept through the end, and nothing tells how it was: nothing is made up', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, { state: 'idle' }],
    ]);
    expect(woken).toMatchObject({ kind: 'idle', print: { ended: { result: 'unknown' } } });
  });

  test('slept into the next print', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, printing(30, { id: 'b' })],
    ]);
    expect(woken.print).toMatchObject({ id: 'b', progress: 25 });
    expect(woken.former).toMatchObject({ id: 'a', ended: { result: 'unknown' } });
  });

  test('the app was started anew in the midst: the same print, no step back', () => {
    const { print } = last([[0, printing(60)]]);
    const restarted = printNotYetAsked(start + 600_000, print);
    const after = last([[660, printing(59, { duration: 71 * 60 })]], restarted);
    expect(after.print).toMatchObject({ seenAt: start, progress: 50 });
  });

  test('a printer that is switched off in the midst keeps its print, and goes on with it', () => {
    const seen = watched([
      [0, printing(60)],
      [60, failure('printer-not-answering', 785)],
      [600, failure('printer-not-answering', 785)],
      [660, printing(61, { duration: 71 * 60 })],
    ]);
    expect(seen.map(({ kind, since }) => [kind, since - start])).toEqual([
      ['printing', 0],
      ['not-answering', 60_000],
      ['not-answering', 60_000],
      ['printing', 660_000],
    ]);
    expect(new Set(seen.map(({ print }) => print?.seenAt)).size).toBe(1);
  });
});

test('a pause has no end; after it the moment is another', () => {
  const seen = watched([
    [0, printing(60)],
    [60, printing(61)],
    [120, printing(62)],
    [180, printing(63, { state: 'paused' })],
    [1_980, printing(63, { state: 'paused' })],
    [2_040, printing(64)],
  ]);
  expect(seen.map(({ print }) => print?.finish ?? null).slice(3, 5)).toEqual([null, null]);
  expect(seen.at(-1)?.print?.finish).toMatchObject({ at: start + 2_040_000 + 56 * MINUTE, about: true });
});

test('an estimate that moves by less than 3 min does not move the moment; one that moves by more does, about', () => {
  const steps = [0, 100, -100, 150, 179, -170, 400, 405, 390].map(
    (seconds, index) => [index * 60, printing(30 + index, { left: (90 - index) * 60 + seconds })] as const,
  );
  const finishes = watched(steps).map(({ print }) => print?.finish);
  expect(finishes.map((one) => ((one?.at ?? 0) - start) / 1_000)).toEqual([
    ...Array(6).fill(5_400),
    ...Array(3).fill(5_800),
  ]);
  expect(finishes.map((one) => one?.about)).toEqual([true, true, false, false, false, false, true, true, false]);
});

test('whatever a printer says, one print never runs back and ends once', () => {
  const said = fc.record({
    state: fc.constantFrom(
      'idle',
      'warmingup',
      'printing',
      'printing',
      'printing',
      'paused',
      'complete',
      'error',
      'what',
    ),
    id: fc.constantFrom('a', 'b', null),
    progress: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    duration: fc.option(fc.nat(20_000)),
    left: fc.option(fc.nat(20_000)),
    layer: fc.option(fc.nat(500)),
    layers: fc.option(fc.nat(500)),
    file: fc.constantFrom('benchy', 'cube', null),
  });
  const step = fc.tuple(
    fc.nat(20_000),
    fc.oneof(said.map(answered), fc.constantFrom(failure('printer-not-answering', 785))),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let status = printNotYetAsked(start);
      let at = start;
      for (const [seconds, outcome] of steps) {
        const before = status;
        at += seconds * 1_000;
        status = nextPrintStatus(before, outcome, at, rules);
        const { print } = status;
        if (print === null) continue;
        expect(print.startedAt).toBeLessThanOrEqual(at);
        expect(print.ended === null || print.ended.at <= at).toBe(true);
        expect(print.finish === null || print.ended === null).toBe(true);
        if (before.print?.seenAt !== print.seenAt) continue;
        expect(print.progress ?? 0).toBeGreaterThanOrEqual(before.print.progress ?? 0);
        expect(print.layer ?? 0).toBeGreaterThanOrEqual(Math.min(before.print.layer ?? 0, print.totalLayers ?? 1e9));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a report is what the reader makes of it', () => {
  expect(report({ state: 'printing', progress: 5 }).progress).toBe(5);
});
