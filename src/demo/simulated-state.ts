import { type Instant, SECOND } from '../domain/time.ts';
import type { ServiceState } from './trace.ts';
import { printerAfter, type SimulatedPrinter, type World } from './world.ts';

/** What the simulated OctoEverywhere knows at this moment. Times of printers are seconds after `epoch`. */
export interface SimulatedState {
  readonly epoch: Instant;
  printers(): readonly string[];
  printer(name: string): SimulatedPrinter | null;
  service(): ServiceState;
  network(): 'up' | 'down';
}

/** A world that runs in real time: `epoch` (UTC) is its second 0. */
export function liveWorld(world: World, epoch: Instant, now: () => Instant): SimulatedState {
  const seconds = () => (now() - epoch) / SECOND;
  return {
    epoch,
    printers: () => world.printers.filter((name) => world.printer(name, seconds()) !== null),
    printer: (name) => world.printer(name, seconds()),
    service: () => world.service(seconds()),
    network: () => world.network(seconds()),
  };
}

/** A world in which things happen when a test says so. */
export class CommandedWorld implements SimulatedState {
  readonly epoch: Instant;
  readonly #now: () => Instant;
  readonly #printers = new Map<string, SimulatedPrinter>();
  #service: ServiceState = 'ok';
  #network: 'up' | 'down' = 'up';

  constructor(now: () => Instant) {
    this.#now = now;
    this.epoch = now();
  }

  printers(): readonly string[] {
    return [...this.#printers.keys()];
  }

  printer(name: string): SimulatedPrinter | null {
    return this.#printers.get(name) ?? null;
  }

  service(): ServiceState {
    return this.#service;
  }

  network(): 'up' | 'down' {
    return this.#network;
  }

  happen(printer: string, what: { readonly link: 'up' | 'down' } | { readonly answer: number }): void {
    const at = (this.#now() - this.epoch) / SECOND;
    this.#printers.set(printer, printerAfter(this.printer(printer), { at, ...what }));
  }

  setService(service: ServiceState): void {
    this.#service = service;
  }

  setNetwork(network: 'up' | 'down'): void {
    this.#network = network;
  }
}
