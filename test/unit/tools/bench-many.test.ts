import { describe, expect, test } from 'vitest';
import type { Cost } from '../../../tools/bench/many.ts';
import { costTable, goalTable } from '../../../tools/bench/many-tables.ts';

const cost = (count: number, percent: number, memory: number, list: Cost['list'] = null): Cost => ({
  count,
  percent,
  perPoll: 1.23,
  bare: count === 1_000 ? 0.6 : null,
  memory,
  list,
});

const costs = [
  cost(5, 0.1, 150),
  cost(10, 0.2, 150.5, { painted: 100, changed: 10, worstFrame: 17 }),
  cost(1_000, 4.9, 174, { painted: 190, changed: 51, worstFrame: 34.1 }),
  { ...cost(10_000, 49, 270), perPoll: 1.5 },
];
const late = new Map([
  [1_000, 21],
  [10_000, 19.96],
]);

describe('the tables for many printers', () => {
  test('show the cost per printer above the first ones', () => {
    const [, , five, ten] = costTable(costs).split('\n');
    expect(five).toMatch(/\| 5 +\| 0\.10 % +\| 1\.2 ms +\| 150 MiB \| –/);
    expect(ten).toContain('102 KiB');
  });

  test('show for each goal whether it is met', () => {
    const verdicts = goalTable(costs, late)
      .split('\n')
      .filter((line) => /\| (?:met|missed) +\|$/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(2, 5)
          .map((cell) => cell.trim()),
      );
    expect(verdicts).toEqual([
      ['4.9 %', '≤ 5 %', 'met'],
      ['2.05 ×', '≤ 1.60 ×', 'missed'],
      ['21.0 ms', '≤ 20.0 ms', 'missed'],
      ['24 MiB', '≤ 25 MiB', 'met'],
      ['1.90 ×', '≤ 2 ×', 'met'],
      ['51 ms', '≤ 50 ms', 'missed'],
      ['34 ms', '≤ 34 ms', 'missed'],
      ['1.22 ×', '≤ 1.20 ×', 'missed'],
      ['20.0 ms', '≤ 20.0 ms', 'met'],
      ['12 KiB', '≤ 12 KiB', 'missed'],
    ]);
  });

  test('call no unmeasured goal met', () => {
    expect(goalTable(costs.slice(0, 2), new Map())).not.toMatch(/\| met/);
  });
});
