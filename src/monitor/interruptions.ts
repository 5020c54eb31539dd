import { type Instant, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/**
 * If the wall clock and running time drift apart by this much between two checks, the computer slept or its clock was
 * set.
 */
const clockJump = 10 * SECOND;

/** After the clock was set, only a jump of at least this length counts as sleep. */
const longSleep = 10 * MINUTE;

/** Running time after which a computer that announced sleep, but neither slept nor woke, counts as awake. */
const sleepTimeout = MINUTE;

/** The result of a check of this computer. */
export interface Check {
  /** Whether requests can be sent at all. */
  readonly state: 'working' | 'asleep' | 'no-network';
  /** Sleep or a network outage began or ended since the last check: responses to earlier requests do not count. */
  readonly interrupted: boolean;
  /** The computer woke up or its network returned: everything has to be checked again. */
  readonly reset: 'wake' | 'network' | null;
  /**
   * How far this computer's clock moved against running time since the last check, ms; 0 if it is no more than drift.
   */
  readonly jump: Milliseconds;
}

export interface InterruptionPorts extends Pick<MonitorPorts, 'clock' | 'network'> {
  /** Whether the computer's clock was set recently, so that another jump is no sign of sleep. */
  readonly isClockSet: () => boolean;
}

/** Detects what happens to the computer itself: sleep, wake-up, clock jumps, loss and return of the network. */
export class PowerAndNetworkMonitor {
  readonly #ports: InterruptionPorts;
  #network: 'up' | 'down' = 'up';
  /** Running time at which the computer announced sleep; null while it is awake. */
  #asleepAt: Milliseconds | null = null;
  #lastLook: { readonly now: Instant; readonly elapsed: Milliseconds } | null = null;
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
    const { woke: wokeUnannounced, jump } = this.#clockMoved();
    const woke = wokeUnannounced || announced === 'wake';
    const network = this.#ports.network();
    const networkChanged = network !== this.#network;
    this.#network = network;
    const reset = woke ? 'wake' : networkChanged && network === 'up' ? 'network' : null;
    return {
      state: this.#asleepAt !== null ? 'asleep' : network === 'down' ? 'no-network' : 'working',
      interrupted: reset !== null || networkChanged || announced === 'sleep',
      reset,
      jump: woke ? jump : 0,
    };
  }

  /** Detects unannounced sleep: not every system reports wake-up, and an announced sleep may not have happened. */
  #clockMoved(): { readonly woke: boolean; readonly jump: Milliseconds } {
    const now = this.#ports.clock.now();
    const elapsed = this.#ports.clock.elapsed();
    const last = this.#lastLook;
    this.#lastLook = { now, elapsed };
    if (last === null) return { woke: false, jump: 0 };
    const jump = now - last.now - (elapsed - last.elapsed);
    const jumped = Math.abs(jump) > (this.#ports.isClockSet() ? longSleep : clockJump);
    const overslept = this.#asleepAt !== null && elapsed - this.#asleepAt > sleepTimeout;
    if (jumped || overslept) this.#asleepAt = null;
    return { woke: jumped || overslept, jump };
  }
}
