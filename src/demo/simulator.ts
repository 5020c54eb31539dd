import type { Secret } from '../domain/secret.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { accessSecret, newAccess } from './portal-pages.ts';
import type { LoggedPluginRequest, SimulatedMount } from './prints/plugin-server.ts';
import type { PrintChange } from './prints/print-events.ts';
import { CommandedPrints } from './prints/print-world.ts';
import { type LoggedRequest, type SimulatedConnection, startServer } from './server.ts';
import { CommandedWorld } from './simulated-state.ts';
import type { ClaimedTimes, PrinterResponse, ServiceState } from './trace.ts';

/** One printer of a {@link Simulator}. */
export interface PrinterControl {
  /** Connects or disconnects its plugin; the times that OctoEverywhere reports follow. */
  set(change: { readonly link: 'up' | 'down' }): void;
  /**
   * Sets the response to all further requests about it; 200 is the normal response again. 603, 604 and 606 end existing
   * connections, but not those made later. `retryAfter` is in seconds.
   */
  answer(answer: PrinterResponse, retryAfter?: number): void;
  /** Reports these times (seconds from the simulator's start, negative before it); null reports the true ones again. */
  times(times: ClaimedTimes | null): void;
  /** Renames it; a number or null is reported as such. */
  rename(name: string | number | null): void;
  /** Changes its print, or the printer behind its plugin, as of so many seconds ago. */
  print(change: PrintChange, secondsAgo?: number): void;
  /** Mounts its webcam, whose picture is then to be rotated and flipped accordingly. */
  mount(mount: SimulatedMount): void;
}

/** A simulated OctoEverywhere over real HTTP, controlled by a test. */
export interface Simulator {
  /** `http://127.0.0.1:<port>` */
  readonly origin: URL;
  /** The latest requests without their tokens, oldest first. */
  readonly log: readonly LoggedRequest[];
  /** Returns how many requests there have been; the log has only the latest 10,000. */
  requestCount(): number;
  /** The latest requests about prints, likewise. */
  readonly pluginLog: readonly LoggedPluginRequest[];
  /** Returns the complete secret for a token, as from the portal, including the plugin's credentials. */
  secret(token: string): Secret;
  /** Adds a printer that connects now, with `token`; or returns an existing one. */
  printer(name: string, connection?: { readonly token: string }): PrinterControl;
  /** Returns all tokens so far, including the portal's, with their printers' names. */
  tokens(): ReadonlyMap<string, string>;
  /** `retryAfter` is in seconds. */
  service(state: ServiceState, retryAfter?: number): void;
  /** Sets how long responses take. */
  latency(latency: Milliseconds): void;
  network(state: 'up' | 'down'): void;
  body(shape: 'flat' | 'wrapped'): void;
  /** Sets headers that are added to every response of the Info API, such as Retry-After. */
  headers(headers: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/**
 * Starts a simulator on a free port of 127.0.0.1. `now` is the server's clock, used for the `Date` header and all
 * times; if it differs from the computer's clock, that simulates a computer with a wrong clock.
 */
export async function startSimulator(now: () => Instant = Date.now): Promise<Simulator> {
  const world = new CommandedWorld(now);
  const connections = new Map<string, SimulatedConnection>();
  const prints = new CommandedPrints();
  const happen = (printer: string, change: PrintChange, secondsAgo = 0) =>
    prints.happen(printer, (now() - world.epoch) / SECOND - secondsAgo, change);
  const mounts = new Map<string, SimulatedMount>();
  const plugins = {
    prints: (printer: string) => prints.prints(printer),
    happen,
    mount: (printer: string) => mounts.get(printer),
  };
  let shape: 'flat' | 'wrapped' = 'flat';
  let headers: Readonly<Record<string, string>> = {};
  const server = await startServer({
    state: world,
    connections,
    plugins,
    body: () => shape,
    headers: () => headers,
    now,
  });
  return {
    origin: server.origin,
    log: server.log,
    requestCount: server.requestCount,
    pluginLog: server.pluginLog,
    secret: (token) => {
      const access = connections.get(token)?.access;
      if (access === undefined) return { appApiToken: token };
      return { appApiToken: token, ...accessSecret(server.origin, access) };
    },
    printer: (name, connection) => {
      if (connection !== undefined && !connections.has(connection.token))
        connections.set(connection.token, { printer: name, madeAt: now(), access: newAccess() });
      if (world.printer(name) === null) world.happen(name, { link: 'up' });
      return {
        set: ({ link }) => world.happen(name, { link }),
        answer: (answer, retryAfter) => world.happen(name, { answer, retryAfter }),
        times: (times) => world.happen(name, { times }),
        rename: (wanted) => world.happen(name, { name: wanted }),
        print: (change, secondsAgo) => happen(name, change, secondsAgo),
        mount: (mount) => void mounts.set(name, mount),
      };
    },
    tokens: () => new Map([...connections].map(([token, { printer }]) => [token, printer])),
    service: (state, retryAfter) =>
      world.setService({ state: state === 200 ? 'ok' : state, retryAfter: retryAfter ?? null }),
    latency: (latency) => world.setLatency(latency),
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
