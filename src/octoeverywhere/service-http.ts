import type { Problem } from '../domain/outcome.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { networkProblem } from './network-problem.ts';
import type { ServiceRequest, ServiceResponse, Transport } from './transport.ts';

export interface ServiceHttpOptions {
  readonly transport: Transport;
  /** The app's version, for the user agent. */
  readonly version: string;
  /** For the whole request, including redirects and body, ms. */
  readonly timeout?: Milliseconds;
}

const usualTimeout: Milliseconds = 15 * SECOND;

/** HTTP redirects; no transport follows one, because it would send secrets to whatever host it points to. */
export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Sends a request with the headers that all have. */
export type Send = (request: Omit<ServiceRequest, 'signal'>) => Promise<ServiceResponse>;

/** Sends requests within a time limit: what all requests to OctoEverywhere have in common. */
export interface ServiceHttp {
  /**
   * Calls `ask` to make its requests and read the responses. Resolves within the timeout or when `signal` aborts,
   * whatever the requests do. Never rejects: problems are passed to `failed`.
   */
  ask<Result>(
    ask: (send: Send) => Promise<Result>,
    failed: (problem: Problem) => Result,
    signal?: AbortSignal,
  ): Promise<Result>;
}

/** Creates a {@link ServiceHttp}; nothing is loaded before the first request. */
export function createServiceHttp({ transport, version, timeout = usualTimeout }: ServiceHttpOptions): ServiceHttp {
  const common = { Accept: 'application/json', 'User-Agent': `OctoGlance/${version}`, 'Cache-Control': 'no-store' };
  return {
    ask: async (ask, failed, signal) => {
      const limit = new AbortController();
      const giveUp = () => limit.abort();
      const timer = setTimeout(giveUp, timeout);
      signal?.addEventListener('abort', giveUp);
      if (signal?.aborted) giveUp();
      const send: Send = (request) =>
        transport({ ...request, headers: { ...common, ...request.headers }, signal: limit.signal });
      try {
        return await orAborted(ask(send), limit.signal);
      } catch (error) {
        return failed(limit.signal.aborted ? { type: 'network', cause: 'timeout' } : networkProblem(error));
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      }
    },
  };
}

/** Stops waiting when `signal` aborts, even if `work` ignores it; a late result is dropped. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Returns the headers that matter for any status. */
export function timeHeaders({ header }: ServiceResponse) {
  return { retryAfter: header('retry-after'), date: header('date') };
}
