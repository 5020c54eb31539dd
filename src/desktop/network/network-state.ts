import { net } from 'electron';

/**
 * The network state as reported by the system. A loopback service (demo, tests) is reachable without a network, so for
 * it the network is always up.
 */
export function networkState(originIsLoopback: boolean): 'up' | 'down' {
  return originIsLoopback || net.isOnline() ? 'up' : 'down';
}
