import type { Milliseconds } from '../../src/domain/time.ts';

interface Entry {
  readonly at: Milliseconds;
  readonly order: number;
  run: (() => void) | null;
}

/** What happens when, for a hundred thousand timers: a heap, in which what was called off stays until it comes up. */
export class Agenda {
  now: Milliseconds = 0;
  readonly #heap: Entry[] = [];
  #order = 0;

  /** Plans something; returns how to call it off. */
  plan(at: Milliseconds, run: () => void): () => void {
    this.#order += 1;
    const entry: Entry = { at: Math.max(at, this.now), order: this.#order, run };
    this.#push(entry);
    return () => {
      entry.run = null;
    };
  }

  /** Lets all happen that is planned until `end`, with what promises make of it in between. */
  async runUntil(end: Milliseconds): Promise<void> {
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.run === null) continue;
      this.now = next.at;
      next.run();
      // An answer goes through two promises, the news of a burst of changes through a microtask.
      for (let turn = 0; turn < 4; turn += 1) await null;
    }
    this.now = end;
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
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
