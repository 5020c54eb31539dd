import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { live, newOnes, recorded } from './replay-result.ts';

/** A new notification that a user expects: its kind and printers, when it appears (from, to), and since when it is true. */
export type Expected = readonly [kind: string, printers: string, from: number, to: number, since?: number];

/** Replays a trace and compares every new notification with what a user expects; the history must not be wrong. */
export async function expectNotified(trace: readonly TraceEvent[], expected: readonly Expected[]) {
  const lived = await live(trace);
  const news = newOnes(lived);
  const seen = news.map(({ alert, printers, at, since }) => `${alert} ${printers.join(' ')} at ${at} since ${since}`);
  expect(
    news.map(({ alert, printers }) => `${alert} ${printers.join(' ')}`.trim()),
    seen.join('\n'),
  ).toEqual(expected.map(([kind, printers]) => `${kind} ${printers}`.trim()));
  for (const [index, [kind, , from, to, since]] of expected.entries()) {
    const { at = 0, since: shown } = news[index] ?? {};
    expect(at, `${kind}: ${seen[index]}`).toBeGreaterThanOrEqual(from);
    expect(at, `${kind}: ${seen[index]}`).toBeLessThanOrEqual(to);
    if (since !== undefined) expect(Math.abs((shown ?? 0) - since), `${kind}: ${seen[index]}`).toBeLessThanOrEqual(1);
  }
  for (const printer of lived.world.printers) expect(recorded(lived, printer).wrong, printer).toBe(0);
  return lived;
}
