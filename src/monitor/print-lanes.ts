import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { mostAtOnce } from './lanes.ts';

/** Requests about prints under way at once, whatever is free. */
const mostPrints = 3;

/** One lane stays free for the Info API even while nobody waits for it. */
const keptFree = 1;

/** So many requests about prints begin within a second. */
const mostInSecond = 2;

/** What the Info API has of the lanes, and what waits for them. */
export interface InfoLanes {
  readonly underWay: number;
  readonly waiting: number;
}

/** A print that is due. */
export interface WaitingPrint {
  readonly id: PrinterId;
  /** Since when, running time. */
  readonly since: Milliseconds;
}

export interface PrintTurn {
  /** To be asked now, in this order. */
  readonly next: readonly PrinterId[];
  /** To be given up now: the Info API needs their lanes. */
  readonly giveUp: readonly PrinterId[];
  /** Milliseconds until a look is worth it again though nothing ends before; null when there is no such moment. */
  readonly again: Milliseconds | null;
}

/**
 * The lanes of requests about prints, which are those that the Info API leaves: it comes first, never waits for a print, and
 * takes a lane away from one where six are not enough. Times are running times.
 */
export class PrintLanes {
  /** When each request under way began, oldest first. */
  readonly #lanes = new Map<PrinterId, Milliseconds>();
  #begun: Milliseconds[] = [];

  take(id: PrinterId, at: Milliseconds): void {
    this.#lanes.set(id, at);
    this.#begun.push(at);
  }

  /** Returns false when the lane was freed before. */
  free(id: PrinterId): boolean {
    return this.#lanes.delete(id);
  }

  isUnderWay(id: PrinterId): boolean {
    return this.#lanes.has(id);
  }

  /** Chooses among prints that are due. `second` is the second of "not more than so many in a second". */
  turn(due: readonly WaitingPrint[], info: InfoLanes, at: Milliseconds, second: Milliseconds): PrintTurn {
    const tooMany = Math.max(0, info.underWay + this.#lanes.size - mostAtOnce);
    const giveUp = [...this.#lanes.keys()].slice(this.#lanes.size - tooMany);
    this.#begun = this.#begun.filter((moment) => at - moment < second);
    if (info.waiting > 0) return { next: [], giveUp, again: null };
    const room = Math.min(
      mostPrints - this.#lanes.size,
      mostAtOnce - keptFree - info.underWay - this.#lanes.size,
      mostInSecond - this.#begun.length,
    );
    const waiting = due.filter(({ id }) => !this.#lanes.has(id)).toSorted((one, other) => one.since - other.since);
    const next = waiting.slice(0, Math.max(0, room)).map(({ id }) => id);
    const isPaced = next.length < waiting.length && this.#begun.length + next.length >= mostInSecond;
    const oldest = this.#begun[0] ?? at;
    return { next, giveUp, again: isPaced ? Math.max(1, oldest + second - at) : null };
  }
}
