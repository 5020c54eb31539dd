import { type Outcome, outcomeOf } from './figures.ts';
import { type Heard, hear } from './heard.ts';
import { judge } from './judge.ts';
import { type Life, lifeOf } from './life.ts';
import { type Truth, truthOf } from './truth.ts';
import type { Verdict } from './verdict.ts';

/** The approximate length of one scenario in printer-days: a few printers for days, or many for hours. */
export const printerDays = 50;

export interface Proof {
  readonly life: Life;
  readonly truth: Truth;
  readonly heard: Heard;
  readonly verdict: Verdict;
}

/** Runs the scenario of `seed` and judges its results. */
export async function prove(seed: number, length = printerDays): Promise<Proof> {
  const life = lifeOf(seed, length);
  const truth = truthOf(life.trace, life.end);
  const heard = await hear(life.trace, truth);
  return { life, truth, heard, verdict: judge(truth, heard) };
}

/** Returns the results as plain data. */
export async function outcomeOfSeed(seed: number): Promise<Outcome> {
  const { life, verdict } = await prove(seed);
  return outcomeOf(seed, life, verdict);
}
