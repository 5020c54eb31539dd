import type { Milliseconds } from '../domain/time.ts';

/** An entry with a time; of those with the same time the one with the lower `turn` comes first. */
export interface Timed {
  readonly at: Milliseconds;
  readonly turn: number;
}

/** A binary heap with the earliest entry first. */
export class TimeHeap<Entry extends Timed> {
  #entries: Entry[] = [];

  size(): number {
    return this.#entries.length;
  }

  first(): Entry | undefined {
    return this.#entries[0];
  }

  /** Replaces all entries. */
  fill(entries: Iterable<Entry>): void {
    this.#entries = [...entries].sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  push(entry: Entry): void {
    const heap = this.#entries;
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

  pop(): void {
    const heap = this.#entries;
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

function isBefore(one: Timed, other: Timed): boolean {
  return one.at < other.at || (one.at === other.at && one.turn < other.turn);
}
