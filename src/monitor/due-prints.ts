import type { Intervals } from '../domain/intervals.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { DueQueue } from './due-queue.ts';
import type { PrintCheck, PrintUrgency } from './print-schedule.ts';

/** Requests are not spread out below this number per second. */
const leastInSecond = 2;

/** Most urgent first. */
const urgencies: readonly PrintUrgency[] = ['running', 'first', 'idle'];

/** One request in so many goes to the printer that has been due for longest, so that none waits forever. */
const fairTurn = 4;

/** When each printer's print is due next, by urgency. */
export class DuePrints {
  readonly #queues: Readonly<Record<PrintUrgency, DueQueue>> = {
    running: new DueQueue(),
    first: new DueQueue(),
    idle: new DueQueue(),
  };
  #taken = 0;

  /** Plans a printer's next check; null for never. */
  plan(id: PrinterId, check: PrintCheck | null): void {
    for (const urgency of urgencies) {
      if (urgency === check?.urgency) this.#queues[urgency].plan(id, check.at);
      else this.#queues[urgency].forget(id);
    }
  }

  /** Whether nothing is planned. */
  isEmpty(): boolean {
    return urgencies.every((urgency) => this.#queues[urgency].size() === 0);
  }

  /** Removes and returns the due printer that is most urgent, or has been due for longest; null when none is due. */
  takeFirst(elapsed: Milliseconds): PrinterId | null {
    const due = urgencies.map((urgency) => this.#queues[urgency]).filter((queue) => queue.nextAt() <= elapsed);
    const [urgent] = due;
    if (urgent === undefined) return null;
    this.#taken += 1;
    const isFair = this.#taken % fairTurn === 0;
    const queue = isFair ? due.reduce((one, other) => (other.nextAt() < one.nextAt() ? other : one)) : urgent;
    return queue.takeFirst(elapsed);
  }

  /**
   * Returns when the next printer worth waking up for is due (running time), possibly in the past; infinite for none.
   */
  wakesAt(): Milliseconds {
    return Math.min(this.#queues.running.nextAt(), this.#queues.first.nextAt());
  }

  /** Returns how many requests may start within a second: two, or twice the average rate. */
  mostInSecond({ printing, noPrint, requestSecond }: Intervals): number {
    const { running, first, idle } = this.#queues;
    const even = (running.size() + first.size()) / printing + idle.size() / noPrint;
    return Math.max(leastInSecond, Math.floor(2 * even * requestSecond));
  }
}
