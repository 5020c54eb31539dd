import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { judgePrints } from './judge-prints.ts';
import { type Heard, livePrints } from './live-prints.ts';
import { printLife } from './print-life.ts';

/** Manipulations of a flawless result that the judge has to notice. */
test('the judge notices missing, repeated, late, early and invented notifications', async () => {
  const life = { ...printLife(seededRandom(7), 4), absences: [], cuts: [] };
  const result = await livePrints(life);
  expect(judgePrints(life, result).wrong).toEqual([]);
  const objections = (heard: readonly Heard[]) => judgePrints(life, { ...result, heard }).wrong.length;
  const must = ['print-finished', 'print-failed', 'gadget-warning'];
  for (const [index, one] of result.heard.entries()) {
    const others = result.heard.filter((other) => other !== one);
    if (must.includes(one.kind)) expect(objections(others)).toBe(1);
    expect(objections([...result.heard, { ...one, at: one.at + 5 }])).toBeGreaterThan(0);
    if (one.kind.startsWith('print-f')) {
      expect(objections(result.heard.with(index, { ...one, at: one.at + 120 }))).toBe(1);
      expect(objections(result.heard.with(index, { ...one, at: one.at - 200 }))).toBeGreaterThan(0);
    }
    expect(objections([...others, { ...one, printer: 'Nobody’s' }])).toBeGreaterThan(0);
  }
  expect(judgePrints(life, { ...result, wrong: ['ran back'] }).wrong).toEqual(['ran back']);
});
