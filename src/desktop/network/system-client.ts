import { app } from 'electron';
import type { Clock } from '../../domain/time.ts';
import type { AppLog } from '../../logging/log.ts';
import { createDirectFetch } from '../../octoeverywhere/direct-fetch.ts';
import { createFallbackFetch } from '../../octoeverywhere/fetch-with-fallback.ts';
import { createInfoClient, type InfoClient } from '../../octoeverywhere/info-client.ts';
import { chromiumFetch } from './network-request.ts';
import { lookForSystemProxies } from './proxy-settings.ts';

/** The client of the App Connection Info API at `origin`: directly, or the way that this system's proxies demand. */
export function createSystemClient(origin: URL, clock: Clock, log: Pick<AppLog, 'hides'>): InfoClient {
  const elapsed = () => clock.elapsed();
  return createInfoClient({
    origin,
    fetch: createFallbackFetch({
      direct: createDirectFetch(),
      throughSystem: chromiumFetch,
      nothingBetween: lookForSystemProxies(elapsed),
      elapsed,
    }),
    version: app.getVersion(),
    isKnownSecret: (text) => log.hides(text),
  });
}
