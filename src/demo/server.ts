import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { answerTo } from './answer.ts';
import { sendPage } from './html.ts';
import { pageAt } from './pages.ts';
import { answerPortal, portalPath } from './portal-pages.ts';
import {
  answerPlugin,
  isPluginPath,
  isSnapshotPath,
  type LoggedPluginRequest,
  type SimulatedAccess,
  type SimulatedPlugins,
} from './prints/plugin-server.ts';
import { noPrints } from './prints/simulated-print.ts';
import type { SimulatedState } from './simulated-state.ts';
import { reasonFor } from './status-reasons.ts';
import type { PrinterResponse } from './trace.ts';
import type { SimulatedPrinter } from './world.ts';

/** One request to the Info API, without the token. */
export interface LoggedRequest {
  /** When the request arrived, UTC. */
  readonly at: Instant;
  /** Null when the token was missing or unknown. */
  readonly printer: string | null;
  /** The status of the response; `held` when there was none (yet), `dropped` when the connection was closed. */
  readonly status: number | 'held' | 'dropped';
}

export interface SimulatedServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: URL;
  /** The latest requests, oldest first; at most 10,000. */
  readonly log: readonly LoggedRequest[];
  /** Returns how many requests there have been, logged or not. */
  requestCount(): number;
  /** The latest requests about prints; at most 10,000. */
  readonly pluginLog: readonly LoggedPluginRequest[];
  close(): Promise<void>;
}

/** An App Connection of the simulation. */
export interface SimulatedConnection {
  readonly printer: string;
  readonly madeAt: Instant;
  /** Credentials for the printer's plugin; absent for a bare token. */
  readonly access?: SimulatedAccess | undefined;
}

export interface SimulatedServerOptions {
  readonly state: SimulatedState;
  /** The App Connections by token; the portal adds to them. */
  readonly connections: Map<string, SimulatedConnection>;
  readonly body?: () => 'flat' | 'wrapped';
  /** Headers added to every response of the Info API, such as Retry-After. */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly now?: () => Instant;
  /** The prints; none by default. */
  readonly plugins?: SimulatedPlugins;
}

const longestLog = 10_000;

/** Statuses that end an App Connection; all others are about the printer or the account. */
const deadStatuses: ReadonlySet<PrinterResponse> = new Set([603, 604, 606]);

/** How often to check whether a held request can be answered, ms. */
const heldLook = 50;

/**
 * Starts a simulated OctoEverywhere on 127.0.0.1: the App Connection Info API with real 6xx status lines, the App
 * Connection Portal, and the pages that the app links to. While the service, or a printer, is in `timeout`, requests
 * are held and answered when it returns, as by a slow server. Rejects when no port is free.
 */
export async function startServer(options: SimulatedServerOptions): Promise<SimulatedServer> {
  const { state, connections, now = Date.now } = options;
  const log: LoggedRequest[] = [];
  let requests = 0;
  const note = (at: Instant, printer: string | null, status: LoggedRequest['status']) => {
    requests += 1;
    log.push({ at, printer, status });
    if (log.length > longestLog) log.splice(0, log.length - longestLog);
  };

  const pluginLog: LoggedPluginRequest[] = [];
  const notePlugin = (entry: LoggedPluginRequest) => {
    pluginLog.push(entry);
    if (pluginLog.length > longestLog) pluginLog.splice(0, pluginLog.length - longestLog);
  };
  const plugins = options.plugins ?? { prints: () => noPrints, happen: null };
  const gadgetRequestedAt = new Map<string, Instant>();

  /** A status that ends connections does not apply to a connection that was made after it. */
  const asMade = (printer: SimulatedPrinter | null, connection: SimulatedConnection | undefined) => {
    if (printer === null || connection === undefined) return null;
    const since = Math.round(state.epoch + (printer.answerSince ?? 0) * SECOND);
    return deadStatuses.has(printer.answer) && connection.madeAt > since ? { ...printer, answer: 200 } : printer;
  };

  const answerInfo = (request: IncomingMessage, response: ServerResponse) => {
    const at = now();
    const token = request.headers['apptoken'];
    const connection = typeof token === 'string' ? connections.get(token) : undefined;
    const name = connection?.printer ?? null;
    if (state.network() === 'down') {
      note(at, name, 'dropped');
      request.socket.destroy();
      return;
    }
    const service = state.service();
    const simulated = answerTo({
      name: name ?? '',
      printer: asMade(name === null ? null : state.printer(name), connection),
      hasToken: token !== undefined && token !== '',
      service,
      at,
      instantOf: (seconds) => state.epoch + seconds * SECOND,
      origin: origin.origin,
      shape: options.body?.() ?? 'flat',
    });
    if (simulated === null) {
      note(at, name, 'held');
      later(response, heldLook, () => answerInfo(request, response));
      return;
    }
    note(at, name, simulated.status);
    response.writeHead(simulated.status, reasonFor(simulated.status) ?? '', {
      ...simulated.headers,
      ...options.headers?.(),
    });
    response.end(simulated.body);
  };

  const later = (response: ServerResponse, delay: Milliseconds, run: () => void) => {
    const timer = setTimeout(() => {
      response.off('close', giveUp);
      run();
    }, delay);
    const giveUp = () => clearTimeout(timer);
    response.once('close', giveUp);
  };

  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    // `//`, for example: it begins with a host, which is empty.
    if (!URL.canParse(address, origin.href)) {
      response.writeHead(400).end();
      return;
    }
    const url = new URL(address, origin);
    if (url.pathname === '/api/appconnection/info') {
      const latency = state.latency();
      if (latency === 0) answerInfo(request, response);
      else later(response, latency, () => answerInfo(request, response));
    } else if (isPluginPath(url.pathname)) {
      const call = { request, response, url, state, connections, plugins, log: notePlugin, gadgetRequestedAt, now };
      const snapshotTime = isSnapshotPath(url.pathname) ? (plugins.snapshotTime ?? 0) : 0;
      later(response, state.latency() + snapshotTime, () => answerPlugin(call));
    } else if (url.pathname.startsWith(portalPath)) {
      answerPortal({ request, response, url, origin, state, connections, now });
    } else sendPage(response, pageAt(url.pathname, state));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    origin,
    log,
    requestCount: () => requests,
    pluginLog,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
