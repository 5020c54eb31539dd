import { afterEach, expect, test } from 'vitest';
import { createDirectTransport } from '../../../src/octoeverywhere/direct-transport.ts';
import type { ServiceResponse } from '../../../src/octoeverywhere/transport.ts';
import { http, type RawResponse, type RawServer, startRawServer } from '../../support/network/raw-server.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  for (const one of servers.splice(0)) await one.close();
});

async function start(response: RawResponse) {
  const server = await startRawServer(response);
  servers.push(server);
  const send = createDirectTransport();
  const ask = () =>
    send({
      method: 'GET',
      address: new URL('/info', server.origin),
      headers: {},
      body: null,
      signal: new AbortController().signal,
    });
  return { server, ask };
}

const readText = async (response: ServiceResponse) => {
  let text = '';
  await response.read((part) => {
    text += Buffer.from(part).toString();
    return true;
  });
  return text;
};

test('a reused connection that breaks before there is a response is replaced by a new one', async () => {
  const { server, ask } = await start((socket, _head, count) => {
    if (count === 1) socket.resetAndDestroy();
    else socket.write(http(200, 'whole'));
  });
  expect(await readText(await ask())).toBe('whole');
  expect(await readText(await ask())).toBe('whole');
  expect([server.requests.length, server.connections()]).toEqual([3, 2]);
});

test('one that breaks within a response is not, as nobody would read the next response', async () => {
  let breakOff = () => {};
  const { server, ask } = await start((socket, _head, count) => {
    if (count !== 1) socket.write(http(200, 'whole'));
    else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhalf');
    breakOff = () => socket.resetAndDestroy();
  });
  await readText(await ask());
  const broken = await ask();
  const read = broken.read(() => {
    breakOff();
    return true;
  });
  await expect(read).rejects.toMatchObject({ code: 'ECONNRESET' });
  // Another request: one that was sent meanwhile has arrived by the time it has.
  await readText(await ask());
  expect([server.requests.length, server.connections()]).toEqual([3, 2]);
});
