import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';
import { clientCases } from './client-cases.ts';

clientCases(
  ({ origin, token, timeout }) =>
    createInfoClient({
      origin: new URL(origin),
      fetch,
      version: '0.0.0-test',
      ...(timeout === undefined ? {} : { timeout }),
    }).ask(token),
  { connectLimit: 'fixed' },
);
