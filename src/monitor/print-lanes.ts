import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { mostAtOnce } from './lanes.ts';

/** Maximum number of concurrent print requests, however many lanes are free. */
const mostPrints = 3;

/** One lane stays free for the Info API even while no printer waits for it. */
const keptFree = 1;

/** How many lanes the Info API uses, and how many printers wait for one. */
export interface InfoLanes {
  readonly underWay: number;
  readonly waiting: number;
}

/** At most `most` print requests may start within `window` ms. */
export interface PrintBudget {
  readonly window: Milliseconds;
  readonly most: number;
}

/** Whether another print request may start. */
export type PrintRoom =
  | { readonly kind: 'free' }
  /** Too many started just now; the next may start in `wait` ms, even if none ends before. */
  | { readonly kind: 'paced'; readonly wait: Milliseconds }
  /** Not before a request ends. */
  | { readonly kind: 'full' };

/**
 * The lanes of print requests: those that the Info API leaves free. The Info API has priority, never waits for a print
 * request, and takes a lane from one if six are not enough. Times are running time.
 */
export class PrintLanes {
  /** When each request in progress began, oldest first. */
  readonly #lanes = new Map<PrinterId, Milliseconds>();
  #begun: Milliseconds[] = [];

  take(id: PrinterId, at: Milliseconds): void {
    this.#lanes.set(id, at);
    this.#begun.push(at);
  }

  /** Returns false if the lane was already freed. */
  free(id: PrinterId): boolean {
    return this.#lanes.delete(id);
  }

  isUnderWay(id: PrinterId): boolean {
    return this.#lanes.has(id);
  }

  /** Returns the printers whose requests have to be aborted because the Info API needs their lanes: the latest ones. */
  toGiveUp(info: InfoLanes): readonly PrinterId[] {
    const tooMany = Math.max(0, info.underWay + this.#lanes.size - mostAtOnce);
    return tooMany === 0 ? [] : [...this.#lanes.keys()].slice(this.#lanes.size - tooMany);
  }

  /** Returns whether a request may start at `at`. */
  room(info: InfoLanes, at: Milliseconds, { window, most }: PrintBudget): PrintRoom {
    this.#begun = this.#begun.filter((moment) => at - moment < window);
    const isFull =
      info.waiting > 0 || this.#lanes.size >= mostPrints || info.underWay + this.#lanes.size >= mostAtOnce - keptFree;
    if (isFull) return { kind: 'full' };
    const [oldest] = this.#begun;
    if (oldest === undefined || this.#begun.length < most) return { kind: 'free' };
    return { kind: 'paced', wait: Math.max(1, oldest + window - at) };
  }
}
