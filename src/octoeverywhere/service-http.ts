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
  function ask<Result>(
    request: (send: Send) => Promise<Result>,
    failed: (problem: Problem) => Result,
    signal?: AbortSignal,
  ): Promise<Result> {
    const timedOut: Problem = { type: 'network', cause: 'timeout' };
    if (signal?.aborted) return Promise.resolve(failed(timedOut));
    return new Promise((resolve) => {
      const limit = new AbortController();
      const end = (result: Result) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        resolve(result);
      };
      const giveUp = () => {
        limit.abort();
        // The transport may ignore that; a late result is dropped.
        end(failed(timedOut));
      };
      const timer = setTimeout(giveUp, timeout);
      signal?.addEventListener('abort', giveUp);
      const send: Send = (sent) =>
        transport({ ...sent, headers: { ...common, ...sent.headers }, signal: limit.signal });
      request(send).then(end, (error) => end(failed(networkProblem(error))));
    });
  }
  return { ask };
}

/** Returns the headers that matter for any status. */
export function timeHeaders({ header }: ServiceResponse) {
  return { retryAfter: header('retry-after'), date: header('date') };
}
