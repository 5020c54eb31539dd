import { createDirectFetch } from '../../src/octoeverywhere/direct-fetch.ts';
import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';
import { clientCases } from './client-cases.ts';

clientCases(
  ({ origin, token, timeout, connect }) =>
    createInfoClient({
      origin: new URL(origin),
      fetch: createDirectFetch(connect),
      version: '0.0.0-test',
      ...(timeout === undefined ? {} : { timeout }),
    }).ask(token),
  { connectLimit: 'settable' },
);
