import { describe, expect, test } from 'vitest';
import { leadingPrint, progressOf, progressSteps } from '../../../../src/domain/print/print-progress.ts';
import type { PrintStatus } from '../../../../src/domain/print/print-status.ts';
import { last, type ReportFields } from '../../../support/print/reports.ts';

/** Returns the status of a printer that printed for an hour and reports this after another minute. */
const seen = (reported: Partial<ReportFields>): PrintStatus => {
  const printing: ReportFields = { state: 'printing', id: 'a', progress: 40, duration: 3_600, left: 5_400 };
  return last([
    [0, printing],
    [60, { ...printing, duration: 3_660, ...reported }],
  ]);
};
const of = (...those: readonly (readonly [id: string, print: PrintStatus])[]) =>
  leadingPrint(those.map(([id, print]) => ({ id, print })));

describe('the print that speaks for all', () => {
  test('is the one that ends first, and the others are counted', () => {
    const lead = of(
      ['slow', seen({ left: 9_000 })],
      ['idle', last([[0, { state: 'idle', progress: 99, left: 10 }]])],
      ['soon', seen({ left: 1_800, progress: 41 })],
      ['paused', seen({ state: 'paused', progress: 45 })],
    );
    expect(lead).toMatchObject({ printer: 'soon', count: 3, gadget: null });
  });

  test('is the most advanced where nobody knows an end', () => {
    const paused = (progress: number) => seen({ state: 'paused', progress });
    expect(of(['a', paused(41)], ['b', paused(47)], ['c', paused(44)])?.printer).toBe('b');
    expect(of()).toBeNull();
    expect(of(['a', last([[0, { state: 'idle' }]])])).toBeNull();
  });

  test('is the one that Gadget warns of, while it does', () => {
    const warned = seen({ warned: 60 });
    expect(of(['a', seen({ left: 60 })], ['b', warned])).toMatchObject({ printer: 'b', gadget: 'warning' });
    const longAgo = seen({ warned: 45 * 60 });
    expect(of(['b', longAgo])?.gadget).toBeNull();
    expect(of(['b', seen({ state: 'paused', gadgetPaused: 5 })])?.gadget).toBe('paused');
    expect(of(['b', seen({ state: 'paused', gadgetPaused: 1_800 })])?.gadget).toBeNull();
  });

  test.each([
    [0, 0],
    [8.3, 0],
    [8.4, 1],
    [41.7, 5],
    [99.9, 11],
    [100, progressSteps],
  ])('%d % are %d steps', (progress, step) => {
    const glance = { kind: 'printing', progress, finishAt: null, about: false } as const;
    expect(progressOf({ printer: 'a', glance, gadget: null, count: 1 })).toEqual({ step, warns: false });
  });

  test('without a progress the ring is empty', () => {
    const glance = { kind: 'warming-up', progress: null, finishAt: null, about: false } as const;
    expect(progressOf({ printer: 'a', glance, gadget: 'warning', count: 1 })).toEqual({ step: 0, warns: true });
  });
});
