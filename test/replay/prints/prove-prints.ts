import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { judgePrints } from './judge-prints.ts';
import { liveReplayed } from './live-replayed.ts';
import { type PrintLife, printLife } from './print-life.ts';

/** Prints of each of the three printers of a life. */
const printsEach = 8;
export const printsOfLife = 3 * printsEach;

/** What came of one life with the whole app. */
export interface ProvedLife {
  readonly seed: number;
  readonly prints: number;
  /** Ends that were told, and the longest that took while somebody was there, in seconds. */
  readonly ends: number;
  readonly slowest: number;
  /** Everything false, missed, late or told twice, a line each. */
  readonly wrong: readonly string[];
  /** Questions about connections that were held against the same life without prints. */
  readonly polls: number;
}

/** Lives through the prints of three printers with the whole app, and judges it; each fourth life without its prints too. */
export async function provedLife(seed: number): Promise<ProvedLife> {
  const life = printLife(seededRandom(seed), printsEach);
  const { wrong, ends, slowest } = judgePrints(life, await liveReplayed(life));
  const { late, polls } = seed % 4 === 0 ? await comparedPolls(life) : { late: [], polls: 0 };
  return { seed, prints: life.prints.length, ends, slowest, wrong: [...wrong, ...late], polls };
}

/**
 * Holds the questions about connections against those of the same life without prints. The network stays: when its loss is
 * noticed depends on when it is looked at, and what is asked without one reaches nobody.
 */
async function comparedPolls(whole: PrintLife): Promise<{ late: readonly string[]; polls: number }> {
  const life = { ...whole, absences: whole.absences.filter(({ why }) => why !== 'offline') };
  const lived = await liveReplayed(life);
  const without = await liveReplayed(life, false);
  const late: string[] = [];
  let polls = 0;
  for (const [printer, before] of without.polls) {
    const after = lived.polls.get(printer) ?? [];
    polls += before.length;
    const number = before.findIndex((at, index) => (after[index] ?? Number.POSITIVE_INFINITY) > at);
    if (number >= 0) late.push(`${printer}: question ${number} at ${before[number]} ms came at ${after[number]} ms`);
  }
  return { late, polls };
}
