import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';

interface Entry {
  readonly id: PrinterId;
  /** Running time. */
  readonly at: Milliseconds;
  /** Whoever was planned first comes first of those with the same moment. */
  readonly turn: number;
}

/**
 * When each printer is to be looked at next. Finding out who is due costs the same with ten thousand printers as with ten,
 * but for the logarithm: a binary heap, in which plans that were replaced stay until they come up.
 */
export class DueQueue {
  readonly #planned = new Map<PrinterId, Entry>();
  #heap: Entry[] = [];
  #turn = 0;

  /** Plans a printer for `at` (running time), or for never when that is infinite; an earlier plan is forgotten. */
  plan(id: PrinterId, at: Milliseconds): void {
    if (this.#planned.get(id)?.at === at) return;
    this.#planned.delete(id);
    if (at === Number.POSITIVE_INFINITY) return;
    this.#turn += 1;
    const entry = { id, at, turn: this.#turn };
    this.#planned.set(id, entry);
    if (this.#heap.length > 4 * this.#planned.size + 64) this.#rebuild();
    else this.#push(entry);
  }

  forget(id: PrinterId): void {
    this.#planned.delete(id);
  }

  /** Takes out those whose moment has come, the earliest first. */
  takeDue(elapsed: Milliseconds): readonly PrinterId[] {
    const due: PrinterId[] = [];
    for (let first = this.#first(); first !== null && first.at <= elapsed; first = this.#first()) {
      this.#pop();
      this.#planned.delete(first.id);
      due.push(first.id);
    }
    return due;
  }

  /** When the next one is due (running time); infinite when none is planned. */
  nextAt(): Milliseconds {
    return this.#first()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** The earliest plan that still holds. */
  #first(): Entry | null {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (this.#planned.get(first.id) === first) return first;
      this.#pop();
    }
    return null;
  }

  #rebuild(): void {
    this.#heap = [...this.#planned.values()].sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Entry;
      if (!isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) below += 1;
      const child = heap[below] as Entry;
      if (!isBefore(child, last)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = last;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.turn < other.turn);
}
