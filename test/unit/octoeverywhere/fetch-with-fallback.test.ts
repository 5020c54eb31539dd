import { afterEach, expect, test } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { createDirectFetch } from '../../../src/octoeverywhere/direct-fetch.ts';
import { createFallbackFetch } from '../../../src/octoeverywhere/fetch-with-fallback.ts';
import { closedPort, http, type RawServer, startRawServer } from '../../support/network/raw-server.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  for (const one of servers.splice(0)) await one.close();
});

/** Two real servers, one behind each route; null for a route that leads nowhere. */
async function roads(direct: number | null, systemFetch: number | null, isDirectAllowed = true) {
  const end = async (status: number | null) => {
    if (status === null) return { origin: `http://127.0.0.1:${await closedPort()}`, requests: [] };
    const server = await startRawServer((socket) => socket.write(http(status)));
    servers.push(server);
    return server;
  };
  const ends = { direct: await end(direct), systemFetch: await end(systemFetch) };
  let now = 0;
  const ask = createDirectFetch();
  const either = createFallbackFetch({
    direct: (input, init) => ask(rebased(input, ends.direct.origin), init),
    systemFetch: (input, init) => ask(rebased(input, ends.systemFetch.origin), init),
    isDirectAllowed: async () => isDirectAllowed,
    elapsed: () => now,
  });
  return {
    ask: async () =>
      (await either(new Request('http://service.invalid/info', { headers: { AppToken: 'example' } }))).status,
    wait: (time: number) => {
      now += time;
    },
    asked: () => [ends.direct.requests.length, ends.systemFetch.requests.length],
    requests: () => ends.systemFetch.requests.join(),
  };
}

function rebased(input: string | URL | Request, origin: string): Request {
  const asked = new Request(input);
  return new Request(new URL(new URL(asked.url).pathname, origin), { headers: asked.headers });
}

test('the direct connection is used while it works', async () => {
  const found = await roads(604, 601);
  expect([await found.ask(), await found.ask()]).toEqual([604, 604]);
  expect(found.asked()).toEqual([2, 0]);
});

test('any status is an answer', async () => {
  const found = await roads(503, 200);
  expect(await found.ask()).toBe(503);
  expect(found.asked()).toEqual([1, 0]);
});

test('a failure is retried through the system at once, with the same headers', async () => {
  const found = await roads(null, 604);
  expect(await found.ask()).toBe(604);
  expect(found.requests().toLowerCase()).toContain('apptoken: example');
});

test('then the direct connection is skipped for an hour', async () => {
  const found = await roads(null, 604);
  await found.ask();
  found.wait(HOUR - 1);
  await found.ask();
  expect(found.asked()).toEqual([0, 2]);
});

test('a request fails only if both connections fail', async () => {
  const found = await roads(null, null);
  await expect(found.ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a required proxy rules out the direct connection', async () => {
  const found = await roads(604, 601, false);
  expect(await found.ask()).toBe(601);
  expect(found.asked()).toEqual([0, 1]);
});

test('after an hour the direct connection is tried again', async () => {
  let works = false;
  let now = 0;
  const server = await startRawServer((socket) => socket.write(http(604)));
  servers.push(server);
  const ask = createDirectFetch();
  const nowhere = `http://127.0.0.1:${await closedPort()}`;
  const taken: string[] = [];
  const either = createFallbackFetch({
    direct: (input) => {
      taken.push('direct');
      return ask(rebased(input, works ? server.origin : nowhere));
    },
    systemFetch: (input) => {
      taken.push('system');
      return ask(rebased(input, server.origin));
    },
    isDirectAllowed: async () => true,
    elapsed: () => now,
  });
  await either('http://service.invalid/info');
  works = true;
  now += HOUR;
  await either('http://service.invalid/info');
  expect(taken).toEqual(['direct', 'system', 'direct']);
});

test('a request that changes something is retried only if it was not sent', async () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  const asked: string[] = [];
  const systemFetch: typeof fetch = async (input) => {
    asked.push(await (input as Request).text());
    return new Response('done');
  };
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EPIPE']) {
    const either = createFallbackFetch({
      direct: failing(code),
      systemFetch,
      isDirectAllowed: async () => true,
      elapsed: () => 0,
    });
    const post = new Request('http://service.invalid/pause', { method: 'POST', body: code });
    await either(post).catch(() => undefined);
  }
  expect(asked).toEqual(['ECONNREFUSED', 'ENOTFOUND']);
});

test('a cancelled request to a slow device does not count against the connection', async () => {
  const asked: string[] = [];
  const hangs: typeof fetch = (_, init) => {
    asked.push('direct');
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  };
  for (const slownessCounts of [true, false]) {
    const either = createFallbackFetch({
      direct: hangs,
      systemFetch: async () => {
        asked.push('system');
        return new Response();
      },
      isDirectAllowed: async () => true,
      elapsed: () => 0,
      slownessCounts,
    });
    for (const _ of [1, 2]) {
      const abort = new AbortController();
      const answer = either('http://service.invalid/', { signal: abort.signal }).catch(() => undefined);
      setTimeout(() => abort.abort(), 20);
      await answer;
    }
    asked.push('|');
  }
  expect(asked).toEqual(['direct', 'system', 'system', '|', 'direct', 'system', 'direct', 'system', '|']);
});
