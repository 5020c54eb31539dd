import {
  type ServerTime,
  serverNow,
  serverTimeAfterAnswer,
  serverTimeAfterJump,
  serverTimeByOwnClock,
} from '../domain/server-time.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

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

  /** Takes note of an answer's `Date` (UTC); `askedAt` is running time. Returns what has to be corrected for it. */
  answered(serverDate: Instant, askedAt: Milliseconds): Correction | null {
    const before = this.#time;
    this.#time = serverTimeAfterAnswer(before, serverDate, askedAt, this.#clock.elapsed());
    const by = this.#time.offset - before.offset;
    return by === 0 ? null : { from: this.#doubtFrom, by };
  }

  /** This computer's clock moved by `jump` ms against running time: it slept, or was set. */
  jumped(jump: Milliseconds): void {
    this.#time = serverTimeAfterJump(this.#time, jump);
    this.#doubtFrom = this.now();
  }
}
