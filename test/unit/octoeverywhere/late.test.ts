import { expect, test } from 'vitest';
import { createInfoClient } from '../../../src/octoeverywhere/info-client.ts';
import { createKyTransport } from '../../../src/octoeverywhere/ky-transport.ts';
import type { Transport } from '../../../src/octoeverywhere/transport.ts';
import { createTransportWithFallback } from '../../../src/octoeverywhere/transport-with-fallback.ts';

const origin = new URL('http://127.0.0.1:9');
const token = 'example-token-voron';
const never = () => new Promise<never>(() => {});
const timedOut = { kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } };
const good = JSON.stringify({ PrinterName: 'Voron', IsOnline: true });

/** Returns headers at once, then a body that ignores aborts: either nothing, or a byte every `every` ms. */
function drip(every: number | null): Response {
  let timer: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'));
      if (every !== null) timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), every);
    },
    cancel: () => clearInterval(timer),
  });
  setTimeout(() => clearInterval(timer), 5_000).unref();
  return new Response(body);
}

const transports: Record<string, Transport> = {
  'a network that never answers and heeds no abort': never,
  'a body that never comes': createKyTransport(async () => drip(null)),
  'a body that drips': createKyTransport(async () => drip(20)),
  'a look for proxies that never ends': createTransportWithFallback({
    direct: never,
    system: never,
    isDirectAllowed: never,
    elapsed: () => 0,
  }),
  'a direct route and a system that both hang': createTransportWithFallback({
    direct: never,
    system: never,
    isDirectAllowed: async () => true,
    elapsed: () => 0,
  }),
};

test.each(Object.entries(transports))('%s: the request returns in time', async (_, transport) => {
  const client = createInfoClient({ origin, transport, version: '0.0.0', timeout: 200 });
  const { outcome } = await client.ask(token);
  expect(outcome).toEqual(timedOut);
});

test.each(Object.entries(transports))('%s: an abort returns the request at once', async (_, transport) => {
  const client = createInfoClient({ origin, transport, version: '0.0.0', timeout: 60_000 });
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 50);
  expect((await client.ask(token, abort.signal)).outcome).toEqual(timedOut);
  expect((await client.ask(token, abort.signal)).outcome).toEqual(timedOut);
});

test('a failure after the time-out is ignored, and the next request works as usual', async () => {
  const failures: unknown[] = [];
  const take = (error: unknown) => failures.push(error);
  process.on('unhandledRejection', take);
  let requestCount = 0;
  const transport = createKyTransport(async () => {
    requestCount += 1;
    if (requestCount > 1) return new Response(good);
    await new Promise((resolve) => setTimeout(resolve, 150));
    throw new Error('too late');
  });
  const client = createInfoClient({ origin, transport, version: '0.0.0', timeout: 50 });
  expect((await client.ask(token)).outcome).toEqual(timedOut);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const patient = createInfoClient({ origin, transport, version: '0.0.0' });
  expect((await patient.ask(token)).outcome.kind).toBe('answered');
  process.off('unhandledRejection', take);
  expect(failures).toEqual([]);
});

test('a request cancelled during a proxy lookup changes neither connection', async () => {
  let free: (found: boolean) => void = () => {};
  const looked = new Promise<boolean>((resolve) => {
    free = resolve;
  });
  const taken: string[] = [];
  const either = createTransportWithFallback({
    direct: createKyTransport(async () => {
      taken.push('direct');
      return new Response(good);
    }),
    system: createKyTransport(async () => {
      taken.push('system');
      return new Response(good);
    }),
    isDirectAllowed: () => looked,
    elapsed: () => 0,
  });
  const client = createInfoClient({ origin, transport: either, version: '0.0.0', timeout: 50 });
  expect((await client.ask(token)).outcome).toEqual(timedOut);
  free(true);
  await looked;
  await new Promise((resolve) => setImmediate(resolve));
  expect(taken).toEqual([]);
  const patient = createInfoClient({ origin, transport: either, version: '0.0.0' });
  expect((await patient.ask(token)).outcome.kind).toBe('answered');
  expect(taken).toEqual(['direct']);
});
