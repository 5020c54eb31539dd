import { type Instant, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** If two clocks drift apart by this much between two checks, the computer slept or its clock was set. */
const clockJump = 10 * SECOND;

/**
 * While the time of day and the running time agree to within this much, the time since the start of the computer is
 * read no more often than this: on Linux, reading it opens a file, which for each of many responses is too much.
 */
const closeLook = SECOND;

/** Running time after which a computer that announced sleep, but neither slept nor woke, counts as awake. */
const sleepTimeout = MINUTE;

/** A virtual machine that was paused for less has missed no more than by a late poll. */
export const noticeablePause: Milliseconds = MINUTE;

/** The result of a check of this computer. */
export interface Check {
  /** Whether requests can be sent at all. */
  readonly state: 'working' | 'asleep' | 'no-network';
  /** Sleep or a network outage began or ended since the last check: responses to earlier requests do not count. */
  readonly interrupted: boolean;
  /** The computer woke up or its network returned: everything has to be checked again. */
  readonly reset: 'wake' | 'network' | null;
  /** How long this computer slept since the last check, ms; 0 unless `reset` is `wake`. */
  readonly slept: Milliseconds;
  /** By how much this computer's clock was set since the last check, ms; 0 if it is no more than drift. */
  readonly clockSetBy: Milliseconds;
}

export type InterruptionPorts = Pick<MonitorPorts, 'clock' | 'network'>;

/** Detects what happens to the computer itself: sleep, wake-up, clock jumps, loss and return of the network. */
export class PowerAndNetworkMonitor {
  readonly #ports: InterruptionPorts;
  #network: 'up' | 'down' = 'up';
  /** Running time at which the computer announced sleep; null while it is awake. */
  #asleepAt: Milliseconds | null = null;
  #lastLook: ClockReading | null = null;
  #announced: 'sleep' | 'wake' | null = null;

  constructor(ports: InterruptionPorts) {
    this.#ports = ports;
  }

  /** The system announces sleep. */
  sleep(): void {
    this.#asleepAt = this.#ports.clock.elapsed();
    this.#announced = 'sleep';
  }

  /** The system reports wake-up. */
  wake(): void {
    this.#asleepAt = null;
    this.#announced = 'wake';
  }

  check(): Check {
    const announced = this.#announced;
    this.#announced = null;
    const moved = announced === null && this.#hasJustLooked() ? unmoved : this.#clocksMoved();
    const woke = moved.woke || announced === 'wake';
    const network = this.#ports.network();
    const networkChanged = network !== this.#network;
    this.#network = network;
    const reset = woke ? 'wake' : networkChanged && network === 'up' ? 'network' : null;
    return {
      state: this.#asleepAt !== null ? 'asleep' : network === 'down' ? 'no-network' : 'working',
      interrupted: reset !== null || networkChanged || announced === 'sleep',
      reset,
      slept: woke ? moved.slept : 0,
      clockSetBy: moved.clockSetBy,
    };
  }

  /** Whether nothing suggests that the clocks have moved since they were read a moment ago. */
  #hasJustLooked(): boolean {
    if (this.#lastLook === null || this.#asleepAt !== null) return false;
    const { clock } = this.#ports;
    const passed = clock.elapsed() - this.#lastLook.elapsed;
    return passed < closeLook && Math.abs(clock.now() - this.#lastLook.now - passed) < closeLook;
  }

  /** Detects unannounced sleep: not every system reports wake-up, and an announced sleep may not have happened. */
  #clocksMoved(): ClockMove {
    const { clock } = this.#ports;
    const read = { now: clock.now(), elapsed: clock.elapsed(), sinceBoot: clock.sinceBoot() };
    const last = this.#lastLook ?? read;
    this.#lastLook = read;
    const booted = read.sinceBoot - last.sinceBoot;
    const slept = Math.max(0, booted - (read.elapsed - last.elapsed));
    const setBy = read.now - last.now - booted;
    const overslept = this.#asleepAt !== null && read.elapsed - this.#asleepAt > sleepTimeout;
    const woke = slept > clockJump || overslept;
    if (woke) this.#asleepAt = null;
    return { woke, slept, clockSetBy: Math.abs(setBy) > clockJump ? setBy : 0 };
  }
}

/** How this computer's clocks moved between two checks, beside the time that passed. */
interface ClockMove {
  readonly woke: boolean;
  readonly slept: Milliseconds;
  readonly clockSetBy: Milliseconds;
}

const unmoved: ClockMove = { woke: false, slept: 0, clockSetBy: 0 };

/** What this computer's clocks showed at a check. */
interface ClockReading {
  readonly now: Instant;
  readonly elapsed: Milliseconds;
  readonly sinceBoot: Milliseconds;
}
