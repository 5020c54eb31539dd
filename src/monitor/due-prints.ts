import type { Intervals } from '../domain/intervals.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { DueQueue } from './due-queue.ts';
import type { PrintCheck } from './print-schedule.ts';

/** Requests are not spread out below this number per second. */
const leastInSecond = 2;

/** When each printer's print is due next; those worth waking up for are separate from the others. */
export class DuePrints {
  readonly #lively = new DueQueue();
  readonly #calm = new DueQueue();

  /** Plans a printer's next check; null for never. */
  plan(id: PrinterId, check: PrintCheck | null): void {
    const [those, others] = check?.wakes === true ? [this.#lively, this.#calm] : [this.#calm, this.#lively];
    others.forget(id);
    if (check === null) those.forget(id);
    else those.plan(id, check.at);
  }

  /** Removes and returns the printer that has been due for longest; null when none is due. */
  takeFirst(elapsed: Milliseconds): PrinterId | null {
    const first = this.#lively.nextAt() <= this.#calm.nextAt() ? this.#lively : this.#calm;
    return first.takeFirst(elapsed);
  }

  /**
   * Returns when the next printer worth waking up for is due (running time), possibly in the past; infinite for none.
   */
  wakesAt(): Milliseconds {
    return this.#lively.nextAt();
  }

  /** Returns how many requests may start within a second: two, or twice the average rate. */
  mostInSecond({ printing, noPrint, requestSecond }: Intervals): number {
    const even = this.#lively.size() / printing + this.#calm.size() / noPrint;
    return Math.max(leastInSecond, Math.floor(2 * even * requestSecond));
  }
}
