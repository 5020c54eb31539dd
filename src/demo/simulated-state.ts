import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import type { PrinterChange } from './trace.ts';
import { printerAfter, type SimulatedPrinter, type SimulatedService, usualLatency, type World } from './world.ts';

/** The current state of the simulated OctoEverywhere. Times of printers are seconds after `epoch`. */
export interface SimulatedState {
  readonly epoch: Instant;
  printers(): readonly string[];
  printer(name: string): SimulatedPrinter | null;
  service(): SimulatedService;
  network(): 'up' | 'down';
  /** How long a response takes. */
  latency(): Milliseconds;
}

/** Runs a world in real time; `epoch` (UTC) is its second 0. */
export function liveWorld(world: World, epoch: Instant, now: () => Instant): SimulatedState {
  const seconds = () => (now() - epoch) / SECOND;
  return {
    epoch,
    printers: () => world.printers.filter((name) => world.printer(name, seconds()) !== null),
    printer: (name) => world.printer(name, seconds()),
    service: () => world.service(seconds()),
    network: () => world.network(seconds()),
    // Real time has its own latency; the world's default is for virtual time.
    latency: () => {
      const latency = world.latency(seconds());
      return latency === usualLatency ? 0 : latency;
    },
  };
}

/** A world controlled by a test. */
export class CommandedWorld implements SimulatedState {
  readonly epoch: Instant;
  readonly #now: () => Instant;
  readonly #printers = new Map<string, SimulatedPrinter>();
  #service: SimulatedService = { state: 'ok', retryAfter: null };
  #network: 'up' | 'down' = 'up';
  #latency: Milliseconds = 0;

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

  service(): SimulatedService {
    return this.#service;
  }

  network(): 'up' | 'down' {
    return this.#network;
  }

  latency(): Milliseconds {
    return this.#latency;
  }

  happen(printer: string, what: PrinterChange): void {
    const at = (this.#now() - this.epoch) / SECOND;
    this.#printers.set(printer, printerAfter(this.printer(printer), { at, ...what }));
  }

  setService(service: SimulatedService): void {
    this.#service = service;
  }

  setLatency(latency: Milliseconds): void {
    this.#latency = latency;
  }

  setNetwork(network: 'up' | 'down'): void {
    this.#network = network;
  }
}
