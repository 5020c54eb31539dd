import { type Instant, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** Wall clock and running time drifting apart by this much between two looks: the computer slept or its clock was set. */
const clockJump = 10 * SECOND;

/** A clock that is known to have been set is believed about a sleep from this length on only. */
const longSleep = 10 * MINUTE;

/** Running time after which a computer that announced sleep, and neither slept nor woke, is taken to be awake. */
const longestDrowse = MINUTE;

/** What a look at the computer brings. */
export interface Look {
  /** Whether requests can be sent at all. */
  readonly state: 'working' | 'asleep' | 'no-network';
  /** Something ended or began since the last look: answers asked for before it say nothing any more. */
  readonly interrupted: boolean;
  /** The computer woke up or found its network again: everything is to be asked afresh. */
  readonly afresh: 'wake' | 'network' | null;
  /** How far this computer's clock moved against running time since the last look, ms; 0 for what is no more than drift. */
  readonly jump: Milliseconds;
}

export interface InterruptionPorts extends Pick<MonitorPorts, 'clock' | 'network'> {
  /** Whether the computer's clock was set lately: another jump of it is no sign of sleep. */
  readonly isClockSet: () => boolean;
}

/** Notices what happens to the computer itself: sleep, wake, a jump of the clock, loss and return of the network. */
export class Interruptions {
  readonly #ports: InterruptionPorts;
  #network: 'up' | 'down' = 'up';
  /** Running time at which the computer said it would sleep; null while it is awake. */
  #asleepAt: Milliseconds | null = null;
  #lastLook: { readonly now: Instant; readonly elapsed: Milliseconds } | null = null;
  #announced: 'sleep' | 'wake' | null = null;

  constructor(ports: InterruptionPorts) {
    this.#ports = ports;
  }

  /** The system says that the computer goes to sleep. */
  sleep(): void {
    this.#asleepAt = this.#ports.clock.elapsed();
    this.#announced = 'sleep';
  }

  /** The system says that the computer woke up. */
  wake(): void {
    this.#asleepAt = null;
    this.#announced = 'wake';
  }

  look(): Look {
    const announced = this.#announced;
    this.#announced = null;
    const { woke: wokeUnannounced, jump } = this.#clockMoved();
    const woke = wokeUnannounced || announced === 'wake';
    const network = this.#ports.network();
    const networkChanged = network !== this.#network;
    this.#network = network;
    const afresh = woke ? 'wake' : networkChanged && network === 'up' ? 'network' : null;
    return {
      state: this.#asleepAt !== null ? 'asleep' : network === 'down' ? 'no-network' : 'working',
      interrupted: afresh !== null || networkChanged || announced === 'sleep',
      afresh,
      jump: woke ? jump : 0,
    };
  }

  /** Not every system says that it woke up, and a sleep that was announced may not have happened. */
  #clockMoved(): { readonly woke: boolean; readonly jump: Milliseconds } {
    const now = this.#ports.clock.now();
    const elapsed = this.#ports.clock.elapsed();
    const last = this.#lastLook;
    this.#lastLook = { now, elapsed };
    if (last === null) return { woke: false, jump: 0 };
    const jump = now - last.now - (elapsed - last.elapsed);
    const jumped = Math.abs(jump) > (this.#ports.isClockSet() ? longSleep : clockJump);
    const overslept = this.#asleepAt !== null && elapsed - this.#asleepAt > longestDrowse;
    if (jumped || overslept) this.#asleepAt = null;
    return { woke: jumped || overslept, jump };
  }
}
