import { createDirectTransport } from '../../src/octoeverywhere/direct-transport.ts';
import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';
import { clientCases } from '../support/network/client-cases.ts';

clientCases(
  async ({ origin, token, timeout, connect }) => {
    const client = createInfoClient({
      origin: new URL(origin),
      transport: createDirectTransport(connect),
      version: '0.0.0-test',
      ...(timeout === undefined ? {} : { timeout }),
    });
    return client.ask(token);
  },
  { connectLimit: 'settable' },
);
