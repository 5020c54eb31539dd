import { afterEach, expect, test } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { createDirectTransport } from '../../../src/octoeverywhere/direct-transport.ts';
import type { ServiceRequest, ServiceResponse, Transport } from '../../../src/octoeverywhere/transport.ts';
import { createTransportWithFallback } from '../../../src/octoeverywhere/transport-with-fallback.ts';
import { closedPort, http, type RawServer, startRawServer } from '../../support/network/raw-server.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  for (const one of servers.splice(0)) await one.close();
});

/** Two real servers, one behind each route; null for a route that leads nowhere. */
async function routes(direct: number | null, system: number | null, isDirectAllowed = true) {
  const end = async (status: number | null) => {
    if (status === null) return { origin: `http://127.0.0.1:${await closedPort()}`, requests: [] };
    const server = await startRawServer((socket) => socket.write(http(status)));
    servers.push(server);
    return server;
  };
  const ends = { direct: await end(direct), system: await end(system) };
  let now = 0;
  const send = createDirectTransport();
  const either = createTransportWithFallback({
    direct: (request) => send(rebased(request, ends.direct.origin)),
    system: (request) => send(rebased(request, ends.system.origin)),
    isDirectAllowed: async () => isDirectAllowed,
    elapsed: () => now,
  });
  return {
    ask: async () => (await either(request())).status,
    wait: (time: number) => {
      now += time;
    },
    requestsSoFar: () => [ends.direct.requests.length, ends.system.requests.length],
    requests: () => ends.system.requests.join(),
  };
}

function request(changes: Partial<ServiceRequest> = {}): ServiceRequest {
  const { signal } = new AbortController();
  const headers = { AppToken: 'example' };
  return { method: 'GET', address: new URL('http://service.invalid/info'), headers, body: null, signal, ...changes };
}

function rebased(requested: ServiceRequest, origin: string): ServiceRequest {
  return { ...requested, address: new URL(requested.address.pathname, origin) };
}

const done: ServiceResponse = {
  status: 200,
  header: () => null,
  read: () => Promise.resolve(true),
  discard: () => {},
};

test('the direct connection is used while it works', async () => {
  const found = await routes(604, 601);
  expect([await found.ask(), await found.ask()]).toEqual([604, 604]);
  expect(found.requestsSoFar()).toEqual([2, 0]);
});

test('any status is an answer', async () => {
  const found = await routes(503, 200);
  expect(await found.ask()).toBe(503);
  expect(found.requestsSoFar()).toEqual([1, 0]);
});

test('a failure is retried through the system at once, with the same headers', async () => {
  const found = await routes(null, 604);
  expect(await found.ask()).toBe(604);
  expect(found.requests().toLowerCase()).toContain('apptoken: example');
});

test('then the direct connection is skipped for an hour', async () => {
  const found = await routes(null, 604);
  await found.ask();
  found.wait(HOUR - 1);
  await found.ask();
  expect(found.requestsSoFar()).toEqual([0, 2]);
});

test('a response that breaks off makes the next request take the system’s connection', async () => {
  const broken = Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' });
  const taken: string[] = [];
  const route =
    (name: string, read: ServiceResponse['read']): Transport =>
    async () => {
      taken.push(name);
      return { ...done, read };
    };
  const either = createTransportWithFallback({
    direct: route('direct', () => Promise.reject(broken)),
    system: route('system', () => Promise.resolve(true)),
    isDirectAllowed: async () => true,
    elapsed: () => 0,
  });
  await expect((await either(request())).read(() => true)).rejects.toBe(broken);
  expect(await (await either(request())).read(() => true)).toBe(true);
  expect(taken).toEqual(['direct', 'system']);
});

test('a request fails only if both connections fail', async () => {
  const found = await routes(null, null);
  await expect(found.ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a required proxy rules out the direct connection', async () => {
  const found = await routes(604, 601, false);
  expect(await found.ask()).toBe(601);
  expect(found.requestsSoFar()).toEqual([0, 1]);
});

test('after an hour the direct connection is tried again', async () => {
  let works = false;
  let now = 0;
  const server = await startRawServer((socket) => socket.write(http(604)));
  servers.push(server);
  const send = createDirectTransport();
  const nowhere = `http://127.0.0.1:${await closedPort()}`;
  const taken: string[] = [];
  const either = createTransportWithFallback({
    direct: (requested) => {
      taken.push('direct');
      return send(rebased(requested, works ? server.origin : nowhere));
    },
    system: (requested) => {
      taken.push('system');
      return send(rebased(requested, server.origin));
    },
    isDirectAllowed: async () => true,
    elapsed: () => now,
  });
  await either(request());
  works = true;
  now += HOUR;
  await either(request());
  expect(taken).toEqual(['direct', 'system', 'direct']);
});

test('a request that changes something is retried only if it was not sent', async () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  const requested: string[] = [];
  const system: Transport = async ({ body }) => {
    requested.push(body ?? '');
    return done;
  };
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EPIPE']) {
    const either = createTransportWithFallback({
      direct: failing(code),
      system,
      isDirectAllowed: async () => true,
      elapsed: () => 0,
    });
    await either(request({ method: 'POST', body: code })).catch(() => undefined);
  }
  expect(requested).toEqual(['ECONNREFUSED', 'ENOTFOUND']);
});

test('a cancelled request to a slow device does not count against the connection', async () => {
  const requested: string[] = [];
  const hangs: Transport = ({ signal }) => {
    requested.push('direct');
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };
  for (const slownessCounts of [true, false]) {
    const either = createTransportWithFallback({
      direct: hangs,
      system: async () => {
        requested.push('system');
        return done;
      },
      isDirectAllowed: async () => true,
      elapsed: () => 0,
      slownessCounts,
    });
    for (const _ of [1, 2]) {
      const abort = new AbortController();
      const response = either(request({ signal: abort.signal })).catch(() => undefined);
      setTimeout(() => abort.abort(), 20);
      await response;
    }
    requested.push('|');
  }
  expect(requested).toEqual(['direct', 'system', 'system', '|', 'direct', 'system', 'direct', 'system', '|']);
});
