import { expect, test } from 'vitest';
import { intervalsFor } from '../../../../src/domain/intervals.ts';
import { isPrintStale, printShown } from '../../../../src/domain/print/shown-print.ts';
import { defaultSettings } from '../../../../src/domain/settings.ts';
import { MINUTE } from '../../../../src/domain/time.ts';
import { failure, last, start } from '../../../support/print/reports.ts';

const intervals = intervalsFor(defaultSettings, null);
const printing = { state: 'printing', id: 'a', progress: 40, duration: 4_000, left: 6_000 };

test('figures are shown while a print runs, and never after its end or while it is unknown', () => {
  for (const state of ['printing', 'paused', 'resuming', 'warmingup']) {
    expect(printShown(last([[0, { ...printing, state }]]))).not.toBeNull();
  }
  for (const state of ['idle', 'complete', 'cancelled', 'error']) {
    const over = last([
      [0, printing],
      [60, { ...printing, state, layer: 515 }],
    ]);
    expect(printShown(over)).toBeNull();
  }
  const gone = last([
    [0, printing],
    [60, failure('printer-not-answering', 785)],
  ]);
  expect(printShown(gone)).toBeNull();
});

test('a print is stale after two and a half polls, and an idle printer after as many of its own', () => {
  const [busy, idle] = [last([[0, printing]]), last([[0, { state: 'idle' }]])];
  expect([2, 3].map((minutes) => isPrintStale(busy, start + minutes * MINUTE, intervals))).toEqual([false, true]);
  expect([12, 13].map((minutes) => isPrintStale(idle, start + minutes * MINUTE, intervals))).toEqual([false, true]);
});
