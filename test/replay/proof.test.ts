import { describe, expect, it } from 'vitest';
import { type ReplayLine, replay } from '../../src/demo/replay.ts';
import { plausibleLife } from './life.ts';
import { judge } from './truth.ts';

/** Two fixed seeds, and two that nobody chose; a failure names its seed. */
const seeds = [1, 2, Math.floor(Date.now() / 1_000), Math.floor(Math.random() * 2 ** 31)];

describe('alerts over plausible lives', () => {
  it.each(seeds)('are never false, missed or doubled, and polite (seed %i)', async (seed) => {
    const life = plausibleLife(seed, 6, 7);
    const lines: ReplayLine[] = [];
    await replay(life.trace, (line) => lines.push(line));
    const { delays, ...verdict } = judge(life, lines);
    expect(verdict).toEqual({ false: [], missed: [], doubled: [], impolite: [] });
    expect(delays.length).toBeGreaterThan(0);
  });
});
