import { net } from 'electron';

/**
 * This computer's own network, as the system knows it. A loopback service (demo, tests) is reachable without any
 * network, so for it the network always counts as up.
 */
export function networkState(originIsLoopback: boolean): 'up' | 'down' {
  return originIsLoopback || net.isOnline() ? 'up' : 'down';
}
