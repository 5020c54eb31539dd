import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { mostAtOnce } from './lanes.ts';

/** Maximum number of concurrent print requests, however many lanes are free. */
const mostPrints = 3;

/** One lane stays free for the Info API even while no printer waits for it. */
const keptFree = 1;

/**
 * So many requests may be in progress even while the Info API uses all six lanes, as it always does with more than
 * about 1,800 printers: no print would ever be seen otherwise.
 */
const ownLane = 1;

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
 * The lanes of print requests: those that the Info API leaves free, and one more that it doesn't use. The Info API has
 * priority, never waits for a print request, and takes a lane from one if six are not enough. Times are running time.
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
    const mayStay = Math.max(ownLane, mostAtOnce - info.underWay);
    return [...this.#lanes.keys()].slice(mayStay);
  }

  /** Returns whether a request may start at `at`. */
  room(info: InfoLanes, at: Milliseconds, { window, most }: PrintBudget): PrintRoom {
    this.#begun = this.#begun.filter((moment) => at - moment < window);
    const taken = this.#lanes.size;
    const isFull = info.waiting > 0 || taken >= mostPrints || info.underWay + taken >= mostAtOnce - keptFree;
    if (isFull && taken >= ownLane) return { kind: 'full' };
    const [oldest] = this.#begun;
    if (oldest === undefined || this.#begun.length < most) return { kind: 'free' };
    return { kind: 'paced', wait: Math.max(1, oldest + window - at) };
  }
}
