import {
  type ServerTime,
  serverNow,
  serverTimeAfterAnswer,
  serverTimeAfterJump,
  serverTimeByOwnClock,
} from '../domain/server-time.ts';
import { HOUR, type Instant, type Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** A clock that was set is not believed about sleep for this long. */
const doubtTime: Milliseconds = HOUR;

/** A correction of server time: moments from `from` on were `by` ms too early. */
export interface Correction {
  readonly from: Instant;
  readonly by: Milliseconds;
}

/**
 * The clock that the monitor goes by: OctoEverywhere's, carried on by running time. This computer's own clock only counts
 * until the first answer, and for how long it slept.
 */
export class ServerClock {
  readonly #clock: MonitorPorts['clock'];
  #time: ServerTime;
  /** From here on no answer has backed it yet. */
  #doubtFrom: Instant;
  /** The last jump that was taken for sleep, until an answer tells; 0 for none. */
  #slept: Milliseconds = 0;
  /** Until then, in running time, this computer's clock says nothing about sleep: its last jump was none. */
  #setUntil: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(clock: MonitorPorts['clock']) {
    this.#clock = clock;
    this.#time = serverTimeByOwnClock(clock.now(), clock.elapsed());
    this.#doubtFrom = this.now();
  }

  /** Server time, UTC. */
  now(): Instant {
    return serverNow(this.#time, this.#clock.elapsed());
  }

  /** The server time of a moment in running time. */
  at(elapsed: Milliseconds): Instant {
    return serverNow(this.#time, elapsed);
  }

  /** The running time of a moment in server time. */
  elapsedAt(at: Instant): Milliseconds {
    return at - this.#time.offset;
  }

  /** How far this computer's clock is ahead, ms. */
  ownClockAhead(): Milliseconds {
    return this.#clock.now() - this.now();
  }

  /** Whether an answer since the start, or since the last jump, told the time. */
  isProven(): boolean {
    return this.#time.samples.length > 0;
  }

  /** Whether this computer's clock was set lately, as the answer after a jump of it told. */
  isOwnClockSet(): boolean {
    return this.#clock.elapsed() < this.#setUntil;
  }

  /** Takes note of an answer's `Date` (UTC); `askedAt` is running time. Returns what has to be corrected for it. */
  answered(serverDate: Instant, askedAt: Milliseconds): Correction | null {
    const before = this.#time;
    this.#time = serverTimeAfterAnswer(before, serverDate, askedAt, this.#clock.elapsed());
    const by = this.#time.offset - before.offset;
    if (before.samples.length === 0 && this.#slept > 0 && by < -this.#slept / 2) {
      this.#setUntil = this.#clock.elapsed() + doubtTime;
    }
    this.#slept = 0;
    return by === 0 ? null : { from: this.#doubtFrom, by };
  }

  /**
   * This computer's clock moved by `jump` ms against running time: it slept, or was set. Returns for how long it is taken to
   * have slept, ms.
   */
  jumped(jump: Milliseconds): Milliseconds {
    const slept = this.isOwnClockSet() ? 0 : Math.max(0, jump);
    this.#time = serverTimeAfterJump(this.#time, slept);
    this.#doubtFrom = this.now();
    this.#slept = slept;
    return slept;
  }
}
