import { HOUR, type Milliseconds } from '../domain/time.ts';

export interface Roads {
  /** Straight to the service, over Node's network: light, but knows neither the system's proxy nor its certificates. */
  readonly direct: typeof fetch;
  /** Over Chromium's network, which knows both and costs some 10 MB from its first use on. */
  readonly throughSystem: typeof fetch;
  /** Whether the system wants nothing between this computer and the service. Never rejects. */
  readonly nothingBetween: () => Promise<boolean>;
  /** A clock that never goes back. */
  readonly elapsed: () => Milliseconds;
}

/** After trouble on the direct road it is left for so long. */
const leftFor: Milliseconds = HOUR;

/**
 * `fetch` by the direct road where nothing speaks against it. What fails there is asked again through the system, in the
 * same call and for an hour from then on: only what fails there too has failed. So nothing that answers by one road counts
 * as unreachable, whatever was found out about proxies. A call that is aborted counts as failed on its road.
 */
export function byEitherRoad({ direct, throughSystem, nothingBetween, elapsed }: Roads): typeof fetch {
  let leftAt: Milliseconds | null = null;
  return async (input, init) => {
    const isLeft = leftAt !== null && elapsed() - leftAt < leftFor;
    const isFree = !isLeft && (await nothingBetween());
    // Given up while that was found out: nothing was asked, so nothing is known of either road.
    (input instanceof Request ? input.signal : init?.signal)?.throwIfAborted();
    if (!isFree) return throughSystem(input, init);
    // A Request can be used once.
    const again = input instanceof Request ? input.clone() : input;
    try {
      return await direct(input, init);
    } catch {
      leftAt = elapsed();
      return throughSystem(again, init);
    }
  };
}
