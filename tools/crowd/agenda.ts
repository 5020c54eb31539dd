import type { Milliseconds } from '../../src/domain/time.ts';
import { type Timed, TimeHeap } from '../../src/monitor/time-heap.ts';

interface Entry extends Timed {
  run: (() => void) | null;
}

/** A scheduler for a hundred thousand timers: a heap in which cancelled entries stay until they come up. */
export class Agenda {
  now: Milliseconds = 0;
  readonly #heap = new TimeHeap<Entry>();
  #turn = 0;

  /** Schedules a function; returns a function that cancels it. */
  plan(at: Milliseconds, run: () => void): () => void {
    this.#turn += 1;
    const entry: Entry = { at: Math.max(at, this.now), turn: this.#turn, run };
    this.#heap.push(entry);
    return () => {
      entry.run = null;
    };
  }

  /** Runs everything scheduled until `end`, and the promises in between. */
  async runUntil(end: Milliseconds): Promise<void> {
    for (let next = this.#heap.first(); next !== undefined && next.at <= end; next = this.#heap.first()) {
      this.#heap.pop();
      if (next.run === null) continue;
      this.now = next.at;
      next.run();
      // A response resolves through two promises, a burst of changes through a microtask.
      for (let turn = 0; turn < 4; turn += 1) await null;
    }
    this.now = end;
  }
}
