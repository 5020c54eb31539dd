import { wasNotSent } from '../domain/outcome.ts';
import { HOUR, type Milliseconds } from '../domain/time.ts';
import { networkProblem } from './network-problem.ts';
import type { ServiceRequest, ServiceResponse, Transport } from './transport.ts';

export interface Routes {
  /** Straight to the service through Node: light, but unaware of the system's proxy and certificates. */
  readonly direct: Transport;
  /** Through Chromium, which knows both and costs some 10 MB from its first use on. */
  readonly system: Transport;
  /** Whether the system requires no proxy for the service. Never rejects. */
  readonly isDirectAllowed: () => Promise<boolean>;
  /** A monotonic clock. */
  readonly elapsed: () => Milliseconds;
  /** Whether an aborted request counts against the direct route; false if the remote end is slow by nature. */
  readonly slownessCounts?: boolean;
}

/** How long the direct route is avoided after a failure. */
const leftFor: Milliseconds = HOUR;

/**
 * Returns a {@link Transport} that prefers the direct route if the system requires no proxy. A request that fails there
 * is repeated through the system at once, and the direct route is avoided for an hour. A request thus fails only if
 * both routes fail, so the service never counts as unreachable because of a wrong guess about proxies. An aborted
 * request counts as a failure of the direct route, unless `slownessCounts` is false. Anything but GET is repeated only
 * if it certainly was not sent; otherwise it might be done twice. A response that breaks off is not repeated either, as
 * part of it has been passed on, but counts as a failure too.
 */
export function createTransportWithFallback(routes: Routes): Transport {
  const { direct, system, isDirectAllowed, elapsed, slownessCounts = true } = routes;
  let leftAt: Milliseconds | null = null;
  const leave = ({ signal }: ServiceRequest) => {
    if (slownessCounts || !signal.aborted) leftAt = elapsed();
  };
  return async (request) => {
    const isLeft = leftAt !== null && elapsed() - leftAt < leftFor;
    const isFree = !isLeft && (await isDirectAllowed());
    // Aborted meanwhile: no request was sent, so this says nothing about either route.
    request.signal.throwIfAborted();
    if (!isFree) return system(request);
    try {
      const response = await direct(request);
      const read: ServiceResponse['read'] = (take) =>
        response.read(take).catch((error) => {
          leave(request);
          throw error;
        });
      return { ...response, read };
    } catch (error) {
      leave(request);
      if (request.method !== 'GET' && !wasNotSent(networkProblem(error))) throw error;
      return system(request);
    }
  };
}
