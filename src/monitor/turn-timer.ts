import type { Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/**
 * With this many printers, turns that the timer takes are at least so far apart, in (time-scaled) seconds. Each wakes
 * the processor, which costs more than a request: printers that become due in the meantime are checked together. With
 * fewer printers that would happen too rarely to be worth a delay.
 */
const many = { printers: 100, apart: 0.1 } as const;

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

  /** Takes the next turn at `at`, or a moment later if there are many printers; replaces the one before. */
  set(at: Milliseconds, printers: number): void {
    const { timer, clock, intervals } = this.#ports;
    const apart = printers < many.printers ? 0 : many.apart * intervals().requestSecond;
    const soonest = this.#tookTurnAt + apart;
    timer.set(Math.max(1, Math.ceil(Math.max(at, soonest) - clock.elapsed())), () => {
      this.#tookTurnAt = clock.elapsed();
      this.#turn();
    });
  }

  clear(): void {
    this.#ports.timer.clear();
  }
}
