import type { Milliseconds } from '../domain/time.ts';
import type { Waiting } from './lanes.ts';

/**
 * A prompt printer whose requests take a second longer lets others go first that became due up to this many seconds
 * later. A quick one costs the others next to nothing; in turn it would be checked as rarely as many slower ones.
 */
const letsGoFirst = 60;

/** Those of the waiting printers that may be checked next, in order. */
export interface Contenders {
  readonly prompt: readonly Waiting[];
  readonly slow: readonly Waiting[];
  /** The prompt printer that the user wants checked, else the one with the latest usable response. */
  readonly freshest: Waiting | undefined;
}

/**
 * Returns the first `most` prompt and slow printers, each with and without a request budget. One pass over all of them:
 * in the first round thousands wait, and sorting them before each request would take longer than the request.
 */
export function contendersAmong(waiting: Iterable<Waiting>, most: number): Contenders {
  const prompt: First = { paced: [], unpaced: [] };
  const slow: First = { paced: [], unpaced: [] };
  let freshest: Placed | undefined;
  let number = 0;
  for (const one of waiting) {
    const placed = { one, place: placeOf(one), number };
    number += 1;
    const first = isSlow(one) ? slow : prompt;
    insert(one.unpaced ? first.unpaced : first.paced, placed, most);
    if (!isSlow(one) && (freshest === undefined || isFresher(placed, freshest))) freshest = placed;
  }
  const inOrder = ({ paced, unpaced }: First) => [...unpaced, ...paced].sort(compare).map(({ one }) => one);
  return { prompt: inOrder(prompt), slow: inOrder(slow), freshest: freshest?.one };
}

/** Whether the printer's last requests were slow. */
export function isSlow({ habit }: Waiting): boolean {
  return habit.toProve > 0;
}

interface Placed {
  readonly one: Waiting;
  readonly place: Milliseconds;
  /** Of those with the same place, the first comes first. */
  readonly number: number;
}

/** The first ones, in order. */
interface First {
  readonly paced: Placed[];
  readonly unpaced: Placed[];
}

function placeOf(one: Waiting): Milliseconds {
  return one.since + (isSlow(one) ? 0 : letsGoFirst * one.habit.took);
}

function compare(one: Placed, other: Placed): number {
  return Number(other.one.byHand) - Number(one.one.byHand) || one.place - other.place || one.number - other.number;
}

/** Inserts in order, and drops what is beyond the first `most`. */
function insert(first: Placed[], placed: Placed, most: number): void {
  const last = first.at(-1);
  if (first.length >= most && last !== undefined && compare(placed, last) > 0) return;
  let at = first.length;
  for (let before = first[at - 1]; before !== undefined && compare(placed, before) < 0; before = first[at - 1]) at -= 1;
  first.splice(at, 0, placed);
  if (first.length > most) first.pop();
}

function isFresher(one: Placed, other: Placed): boolean {
  if (one.one.byHand || other.one.byHand) return compare(one, other) < 0;
  const later = (one.one.habit.answeredAt ?? 0) - (other.one.habit.answeredAt ?? 0);
  return later > 0 || (later === 0 && compare(one, other) < 0);
}
