import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPrintStatus, printNotYetRequested } from '../../../../src/domain/print/print-status.ts';
import { MINUTE } from '../../../../src/domain/time.ts';
import { printing } from '../../../support/print/benchy.ts';
import { answered, failure, last, report, rules, start, watched } from '../../../support/print/reports.ts';

test('answers without information change nothing', () => {
  const before = last([[0, printing(30)]]);
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

test('a 605, 606 or 610 needs a second one, without a good answer in between', () => {
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

describe('an ordinary print', () => {
  const life = [
    [0, { state: 'warmingup', id: 'a', file: 'benchy.gcode', progress: 0, duration: 10 }],
    [60, printing(0, { duration: 70 })],
    ...[2, 3, 60, 90, 119].map((minute) => [60 + minute * 60, printing(minute)] as const),
    [60 + 120 * 60, { state: 'complete', id: 'a', progress: 100, duration: 7_200 }],
    [60 + 121 * 60, { state: 'complete', id: 'a', progress: 100, duration: 7_200 }],
    [60 + 150 * 60, { state: 'idle', id: 'a', progress: 100, layer: 515, left: 7_159 }],
  ] as const;

  test('is one print from warm-up to end', () => {
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

  test('has an approximate end at first, and an exact one later', () => {
    const finishes = watched(life).map(({ print }) => print?.finish ?? null);
    const at = start + 60_000 + 120 * MINUTE;
    expect(finishes.map((finish) => finish?.at ?? null)).toEqual([null, at, at, at, at, at, at, null, null, null]);
    expect(finishes.map((finish) => finish?.about ?? null)).toEqual([
      ...[null, true, true, false, false, false, false],
      ...[null, null, null],
    ]);
  });
});

test('a paused print has no end time, and another one afterwards', () => {
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

test('the end time only follows an estimate that changes by 3 min or more, and is approximate again', () => {
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

test('a print never goes back and ends once, whatever its printer reports', () => {
  const reported = fc.record({
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
    fc.oneof(reported.map(answered), fc.constantFrom(failure('printer-not-answering', 785))),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let status = printNotYetRequested(start);
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
        // Those of another number of layers were left over from the print before.
        if (print.totalLayers !== before.print.totalLayers) continue;
        expect(print.layer ?? 0).toBeGreaterThanOrEqual(Math.min(before.print.layer ?? 0, print.totalLayers ?? 1e9));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a test report is read by the app’s own parser', () => {
  expect(report({ state: 'printing', progress: 5 }).progress).toBe(5);
});
