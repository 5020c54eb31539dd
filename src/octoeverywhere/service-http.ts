import type { KyInstance } from 'ky';
import type { Problem } from '../domain/outcome.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { networkProblem } from './network-problem.ts';

export interface ServiceHttpOptions {
  /** Must report statuses 600–613 and 3xx as they are, and limits the time to connect by itself. */
  readonly fetch: typeof fetch;
  /** The app's version, for the user agent. */
  readonly version: string;
  /** For the whole request, redirects and body included. */
  readonly timeout?: Milliseconds;
}

const usualTimeout: Milliseconds = 15 * SECOND;

/** Redirects of HTTP; no client here lets `fetch` follow one, for it would hand secrets to whatever host it names. */
export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks within a time limit: what every request to OctoEverywhere has in common. */
export interface ServiceHttp {
  /**
   * Lets `ask` make its requests and read what comes back. Comes back within the time-out or at an abort of `signal`,
   * whatever the requests do. Never rejects: what goes wrong is given to `failed`.
   */
  ask<Result>(
    ask: (http: KyInstance, signal: AbortSignal) => Promise<Result>,
    failed: (problem: Problem) => Result,
    signal?: AbortSignal,
  ): Promise<Result>;
}

/** Creates the way to ask; nothing is loaded before the first request. */
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
          // Not to be remembered: the next request tries again.
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

/** Does not wait for work that does not heed `signal`; its late result is nobody's any more. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Loaded at the first request: ky brings Node's whole fetch with it, which the tray icon need not wait for. */
async function createHttp(transport: typeof fetch, version: string): Promise<KyInstance> {
  const { default: ky } = await import('ky');
  return ky.create({
    fetch: transport,
    headers: { Accept: 'application/json', 'User-Agent': `OctoGlance/${version}`, 'Cache-Control': 'no-store' },
    // When to ask again is for the schedule alone to say.
    retry: 0,
    throwHttpErrors: false,
    redirect: 'manual',
    // The one limit of a request also covers the body, which ky's does not.
    timeout: false,
  });
}

/** The headers that say something whatever the status is. */
export function timeHeaders({ headers }: Response) {
  return { retryAfter: headers.get('retry-after'), date: headers.get('date') };
}
