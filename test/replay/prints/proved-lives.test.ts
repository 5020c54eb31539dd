import { expect, test } from 'vitest';
import { provedLife } from './prove-prints.ts';

/** A small share of the whole proof: `npm run proof -- --prints=10000`. */
test.each([8, 77])('a life of three printers with the whole app (seed %i)', async (seed) => {
  const { wrong, ends, slowest, closed, polls } = await provedLife(seed);
  expect(wrong).toEqual([]);
  expect(ends).toBeGreaterThan(10);
  expect(closed).toBeGreaterThan(3);
  expect(slowest).toBeLessThanOrEqual(78);
  expect(polls > 0).toBe(seed % 8 === 0);
});
