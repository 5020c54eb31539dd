import { expect, it } from 'vitest';
import { collector } from '../../../../src/desktop/lifecycle/collect-garbage.ts';

it('collects what nothing refers to, and nothing else', () => {
  const collect = collector();
  collect();
  const before = process.memoryUsage().heapUsed;
  let garbage: unknown[] | null = Array.from({ length: 200_000 }, (_, index) => ({ index }));
  const kept = { of: garbage.length };
  garbage = null;
  expect(process.memoryUsage().heapUsed - before).toBeGreaterThan(4_000_000);
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(2_000_000);
  expect(kept.of).toBe(200_000);
});

it('leaves nothing visible to the app itself', () => {
  collector();
  expect('gc' in globalThis).toBe(false);
});
