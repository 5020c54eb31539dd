import { type Simulator, startSimulator } from '../../src/demo/simulator.ts';
import { usage, usedBetween } from './process-tree.ts';
import { end, type Started, type Subject, start } from './subject.ts';
import type { TrayWatch } from './tray-watch.ts';
import { exampleTokenOf } from './warm-profile.ts';

/** What an app has used since the meter began. */
export interface RequestMeter {
  /** Processor time of all the app's processes, in nanoseconds. */
  nanoseconds(): number;
  /** The same per request, including everything that follows from it, in milliseconds. */
  each(): number;
}

/** Begins to meter the app with the main process `id`, whose requests go to `simulator` alone. */
export function requestMeter(id: number, simulator: Simulator): RequestMeter {
  const [before, requests] = [usage(id), simulator.requestCount()];
  const nanoseconds = () => usedBetween(before, usage(id)).nanoseconds;
  return { nanoseconds, each: () => nanoseconds() / 1e6 / (simulator.requestCount() - requests) };
}

/** A minimal app that sends requests and does nothing else, at the rate of 1,000 printers. */
export class BareRequests {
  readonly #simulator: Simulator;
  readonly #started: Started;

  private constructor(simulator: Simulator, started: Started) {
    this.#simulator = simulator;
    this.#started = started;
  }

  /** Starts the app, which gets an OctoEverywhere of its own. */
  static async start(app: Subject, tray: TrayWatch): Promise<BareRequests> {
    const simulator = await startSimulator();
    const token = exampleTokenOf('bare');
    simulator.printer('Bare', { token });
    const env = {
      OCTOGLANCE_ORIGIN: simulator.origin.origin,
      OCTOGLANCE_BENCH_TOKEN: token,
      OCTOGLANCE_BENCH_INTERVAL: '60',
    };
    return new BareRequests(simulator, await start(app, tray, { env }));
  }

  meter(): RequestMeter {
    return requestMeter(this.#started.id, this.#simulator);
  }

  async end(): Promise<void> {
    await end(this.#started);
    await this.#simulator.close();
  }
}
