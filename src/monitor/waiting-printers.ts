import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Waiting } from './lanes.ts';
import { SortedList } from './sorted-list.ts';

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
 * The printers that are due but not being checked yet, in order: hundreds of them may wait, and going through all of
 * them before each request would take longer than the request.
 */
export class WaitingPrinters {
  readonly #placed = new Map<PrinterId, Placed>();
  readonly #prompt = { paced: new SortedList(compare), unpaced: new SortedList(compare) };
  readonly #slow = { paced: new SortedList(compare), unpaced: new SortedList(compare) };
  /** The prompt ones. */
  readonly #freshest = new SortedList(compareFreshness);
  #number = 0;

  size(): number {
    return this.#placed.size;
  }

  /** Adds a printer; one that is waiting already keeps its place among those with the same. */
  set(one: Waiting): void {
    const before = this.#placed.get(one.id);
    if (before === undefined) this.#number += 1;
    else this.#remove(before);
    const placed = { one, place: placeOf(one), number: before?.number ?? this.#number };
    this.#placed.set(one.id, placed);
    this.#listOf(one).add(placed);
    if (!isSlow(one)) this.#freshest.add(placed);
  }

  delete(id: PrinterId): void {
    const placed = this.#placed.get(id);
    if (placed === undefined) return;
    this.#placed.delete(id);
    this.#remove(placed);
  }

  /** Returns the first `most` prompt and slow printers, each with and without a request budget. */
  contenders(most: number): Contenders {
    const inOrder = ({ paced, unpaced }: { readonly paced: Places; readonly unpaced: Places }) => {
      const first = unpaced.first(most);
      const both = first.length === 0 ? paced.first(most) : [...first, ...paced.first(most)].sort(compare);
      return both.map(({ one }) => one);
    };
    return { prompt: inOrder(this.#prompt), slow: inOrder(this.#slow), freshest: this.#freshest.first(1)[0]?.one };
  }

  #remove(placed: Placed): void {
    this.#listOf(placed.one).remove(placed);
    if (!isSlow(placed.one)) this.#freshest.remove(placed);
  }

  #listOf(one: Waiting): Places {
    const kind = isSlow(one) ? this.#slow : this.#prompt;
    return one.unpaced ? kind.unpaced : kind.paced;
  }
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

type Places = SortedList<Placed>;

function placeOf(one: Waiting): Milliseconds {
  return one.since + (isSlow(one) ? 0 : letsGoFirst * one.habit.took);
}

function compare(one: Placed, other: Placed): number {
  return byHandFirst(one, other) || one.place - other.place || one.number - other.number;
}

function compareFreshness(one: Placed, other: Placed): number {
  const later = one.one.byHand ? 0 : (other.one.habit.answeredAt ?? 0) - (one.one.habit.answeredAt ?? 0);
  return byHandFirst(one, other) || later || compare(one, other);
}

function byHandFirst(one: Placed, other: Placed): number {
  return Number(other.one.byHand) - Number(one.one.byHand);
}
