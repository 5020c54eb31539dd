import type { NetworkCause } from '../domain/outcome.ts';
import { HOUR, type Milliseconds } from '../domain/time.ts';
import { networkProblem } from './network-problem.ts';

export interface Roads {
  /** Straight to the service, over Node's network: light, but knows neither the system's proxy nor its certificates. */
  readonly direct: typeof fetch;
  /** Over Chromium's network, which knows both and costs some 10 MB from its first use on. */
  readonly systemFetch: typeof fetch;
  /** Whether the system wants nothing between this computer and the service. Never rejects. */
  readonly isDirectAllowed: () => Promise<boolean>;
  /** A clock that never goes back. */
  readonly elapsed: () => Milliseconds;
  /** Whether a call that is given up speaks against its road; false where the far end is slow by nature. */
  readonly slownessCounts?: boolean;
}

/** After trouble on the direct road it is left for so long. */
const leftFor: Milliseconds = HOUR;

/**
 * `fetch` by the direct road where nothing speaks against it. What fails there is asked again through the system, in the
 * same call and for an hour from then on: only what fails there too has failed. So nothing that answers by one road counts
 * as unreachable, whatever was found out about proxies. A call that is aborted counts as failed on its road, unless
 * told otherwise. What changes something (anything but GET) is asked again only when it certainly was not sent: it would be done twice.
 */
export function createFallbackFetch(roads: Roads): typeof fetch {
  const { direct, systemFetch, isDirectAllowed, elapsed, slownessCounts = true } = roads;
  let leftAt: Milliseconds | null = null;
  return async (input, init) => {
    const isLeft = leftAt !== null && elapsed() - leftAt < leftFor;
    const isFree = !isLeft && (await isDirectAllowed());
    // Given up while that was found out: nothing was asked, so nothing is known of either road.
    const signal = input instanceof Request ? input.signal : init?.signal;
    signal?.throwIfAborted();
    if (!isFree) return systemFetch(input, init);
    // A Request can be used once.
    const again = input instanceof Request ? input.clone() : input;
    try {
      return await direct(input, init);
    } catch (error) {
      if (slownessCounts || signal?.aborted !== true) leftAt = elapsed();
      const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
      if (method !== 'GET' && mayHaveBeenSent(error)) throw error;
      return systemFetch(again, init);
    }
  };
}

/** Whether a request may have reached the service although it failed: a connection to it stood. */
function mayHaveBeenSent(error: unknown): boolean {
  const problem = networkProblem(error);
  return problem.type !== 'network' || !unsent.has(problem.cause);
}

const unsent: ReadonlySet<string> = new Set<NetworkCause>([
  'no-network',
  'dns',
  'connect',
  'connect-timeout',
  'certificate',
  'proxy',
]);
