import { expect, test } from 'vitest';
import { createPluginClient } from '../../../src/octoeverywhere/plugin-client.ts';
import type { ServiceRequest } from '../../../src/octoeverywhere/transport.ts';

const token = 'example-token-0123456789';
const other = 'another-printers-secret-9876';

async function share(body: object) {
  const requests: ServiceRequest[] = [];
  const client = createPluginClient({
    origin: new URL('https://octoeverywhere.com'),
    version: '0.0.0-test',
    transport: async (request) => {
      requests.push(request);
      return {
        status: 200,
        header: () => null,
        read: async (take) => take(new TextEncoder().encode(JSON.stringify(body))),
        discard: () => {},
      };
    },
    isKnownSecret: (text) => text.includes(other),
  });
  return { outcome: (await client.liveLink(token)).outcome, requests };
}

test('a Live Link is requested until the end of the print; the short one is preferred', async () => {
  const body = { Url: 'https://octoeverywhere.com/live/1', ShortUrl: 'https://octoeverywhere.com/l/1' };
  const { outcome, requests } = await share(body);
  expect(outcome).toEqual({ kind: 'answered', value: new URL(body.ShortUrl) });
  expect(requests.map((one) => one.body)).toEqual(['{"EndWhenCurrentPrintIsComplete":true}']);
});

test.each([token, other])('a Live Link that contains %s is not passed on', async (secret) => {
  const { outcome } = await share({ Url: `https://octoeverywhere.com/live/${secret}` });
  expect(outcome.kind).toBe('failed');
  expect(JSON.stringify(outcome)).not.toContain(secret);
});
