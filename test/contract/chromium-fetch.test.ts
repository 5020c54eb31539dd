import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChromiumAsker, startChromiumAsker } from '../support/network/chromium-asker.ts';
import { clientCases } from '../support/network/client-cases.ts';
import { closedPort, http, startRawServer } from '../support/network/raw-server.ts';

let chromium: ChromiumAsker;

// On a new computer Electron has to be downloaded first.
beforeAll(async () => {
  chromium = await startChromiumAsker();
}, 600_000);

afterAll(async () => {
  expect(chromium.uncaught).toEqual([]);
  await chromium.close();
});

clientCases((request) => chromium.askWhole(request), { connectLimit: 'settable' });

describe('the system’s proxy', () => {
  const token = 'example-token-voron';
  const origin = 'http://octoglance-test.invalid';

  test('is used, with the token only for the service', async () => {
    const proxy = await startRawServer((socket) => socket.write(http(604)));
    const outcome = await chromium.ask({ origin, token, proxy: proxy.origin });
    expect(outcome).toEqual({ kind: 'refused', status: 604 });
    // Chromium would request a dictionary first (redirector.gvt1.com).
    expect(proxy.requests).toEqual([
      expect.stringMatching(/^GET http:\/\/octoglance-test\.invalid\/api\/appconnection\/info /),
    ]);
    await proxy.close();
  });

  test.each([
    ['is not there', async () => `http://127.0.0.1:${await closedPort()}`, 'https://octoglance-test.invalid'],
    ['is not there (http)', async () => `http://127.0.0.1:${await closedPort()}`, origin],
  ])('%s', async (_, proxy, service) => {
    expect(await chromium.ask({ origin: service, token, proxy: await proxy() })).toEqual({
      kind: 'no-answer',
      problem: { type: 'network', cause: 'proxy' },
    });
  });

  test('from a script that never loads: every request returns in time, and later ones are answered', async () => {
    const script = await startRawServer(() => {});
    const service = await startRawServer((socket) => socket.write(http(604)));
    const hung = { kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } };
    const request = { origin: service.origin, token, timeout: 1_500 };
    const first = chromium.ask({ ...request, pac: `${script.origin}/proxy.pac` });
    const others = Array.from({ length: 6 }, () => chromium.ask({ ...request, connect: 300 }));
    expect(await Promise.all([first, ...others])).toEqual(Array(7).fill(hung));
    expect(service.requests).toEqual([]);
    expect(await chromium.ask({ ...request, timeout: 15_000, proxy: 'direct://' })).toEqual({
      kind: 'refused',
      status: 604,
    });
    await Promise.all([script.close(), service.close()]);
  });

  test('is used at once when the direct connection fails', async () => {
    const proxy = await startRawServer((socket) => socket.write(http(604)));
    const outcome = await chromium.ask({ origin, token, proxy: proxy.origin, directFirst: true });
    expect(outcome).toEqual({ kind: 'refused', status: 604 });
    expect(proxy.requests).toHaveLength(1);
    await proxy.close();
  });

  test('is not used when the direct connection works', async () => {
    const [proxy, service] = [
      await startRawServer(() => {}),
      await startRawServer((socket) => socket.write(http(604))),
    ];
    const outcome = await chromium.ask({ origin: service.origin, token, proxy: proxy.origin, directFirst: true });
    expect(outcome).toEqual({ kind: 'refused', status: 604 });
    expect(proxy.requests).toEqual([]);
    await Promise.all([proxy.close(), service.close()]);
  });

  test('requires a login', async () => {
    const proxy = await startRawServer((socket) =>
      socket.write(http(407, '', ['Proxy-Authenticate: Basic realm="x"'])),
    );
    const outcome = await chromium.ask({ origin: 'https://octoglance-test.invalid', token, proxy: proxy.origin });
    expect(outcome).toMatchObject({ kind: 'no-answer', problem: { type: 'http-status', status: 407 } });
    expect(proxy.requests.join()).not.toContain(token);
    await proxy.close();
  });
});
