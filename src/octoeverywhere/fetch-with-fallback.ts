import { wasNotSent } from '../domain/outcome.ts';
import { HOUR, type Milliseconds } from '../domain/time.ts';
import { networkProblem } from './network-problem.ts';

export interface Roads {
  /** Straight to the service through Node: light, but unaware of the system's proxy and certificates. */
  readonly direct: typeof fetch;
  /** Through Chromium, which knows both and costs some 10 MB from its first use on. */
  readonly systemFetch: typeof fetch;
  /** Whether the system requires no proxy for the service. Never rejects. */
  readonly isDirectAllowed: () => Promise<boolean>;
  /** A monotonic clock. */
  readonly elapsed: () => Milliseconds;
  /** Whether an aborted call counts against the direct route; false if the remote end is slow by nature. */
  readonly slownessCounts?: boolean;
}

/** How long the direct route is avoided after a failure. */
const leftFor: Milliseconds = HOUR;

/**
 * Returns a `fetch` that prefers the direct route if the system requires no proxy. A request that fails there is
 * repeated through the system within the same call, and the direct route is avoided for an hour. A call thus fails only
 * if both routes fail, so the service never counts as unreachable because of a wrong guess about proxies. An aborted
 * call counts as a failure of the direct route, unless `slownessCounts` is false. Anything but GET is repeated only if
 * it certainly was not sent; otherwise it might be done twice.
 */
export function createFallbackFetch(roads: Roads): typeof fetch {
  const { direct, systemFetch, isDirectAllowed, elapsed, slownessCounts = true } = roads;
  let leftAt: Milliseconds | null = null;
  return async (input, init) => {
    const isLeft = leftAt !== null && elapsed() - leftAt < leftFor;
    const isFree = !isLeft && (await isDirectAllowed());
    // Aborted meanwhile: no request was sent, so this says nothing about either route.
    const signal = input instanceof Request ? input.signal : init?.signal;
    signal?.throwIfAborted();
    if (!isFree) return systemFetch(input, init);
    // A Request can be used only once.
    const again = input instanceof Request ? input.clone() : input;
    try {
      return await direct(input, init);
    } catch (error) {
      if (slownessCounts || signal?.aborted !== true) leftAt = elapsed();
      const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
      if (method !== 'GET' && !wasNotSent(networkProblem(error))) throw error;
      return systemFetch(again, init);
    }
  };
}
