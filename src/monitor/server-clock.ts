import type { Correction } from '../domain/correction.ts';
import {
  type ServerTime,
  serverNow,
  serverTimeAfterJump,
  serverTimeAfterResponse,
  serverTimeByOwnClock,
} from '../domain/server-time.ts';
import { type Instant, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** A service whose time is wrong for a moment gets it right within this time. */
const steadyFor: Milliseconds = 15 * MINUTE;

/** How far this computer's clock may have fallen behind since an earlier run. */
const drift: Milliseconds = 10 * SECOND;

/** What an earlier run knew about time. */
export interface KnownTime {
  /** The latest server time, UTC; null for none. */
  readonly lastSeenAt: Instant | null;
  /** How far this computer's clock was ahead of the server's, ms; 0 if unknown. */
  readonly ownClockAhead: Milliseconds;
}

/**
 * The monitor's clock: OctoEverywhere's time, continued by running time. This computer's own clock counts only until
 * the first response.
 */
export class ServerClock {
  readonly #clock: MonitorPorts['clock'];
  #time: ServerTime;
  /** Times from here on have not been confirmed by a response yet. */
  #doubtFrom: Instant;
  /** Since when responses have proven the time without correcting it, running time; null while they don't. */
  #provenSince: Milliseconds | null = null;
  /** Whether anything but this computer's clock has told the time in this run. */
  #hasAnswered = false;
  /** How far this computer's clock was last known to be ahead, ms; 0 if that was never known. */
  #knownAhead: Milliseconds;

  constructor(clock: MonitorPorts['clock'], { lastSeenAt, ownClockAhead }: KnownTime) {
    this.#clock = clock;
    const own = clock.now();
    // If that contradicts what was seen, the clock has been set right since.
    const isStillAhead = lastSeenAt === null || own - ownClockAhead >= lastSeenAt - drift;
    this.#knownAhead = isStillAhead ? ownClockAhead : 0;
    this.#time = serverTimeByOwnClock(own - this.#knownAhead, clock.elapsed(), lastSeenAt);
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

  /** Returns the same as far as responses have proven it, for the next run; 0 if they never have. */
  knownAhead(): Milliseconds {
    return this.isProven() ? this.ownClockAhead() : this.#knownAhead;
  }

  /** Whether responses since the start, or since the last jump, proved the time. */
  isProven(): boolean {
    return this.#time.isConfirmed;
  }

  /** Whether responses have proven the same time for a while. */
  isSteady(): boolean {
    return this.#provenSince !== null && this.#clock.elapsed() - this.#provenSince >= steadyFor;
  }

  /**
   * Takes a response's `Date` (UTC) into account; `requestedAt` is running time, `reported` the latest past event in
   * its body (UTC). Returns the correction, or null for none.
   */
  answered(serverDate: Instant, requestedAt: Milliseconds, reported: Instant | null): Correction | null {
    const before = this.#time;
    const until = this.now();
    this.#hasAnswered = true;
    this.#time = serverTimeAfterResponse(before, serverDate, requestedAt, this.#clock.elapsed(), reported);
    if (this.isProven()) this.#knownAhead = this.ownClockAhead();
    const correction = this.#corrected(before, until);
    if (!this.isProven()) this.#provenSince = null;
    else if (correction !== null || this.#provenSince === null) this.#provenSince = this.#clock.elapsed();
    return correction;
  }

  /** This computer slept for that long, ms. */
  slept(slept: Milliseconds): void {
    this.#time = serverTimeAfterJump(this.#time, slept, this.#clock.elapsed());
    this.#doubtFrom = this.now();
    this.#provenSince = null;
  }

  /**
   * This computer's clock was set by `by` ms, which changes the server's time only as long as nothing else tells it.
   * Returns the correction, or null for none.
   */
  ownClockSet(by: Milliseconds): Correction | null {
    this.#knownAhead += by;
    if (this.#hasAnswered) {
      this.slept(0);
      return null;
    }
    const before = this.#time;
    const until = this.now();
    this.#knownAhead = 0;
    this.#time = serverTimeByOwnClock(this.#clock.now(), this.#clock.elapsed(), before.notBefore);
    return this.#corrected(before, until);
  }

  #corrected(before: ServerTime, until: Instant): Correction | null {
    const by = this.#time.offset - before.offset;
    if (by === 0) return null;
    const correction = { from: this.#doubtFrom, until, by };
    this.#doubtFrom += by;
    return correction;
  }
}
