import { app } from 'electron';
import type { Clock } from '../../domain/time.ts';
import type { AppLog } from '../../logging/log.ts';
import { createDirectTransport } from '../../octoeverywhere/direct-transport.ts';
import { createInfoClient, type InfoClient } from '../../octoeverywhere/info-client.ts';
import { createKyTransport } from '../../octoeverywhere/ky-transport.ts';
import { createPluginClient, type PluginClient } from '../../octoeverywhere/plugin-client.ts';
import { createTransportWithFallback } from '../../octoeverywhere/transport-with-fallback.ts';
import { chromiumFetch } from './network-request.ts';
import { watchSystemProxies } from './proxy-settings.ts';

/** The clients of OctoEverywhere: for App Connections, and for the printers' plugins. */
export interface SystemClients {
  readonly info: InfoClient;
  readonly plugin: PluginClient;
}

/** Creates the clients for OctoEverywhere at `origin`: direct, or through this system's proxies. */
export function createSystemClients(origin: URL, clock: Clock, log: Pick<AppLog, 'hides'>): SystemClients {
  const elapsed = () => clock.elapsed();
  const routes = {
    direct: createDirectTransport(),
    system: createKyTransport(chromiumFetch),
    isDirectAllowed: watchSystemProxies(elapsed),
    elapsed,
  };
  const shared = { origin, version: app.getVersion(), isKnownSecret: (text: string) => log.hides(text) };
  return {
    info: createInfoClient({ ...shared, transport: createTransportWithFallback(routes) }),
    // A request for prints that is slow, or cancelled in favour of a connection check, says nothing about the route.
    plugin: createPluginClient({
      ...shared,
      transport: createTransportWithFallback({ ...routes, slownessCounts: false }),
    }),
  };
}
