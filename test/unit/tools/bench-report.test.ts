import { describe, expect, test } from 'vitest';
import { putBetweenMarks, rowOf, table } from '../../../tools/bench/report.ts';
import { percentile, summary } from '../../../tools/bench/statistics.ts';

const start = { what: 'start', unit: 'ms', goal: { most: 1.15, of: 'times the floor' } } as const;

describe('the bench results', () => {
  test('interpolate a percentile between two samples, in any order', () => {
    expect(percentile([40, 10, 30, 20], 50)).toBe(25);
    expect(percentile([10, 20, 30, 40, 50], 95)).toBeCloseTo(48);
    expect(summary([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(summary([])).toBeNull();
  });

  test('compare pairs, not medians: a slow hour affects both', () => {
    const row = rowOf({ ...start, floor: [100, 300, 200], app: [110, 330, 400] });
    expect(row.ratio?.median).toBeCloseTo(1.1);
    expect(row.ratio?.most).toBe(2);
    expect(row.met).toBe(true);
    expect(rowOf({ ...start, floor: [100], app: [116] }).met).toBe(false);
  });

  test('measure a goal above the floor by differences, and a total without it', () => {
    const idle = { what: 'idle', unit: '%', goal: { most: 0.05, of: 'above the floor' } } as const;
    expect(rowOf({ ...idle, floor: [0, 0.02], app: [0.04, 0.06] }).met).toBe(true);
    expect(rowOf({ ...idle, floor: [0, 0.02], app: [0.06, 0.09] }).met).toBe(false);
    expect(rowOf({ what: 'none', unit: '', goal: { most: 0, of: 'in all' }, floor: [], app: [1] }).met).toBe(false);
    expect(rowOf({ what: 'no goal', unit: 'ms', goal: null, floor: [], app: [1] }).met).toBeNull();
  });

  test('show median, spread, ratio, goal and whether it is met', () => {
    const text = table([rowOf({ ...start, floor: [100, 200], app: [150, 300] })]);
    expect(text.split('\n').at(-1)).toBe(
      '| start   | 150 ms (100–200) | 225 ms (150–300) | 1.50  | ≤ 1.15 × floor | missed |',
    );
  });

  test('replace only what is between the marks of a document', () => {
    const page = 'before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n';
    expect(putBetweenMarks(page, 'new')).toBe('before\n<!-- bench: begin -->\nnew\n<!-- bench: end -->\nafter\n');
    expect(() => putBetweenMarks('no marks', 'new')).toThrow();
  });
});
