import type { Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/**
 * Turns that the timer takes are at least this far apart, in (time-scaled) seconds. Each wakes the processor, which
 * costs more than a request: printers that become due in the meantime are checked together.
 */
const leastApart = 0.1;

export type TurnTimerPorts = Pick<MonitorPorts, 'timer' | 'clock' | 'intervals'>;

/** Takes the monitor's turns in time. Times are running time. */
export class TurnTimer {
  readonly #ports: TurnTimerPorts;
  readonly #turn: () => void;
  #tookTurnAt: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(ports: TurnTimerPorts, turn: () => void) {
    this.#ports = ports;
    this.#turn = turn;
  }

  /** Takes the next turn at `at`, or a moment later; replaces the one before. */
  set(at: Milliseconds): void {
    const { timer, clock, intervals } = this.#ports;
    const soonest = this.#tookTurnAt + leastApart * intervals().requestSecond;
    timer.set(Math.max(1, Math.ceil(Math.max(at, soonest) - clock.elapsed())), () => {
      this.#tookTurnAt = clock.elapsed();
      this.#turn();
    });
  }

  clear(): void {
    this.#ports.timer.clear();
  }
}
