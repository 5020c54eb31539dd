import type { Instant } from '../domain/time.ts';
import { type LoggedRequest, type SimulatedConnection, startServer } from './server.ts';
import { CommandedWorld } from './simulated-state.ts';
import type { ServiceState } from './trace.ts';

/** One printer of a {@link Simulator}. */
export interface PrinterControl {
  /** What its plugin does; the times that OctoEverywhere tells follow. */
  set(change: { readonly link: 'up' | 'down' }): void;
  /**
   * Answers every question about it with this status from now on; 200 is the normal answer again. 603, 604 and 606 end
   * the connections there are, not those made later.
   */
  answer(status: number): void;
}

/** A simulated OctoEverywhere that does what a test says, over real HTTP. */
export interface Simulator {
  /** `http://127.0.0.1:<port>` */
  readonly origin: URL;
  /** The latest questions without their tokens, oldest first. */
  readonly log: readonly LoggedRequest[];
  /** Adds a printer, connected since now, that answers to `token`; or gets one that is there. */
  printer(name: string, connection?: { readonly token: string }): PrinterControl;
  /** Every token handed out so far, the portal's included, with its printer's name. */
  tokens(): ReadonlyMap<string, string>;
  service(state: ServiceState): void;
  network(state: 'up' | 'down'): void;
  body(shape: 'flat' | 'wrapped'): void;
  /** Headers that go with every answer of the Info API from now on, such as Retry-After. */
  headers(headers: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** Starts a simulator on a free port of 127.0.0.1. */
export async function startSimulator(now: () => Instant = Date.now): Promise<Simulator> {
  const world = new CommandedWorld(now);
  const connections = new Map<string, SimulatedConnection>();
  let shape: 'flat' | 'wrapped' = 'flat';
  let headers: Readonly<Record<string, string>> = {};
  const server = await startServer({ state: world, connections, body: () => shape, headers: () => headers, now });
  return {
    origin: server.origin,
    log: server.log,
    printer: (name, connection) => {
      if (connection !== undefined && !connections.has(connection.token))
        connections.set(connection.token, { printer: name, madeAt: now() });
      if (world.printer(name) === null) world.happen(name, { link: 'up' });
      return {
        set: ({ link }) => world.happen(name, { link }),
        answer: (status) => world.happen(name, { answer: status }),
      };
    },
    tokens: () => new Map([...connections].map(([token, { printer }]) => [token, printer])),
    service: (state) => world.setService(state),
    network: (state) => world.setNetwork(state),
    body: (wanted) => {
      shape = wanted;
    },
    headers: (wanted) => {
      headers = wanted;
    },
    close: () => server.close(),
  };
}
