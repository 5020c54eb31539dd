import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { mostAtOnce } from './lanes.ts';

/** Requests about prints under way at once, whatever is free. */
const mostPrints = 3;

/** One lane stays free for the Info API even while nobody waits for it. */
const keptFree = 1;

/** What the Info API has of the lanes, and what waits for them. */
export interface InfoLanes {
  readonly underWay: number;
  readonly waiting: number;
}

/** So many requests about prints may begin within a window of time. */
export interface PrintBudget {
  readonly window: Milliseconds;
  readonly most: number;
}

/** Whether another request about a print may begin. */
export type PrintRoom =
  | { readonly kind: 'free' }
  /** Too many began just now; the next may in so many milliseconds, though nothing ends before. */
  | { readonly kind: 'paced'; readonly wait: Milliseconds }
  /** Not before something ends. */
  | { readonly kind: 'full' };

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

  /** Whose requests are to be given up now, for the Info API needs their lanes: the latest first. */
  toGiveUp(info: InfoLanes): readonly PrinterId[] {
    const tooMany = Math.max(0, info.underWay + this.#lanes.size - mostAtOnce);
    return tooMany === 0 ? [] : [...this.#lanes.keys()].slice(this.#lanes.size - tooMany);
  }

  /** Whether a request may begin at `at`. */
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
