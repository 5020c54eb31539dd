import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { judgePrintScreen } from './judge-print-screen.ts';
import { judgePrints } from './judge-prints.ts';
import { liveReplayed } from './live-replayed.ts';
import { type PrintLife, printLife, printsEach } from './print-life.ts';

/** The result of one life with the whole app. */
export interface ProvedLife {
  readonly seed: number;
  readonly prints: number;
  /** How many ends of prints were reported, and the longest delay for a watched one, in seconds. */
  readonly ends: number;
  readonly slowest: number;
  /** Everything false, missed, late or reported twice, one line each. */
  readonly wrong: readonly string[];
  /** How many notifications about problems were closed because their problem was over. */
  readonly closed: number;
  /** How many polls of connections were compared with the same life without prints. */
  readonly polls: number;
}

/** Runs the whole app through the prints of three printers and judges it; every eighth life also without its prints. */
export async function provedLife(seed: number): Promise<ProvedLife> {
  const life = printLife(seededRandom(seed), printsEach);
  const replayed = await liveReplayed(life);
  const { wrong, ends, slowest } = judgePrints(life, replayed);
  const screen = judgePrintScreen(life, replayed.seen);
  const { late, polls } = seed % 8 === 0 ? await comparedPolls(life) : { late: [], polls: 0 };
  return {
    seed,
    prints: life.prints.length,
    ends,
    slowest,
    wrong: [...wrong, ...screen.wrong, ...late],
    closed: screen.closed,
    polls,
  };
}

/**
 * Compares the polls of connections with those of the same life without prints. The network stays up, because the time
 * at which an outage is noticed depends on when it is checked, and requests without a network reach nothing.
 */
async function comparedPolls(whole: PrintLife): Promise<{ late: readonly string[]; polls: number }> {
  const life = { ...whole, absences: whole.absences.filter(({ why }) => why !== 'offline') };
  const result = await liveReplayed(life);
  const without = await liveReplayed(life, false);
  const late: string[] = [];
  let polls = 0;
  for (const [printer, before] of without.polls) {
    const after = result.polls.get(printer) ?? [];
    polls += before.length;
    const number = before.findIndex((at, index) => (after[index] ?? Number.POSITIVE_INFINITY) > at);
    if (number >= 0) late.push(`${printer}: question ${number} at ${before[number]} ms came at ${after[number]} ms`);
  }
  return { late, polls };
}
