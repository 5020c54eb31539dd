import { app } from 'electron';
import type { Clock } from '../../domain/time.ts';
import type { AppLog } from '../../logging/log.ts';
import { createDirectFetch } from '../../octoeverywhere/direct-fetch.ts';
import { createFallbackFetch } from '../../octoeverywhere/fetch-with-fallback.ts';
import { createInfoClient, type InfoClient } from '../../octoeverywhere/info-client.ts';
import { createPluginClient, type PluginClient } from '../../octoeverywhere/plugin-client.ts';
import { chromiumFetch } from './network-request.ts';
import { lookForSystemProxies } from './proxy-settings.ts';

/** Who asks OctoEverywhere: about App Connections, and the printers' plugins about prints. */
export interface SystemClients {
  readonly info: InfoClient;
  readonly plugin: PluginClient;
}

/** The clients of OctoEverywhere at `origin`: directly, or the way that this system's proxies demand. */
export function createSystemClients(origin: URL, clock: Clock, log: Pick<AppLog, 'hides'>): SystemClients {
  const elapsed = () => clock.elapsed();
  const roads = {
    direct: createDirectFetch(),
    systemFetch: chromiumFetch,
    isDirectAllowed: lookForSystemProxies(elapsed),
    elapsed,
  };
  const shared = { origin, version: app.getVersion(), isKnownSecret: (text: string) => log.hides(text) };
  return {
    info: createInfoClient({ ...shared, fetch: createFallbackFetch(roads) }),
    // A printer that takes its time, or is given up for a question about a connection, speaks against no road.
    plugin: createPluginClient({ ...shared, fetch: createFallbackFetch({ ...roads, slownessCounts: false }) }),
  };
}
