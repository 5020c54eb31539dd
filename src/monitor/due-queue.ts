import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { type Timed, TimeHeap } from './time-heap.ts';

/** Times are running time; entries with the same time are in the order in which they were planned. */
interface Entry extends Timed {
  readonly id: PrinterId;
}

/**
 * When each printer is due next. Finding the due ones takes logarithmic time: a binary heap in which replaced plans
 * stay until they come up.
 */
export class DueQueue {
  readonly #planned = new Map<PrinterId, Entry>();
  readonly #heap = new TimeHeap<Entry>();
  #turn = 0;

  /** Plans a printer for `at` (running time), or never if that is infinite; replaces an earlier plan. */
  plan(id: PrinterId, at: Milliseconds): void {
    if (this.#planned.get(id)?.at === at) return;
    this.#planned.delete(id);
    if (at === Number.POSITIVE_INFINITY) return;
    this.#turn += 1;
    const entry = { id, at, turn: this.#turn };
    this.#planned.set(id, entry);
    if (this.#heap.size() > 4 * this.#planned.size + 64) this.#heap.fill(this.#planned.values());
    else this.#heap.push(entry);
  }

  forget(id: PrinterId): void {
    this.#planned.delete(id);
  }

  /** Removes and returns the due printers, earliest first. */
  takeDue(elapsed: Milliseconds): readonly PrinterId[] {
    const due: PrinterId[] = [];
    for (let id = this.takeFirst(elapsed); id !== null; id = this.takeFirst(elapsed)) due.push(id);
    return due;
  }

  /** Removes and returns the earliest due printer; null when none is due. */
  takeFirst(elapsed: Milliseconds): PrinterId | null {
    const first = this.#first();
    if (first === null || first.at > elapsed) return null;
    this.#heap.pop();
    this.#planned.delete(first.id);
    return first.id;
  }

  /** How many printers are planned. */
  size(): number {
    return this.#planned.size;
  }

  /** Returns when the next printer is due (running time); infinite when none is planned. */
  nextAt(): Milliseconds {
    return this.#first()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Returns the earliest plan that was not replaced. */
  #first(): Entry | null {
    for (let first = this.#heap.first(); first !== undefined; first = this.#heap.first()) {
      if (this.#planned.get(first.id) === first) return first;
      this.#heap.pop();
    }
    return null;
  }
}
