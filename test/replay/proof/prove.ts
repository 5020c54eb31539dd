import { type Outcome, outcomeOf } from './figures.ts';
import { type Heard, hear } from './heard.ts';
import { judge } from './judge.ts';
import { type Life, lifeOf } from './life.ts';
import { type Truth, truthOf } from './truth.ts';
import type { Verdict } from './verdict.ts';

/** The length of one life in printer-days, more or less: a few printers for long, or many for hours. */
export const printerDays = 50;

export interface Proof {
  readonly life: Life;
  readonly truth: Truth;
  readonly heard: Heard;
  readonly verdict: Verdict;
}

/** Lives through the life of `seed` and judges all that came of it. */
export async function prove(seed: number, length = printerDays): Promise<Proof> {
  const life = lifeOf(seed, length);
  const truth = truthOf(life.trace, life.end);
  const heard = await hear(life.trace, truth);
  return { life, truth, heard, verdict: judge(truth, heard) };
}

/** The same, as plain data. */
export async function outcomeOfSeed(seed: number): Promise<Outcome> {
  const { life, verdict } = await prove(seed);
  return outcomeOf(seed, life, verdict);
}
