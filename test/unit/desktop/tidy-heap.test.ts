import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTidyHeap, keepHeapTidy } from '../../../src/desktop/tidy-heap.ts';

const megabyte = 1024 * 1024;

test('collects the first time, and then when more than 4 MB came together', () => {
  let used = 20 * megabyte;
  let collections = 0;
  const tidy = createTidyHeap({
    used: () => used,
    collect: () => {
      collections += 1;
      used = 8 * megabyte;
    },
  });
  tidy();
  expect(collections).toBe(1);
  used = 12 * megabyte;
  tidy();
  expect(collections).toBe(1);
  used += 1;
  tidy();
  expect([collections, used]).toEqual([2, 8 * megabyte]);
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what V8 itself leaves lying is gone a minute later', () => {
  keepHeapTidy();
  vi.advanceTimersByTime(60_000);
  const before = getHeapStatistics().used_heap_size;
  // Referred to long enough to become old.
  const kept = Array.from({ length: 300_000 }, (_, number) => ({ number }));
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const full = getHeapStatistics().used_heap_size;
  expect(full - before).toBeGreaterThan(4 * megabyte);
  kept.length = 0;
  vi.advanceTimersByTime(60_000);
  expect(getHeapStatistics().used_heap_size).toBeLessThan(full - 4 * megabyte);
});
