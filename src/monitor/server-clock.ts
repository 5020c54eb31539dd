import type { Correction } from '../domain/correction.ts';
import {
  type ServerTime,
  serverNow,
  serverTimeAfterJump,
  serverTimeAfterResponse,
  serverTimeByOwnClock,
} from '../domain/server-time.ts';
import { HOUR, type Instant, type Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** For how long a clock that was set is not used to detect sleep. */
const unreliableFor: Milliseconds = HOUR;

/**
 * The monitor's clock: OctoEverywhere's time, continued by running time. This computer's own clock counts only until
 * the first response, and to determine how long it slept.
 */
export class ServerClock {
  readonly #clock: MonitorPorts['clock'];
  #time: ServerTime;
  /** Times from here on have not been confirmed by a response yet. */
  #doubtFrom: Instant;
  /** The last jump that counted as sleep and has not been confirmed by a response yet, ms; 0 for none. */
  #slept: Milliseconds = 0;
  /** Until then (running time) this computer's clock says nothing about sleep, because its last jump was not sleep. */
  #setUntil: Milliseconds = Number.NEGATIVE_INFINITY;

  /** `known` is the latest server time that an earlier run knew; null for none. */
  constructor(clock: MonitorPorts['clock'], known: Instant | null) {
    this.#clock = clock;
    this.#time = serverTimeByOwnClock(clock.now(), clock.elapsed(), known);
    this.#doubtFrom = this.now();
  }

  /** Server time, UTC. */
  now(): Instant {
    return serverNow(this.#time, this.#clock.elapsed());
  }

  /** Converts running time to server time. */
  at(elapsed: Milliseconds): Instant {
    return serverNow(this.#time, elapsed);
  }

  /** Converts server time to running time. */
  elapsedAt(at: Instant): Milliseconds {
    return at - this.#time.offset;
  }

  /** How far this computer's clock is ahead, ms. */
  ownClockAhead(): Milliseconds {
    return this.#clock.now() - this.now();
  }

  /** Whether responses since the start, or since the last jump, proved the time. */
  isProven(): boolean {
    return this.#time.isConfirmed;
  }

  /** Whether this computer's clock was set recently, as shown by the response after a jump. */
  isOwnClockSet(): boolean {
    return this.#clock.elapsed() < this.#setUntil;
  }

  /**
   * Takes a response's `Date` (UTC) into account; `requestedAt` is running time. Returns the correction, or null for none.
   */
  answered(serverDate: Instant, requestedAt: Milliseconds): Correction | null {
    const before = this.#time;
    const until = this.now();
    this.#time = serverTimeAfterResponse(before, serverDate, requestedAt, this.#clock.elapsed());
    const by = this.#time.offset - before.offset;
    if (before.samples.length === 0 && this.#slept > 0 && by < -this.#slept / 2) {
      this.#setUntil = this.#clock.elapsed() + unreliableFor;
    }
    this.#slept = 0;
    if (by === 0) return null;
    const correction = { from: this.#doubtFrom, until, by };
    this.#doubtFrom += by;
    return correction;
  }

  /**
   * This computer's clock moved by `jump` ms against running time: it slept, or the clock was set. Returns how long it
   * is assumed to have slept, ms.
   */
  jumped(jump: Milliseconds): Milliseconds {
    const slept = this.isOwnClockSet() ? 0 : Math.max(0, jump);
    this.#time = serverTimeAfterJump(this.#time, slept, this.#clock.elapsed());
    this.#doubtFrom = this.now();
    this.#slept = slept;
    return slept;
  }
}
