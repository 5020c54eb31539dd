import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { type Timed, TimeHeap } from './time-heap.ts';

/** Moments are running time; of those with the same moment whoever was planned first comes first. */
interface Entry extends Timed {
  readonly id: PrinterId;
}

/**
 * When each printer is to be looked at next. Finding out who is due costs the same with ten thousand printers as with ten,
 * but for the logarithm: a binary heap, in which plans that were replaced stay until they come up.
 */
export class DueQueue {
  readonly #planned = new Map<PrinterId, Entry>();
  readonly #heap = new TimeHeap<Entry>();
  #turn = 0;

  /** Plans a printer for `at` (running time), or for never when that is infinite; an earlier plan is forgotten. */
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

  /** Takes out those whose moment has come, the earliest first. */
  takeDue(elapsed: Milliseconds): readonly PrinterId[] {
    const due: PrinterId[] = [];
    for (let id = this.takeFirst(elapsed); id !== null; id = this.takeFirst(elapsed)) due.push(id);
    return due;
  }

  /** Takes out the earliest of those whose moment has come; null when there is none. */
  takeFirst(elapsed: Milliseconds): PrinterId | null {
    const first = this.#first();
    if (first === null || first.at > elapsed) return null;
    this.#heap.pop();
    this.#planned.delete(first.id);
    return first.id;
  }

  /** How many are planned. */
  size(): number {
    return this.#planned.size;
  }

  /** When the next one is due (running time); infinite when none is planned. */
  nextAt(): Milliseconds {
    return this.#first()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** The earliest plan that still holds. */
  #first(): Entry | null {
    for (let first = this.#heap.first(); first !== undefined; first = this.#heap.first()) {
      if (this.#planned.get(first.id) === first) return first;
      this.#heap.pop();
    }
    return null;
  }
}
