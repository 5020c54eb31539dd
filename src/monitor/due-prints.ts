import type { Intervals } from '../domain/intervals.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { DueQueue } from './due-queue.ts';
import type { PrintCheck } from './print-schedule.ts';

/** Fewer than these do not have to be spread. */
const leastInSecond = 2;

/** When each printer's print is to be asked about next: those worth waking up for apart from those that are not. */
export class DuePrints {
  readonly #lively = new DueQueue();
  readonly #calm = new DueQueue();

  /** Plans a printer as `check` says; null for never. */
  plan(id: PrinterId, check: PrintCheck | null): void {
    const [those, others] = check?.wakes === true ? [this.#lively, this.#calm] : [this.#calm, this.#lively];
    others.forget(id);
    if (check === null) those.forget(id);
    else those.plan(id, check.at);
  }

  /** Takes out whoever has been due for longest; null when nobody is. */
  takeFirst(elapsed: Milliseconds): PrinterId | null {
    const first = this.#lively.nextAt() <= this.#calm.nextAt() ? this.#lively : this.#calm;
    return first.takeFirst(elapsed);
  }

  /** When somebody is due who is worth waking up for (running time), in the past for one who waits; infinite when nobody is. */
  wakesAt(): Milliseconds {
    return this.#lively.nextAt();
  }

  /** How many requests may begin within a second: two, or twice as many as there are to be on average. */
  mostInSecond({ printing, noPrint, requestSecond }: Intervals): number {
    const even = this.#lively.size() / printing + this.#calm.size() / noPrint;
    return Math.max(leastInSecond, Math.floor(2 * even * requestSecond));
  }
}
