import type { KyInstance } from 'ky';
import type { Problem } from '../domain/outcome.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { networkProblem } from './network-problem.ts';

export interface ServiceHttpOptions {
  /** Must report statuses 600–613 and 3xx unchanged, and limit the time to connect. */
  readonly fetch: typeof fetch;
  /** The app's version, for the user agent. */
  readonly version: string;
  /** For the whole request, including redirects and body, ms. */
  readonly timeout?: Milliseconds;
}

const usualTimeout: Milliseconds = 15 * SECOND;

/** HTTP redirects; no client lets `fetch` follow one, because it would send secrets to whatever host it points to. */
export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Sends requests within a time limit: what all requests to OctoEverywhere have in common. */
export interface ServiceHttp {
  /**
   * Calls `ask` to make its requests and read the responses. Resolves within the timeout or when `signal` aborts,
   * whatever the requests do. Never rejects: problems are passed to `failed`.
   */
  ask<Result>(
    ask: (http: KyInstance, signal: AbortSignal) => Promise<Result>,
    failed: (problem: Problem) => Result,
    signal?: AbortSignal,
  ): Promise<Result>;
}

/** Creates a {@link ServiceHttp}; nothing is loaded before the first request. */
export function createServiceHttp({ fetch, version, timeout = usualTimeout }: ServiceHttpOptions): ServiceHttp {
  let http: Promise<KyInstance> | null = null;
  return {
    ask: async (ask, failed, signal) => {
      const limit = new AbortController();
      const giveUp = () => limit.abort();
      const timer = setTimeout(giveUp, timeout);
      signal?.addEventListener('abort', giveUp);
      if (signal?.aborted) giveUp();
      try {
        http ??= createHttp(fetch, version).catch((error) => {
          // Not cached: the next request tries again.
          http = null;
          throw error;
        });
        return await orAborted(
          http.then((ky) => ask(ky, limit.signal)),
          limit.signal,
        );
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

/** Loads ky at the first request: it pulls in Node's whole fetch, which the tray icon need not wait for. */
async function createHttp(transport: typeof fetch, version: string): Promise<KyInstance> {
  const { default: ky } = await import('ky');
  return ky.create({
    fetch: transport,
    headers: { Accept: 'application/json', 'User-Agent': `OctoGlance/${version}`, 'Cache-Control': 'no-store' },
    // Only the schedule decides when to retry.
    retry: 0,
    throwHttpErrors: false,
    redirect: 'manual',
    // Our own time limit also covers the body, which ky's does not.
    timeout: false,
  });
}

/** Returns the headers that matter for any status. */
export function timeHeaders({ headers }: Response) {
  return { retryAfter: headers.get('retry-after'), date: headers.get('date') };
}
