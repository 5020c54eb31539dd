import { pluginAccess } from '../../../src/octoeverywhere/plugin-access.ts';
import { createPluginClient } from '../../../src/octoeverywhere/plugin-client.ts';
import type { PluginAnswered } from '../../../src/octoeverywhere/plugin-response.ts';
import type { Transport } from '../../../src/octoeverywhere/transport.ts';

/** Every request of the plugin client. */
export const pluginRequests = [
  'status',
  'snapshot',
  'pause',
  'webcams',
  'resume',
  'cancel',
  'gadget',
  'live-link',
] as const;
export type PluginRequest = (typeof pluginRequests)[number];

/** Sends one request with the real client; `token` is used for every secret. */
export function askPlugin(
  request: PluginRequest,
  transport: Transport,
  {
    origin,
    token,
    timeout,
  }: { readonly origin: string; readonly token: string; readonly timeout?: number | undefined },
): Promise<PluginAnswered<unknown>> {
  const client = createPluginClient({
    origin: new URL(origin),
    transport,
    version: '0.0.0-test',
    ...(timeout === undefined ? {} : { timeout }),
  });
  const access = pluginAccess({ appApiToken: token, url: origin, authBearerToken: token }, new URL(origin));
  if (access === null) throw new Error('These credentials open nothing.');
  switch (request) {
    case 'status':
      return client.status(access);
    case 'snapshot':
      return client.snapshot(access, 0);
    case 'webcams':
      return client.webcams(access);
    case 'gadget':
      return client.gadget(token);
    case 'live-link':
      return client.liveLink(token);
    case 'pause':
    case 'resume':
    case 'cancel':
      return client.control(access, request);
  }
}
