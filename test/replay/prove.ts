import { type ReplayLine, replay } from '../../src/demo/replay.ts';
import type { Figures } from './figures.ts';
import { judge } from './judge.ts';
import { anyLife, type Life } from './life.ts';
import type { Verdict } from './truth/verdict.ts';

/** The length of one life in printer-days, more or less: a few printers for long, or many for a few days. */
const printerDays = 84;

export interface Proof {
  readonly life: Life;
  readonly lines: readonly ReplayLine[];
  readonly verdict: Verdict;
}

/** Lives through the life of `seed` and judges what was told. */
export async function prove(seed: number): Promise<Proof> {
  const life = anyLife(seed, printerDays);
  const lines: ReplayLine[] = [];
  await replay(life.trace, (line) => lines.push(line));
  return { life, lines, verdict: judge(life, lines) };
}

/** Proves one seed after the other and adds each to `figures`. */
export async function proveAll(seeds: readonly number[], figures: Figures): Promise<void> {
  for (const seed of seeds) {
    const { life, lines, verdict } = await prove(seed);
    figures.add(seed, life, lines, verdict);
  }
}
