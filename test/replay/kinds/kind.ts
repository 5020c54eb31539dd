import { describe, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { type Lived, live, readCase } from './lived.ts';

/** A trace of the same kind as a case, and what is different about it. */
export type Variation = readonly [what: string, trace: readonly TraceEvent[]];

/**
 * A kind of trouble: the case in which it was met first, others of the same kind, and what has to come out of all of them. The
 * check takes its moments from the trace, so that it holds for every phase and length. With `only` the case itself is left
 * out: relatives of it from which something else has to come out.
 */
export function kind(
  file: string,
  check: (lived: Lived) => void,
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

/** P0, P1, … */
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

/** The same trace with everything from `from` on that much later. */
export function later(trace: readonly TraceEvent[], by: number, from = 1): readonly TraceEvent[] {
  return trace.map((event) => (event.at < from ? event : { ...event, at: event.at + by }));
}

/** A case at other phases of the polls. */
export function phases(file: string, ...shifts: readonly number[]): readonly Variation[] {
  return shifts.map((by): Variation => [`${by} s later`, later(readCase(file), by)]);
}
