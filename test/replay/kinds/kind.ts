import { describe, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { live, type ReplayResult, readCase } from './replay-result.ts';

/** A trace similar to a case, and how it differs. */
export type Variation = readonly [what: string, trace: readonly TraceEvent[]];

/**
 * Tests a kind of problem: the case in which it first occurred, variations of it, and a check for all of them. The
 * check takes its times from the trace, so that it works for every phase and length. With `only` the case itself is
 * omitted: for variations with a different result.
 */
export function kind(
  file: string,
  check: (result: ReplayResult) => void,
  variations: readonly Variation[] = [],
  { only }: { readonly only?: 'variations' } = {},
): void {
  const met: readonly Variation[] = only === undefined ? [['as it was met', readCase(file)]] : [];
  const all = [...met, ...variations];
  describe(file, () => {
    it.each(all)('%s', async (_what, trace) => {
      check(await live(trace));
    });
  });
}

/** Returns P0, P1, … */
export function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `P${index}`);
}

export function link(at: number, state: 'up' | 'down', ...printers: readonly string[]): readonly TraceEvent[] {
  return printers.map((printer) => ({ at, printer, link: state }));
}

export function answer(at: number, status: number, ...printers: readonly string[]): readonly TraceEvent[] {
  return printers.map((printer) => ({ at, printer, answer: status }));
}

export function end(at: number): readonly TraceEvent[] {
  return [{ at, end: true }];
}

export function poll(pollSeconds: number): readonly TraceEvent[] {
  return [{ at: 0, setting: { pollSeconds } }];
}

/** Delays everything in a trace from `from` on. */
export function later(trace: readonly TraceEvent[], by: number, from = 1): readonly TraceEvent[] {
  return trace.map((event) => (event.at < from ? event : { ...event, at: event.at + by }));
}

/** Returns a case at other phases of the polls. */
export function phases(file: string, ...shifts: readonly number[]): readonly Variation[] {
  return shifts.map((by): Variation => [`${by} s later`, later(readCase(file), by)]);
}
