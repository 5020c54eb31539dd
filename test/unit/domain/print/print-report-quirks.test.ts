import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { printing } from '../../../support/print/benchy.ts';
import { last, type ReportFields, start, watched } from '../../../support/print/reports.ts';

describe('quirks of printers and plugins', () => {
  test('an idle printer’s figures of its last print are ignored', () => {
    const idle = last([
      [0, { state: 'idle', id: 'old', progress: 61, left: 7_159, layer: 515, layers: 700, file: 'old' }],
    ]);
    expect(idle).toMatchObject({ kind: 'idle', print: null });
  });

  test('without layers and remaining time, the end is estimated from the progress', () => {
    const steps = [10, 20, 30, 40].map((minute) => [minute * 60, printing(minute, { left: 0 })] as const);
    const seen = watched(steps);
    for (const { print } of seen) {
      expect(print).toMatchObject({ layer: null, totalLayers: null, finish: { about: true } });
      expect(Math.abs((print?.finish?.at ?? 0) - (start + 120 * MINUTE))).toBeLessThan(3 * MINUTE);
    }
  });

  test('an old 100 % is ignored while warming up and on the first layers', () => {
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

  test('progress that jumps to 100 or to 0 and back is ignored', () => {
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

  test('a jump that lasts is accepted, as after a plugin without information', () => {
    const seen = watched([
      [0, printing(12)],
      [60, printing(60)],
      [120, printing(61)],
    ]);
    expect(seen.map(({ print }) => Math.round(print?.progress ?? -1))).toEqual([10, 10, 51]);
  });

  test.each([
    ['arrives late', undefined, 'a'],
    ['is the last print’s at first', 'old', 'a'],
    ['changes during the print', 'a', 'b'],
  ])('an id that %s belongs to one print', (_, before, after) => {
    const old = { state: 'complete', id: 'old', file: 'benchy.gcode', progress: 100, duration: 4_000 } as const;
    const id = (minute: number) => ({ id: minute < 4 ? (before ?? null) : after });
    const steps = [0, 1, 2, 3, 4, 5, 30].map(
      (minute) => [600 + minute * 60, printing(minute, { duration: minute * 60 + 5, ...id(minute) })] as const,
    );
    const seen = watched([[0, old], ...steps]);
    expect(new Set(seen.slice(1).map(({ print }) => print?.seenAt))).toEqual(new Set([start + 600_000]));
    expect(seen.at(-1)?.print?.id).toBe(after);
  });

  test('the same file again is another print, even under the old id at first', () => {
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

  test('an id that changes after the end belongs to the same print', () => {
    const over = { state: 'error', file: 'benchy.gcode', start: start / SECOND - 3_600, duration: 3_700 };
    const seen = watched([
      [0, printing(60, { start: start / SECOND - 3_600 })],
      [60, { ...over, id: 'a' }],
      [9_000, { ...over, id: 'b' }],
    ]);
    expect(new Set(seen.map(({ print }) => print?.seenAt))).toEqual(new Set([start]));
  });

  test('without ids the start time distinguishes prints', () => {
    const unix = start / SECOND;
    const other = { id: null, start: unix + 9_000, duration: 60, progress: 1 };
    const seen = watched([
      [0, printing(30, { id: null, start: unix - 1_800 })],
      [60, printing(31, { id: null, start: unix - 1_800 })],
      [9_060, printing(1, other)],
    ]);
    expect(seen.map(({ print }) => print?.seenAt)).toEqual([start, start, start + 9_060_000]);
  });

  test('a single report of zeros changes neither the print nor its figures', () => {
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

  test('a single idle report does not end a print', () => {
    const seen = watched([
      [0, printing(60)],
      [60, { state: 'idle', id: 'a', progress: 0 }],
      [120, printing(62)],
    ]);
    expect(seen.map(({ kind }) => kind)).toEqual(['printing', 'idle', 'printing']);
    expect(seen.at(-1)?.print).toMatchObject({ seenAt: start, ended: null });
  });

  test('a print that becomes idle when it is done is finished', () => {
    const ways: readonly ReportFields[] = [
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

  test('a print that becomes idle earlier, or with less progress, has an unknown result', () => {
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
