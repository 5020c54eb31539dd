import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type RequestOptions, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationToken, configureRequestUrl, HttpExecutor } from 'builder-util-runtime';
import { expect, it, onTestFinished } from 'vitest';
import { guardRequests } from '../../../src/updates/guarded-requests.ts';

/** electron-updater's own requests, over Node's network; in the app they use Chromium's (`e2e/updates.spec.ts`). */
class NodeExecutor extends HttpExecutor<ReturnType<typeof request>> {
  // biome-ignore lint/suspicious/noExplicitAny: as in electron-updater's own types
  createRequest(options: any, callback: (response: any) => void) {
    return request(options as RequestOptions, callback);
  }
}

/** A server that responds with `answer`, and a guarded updater that sends requests to it. */
async function asking(answer: (response: ServerResponse) => void) {
  let requestCount = 0;
  const server = createServer((_request, response) => {
    requestCount += 1;
    response.on('error', () => {});
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-guard-'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/file`);
  const httpExecutor = new NodeExecutor();
  const guard = guardRequests({ httpExecutor }, address);
  const options: RequestOptions = {};
  configureRequestUrl(address, options);
  const destination = join(folder, 'file');
  return {
    guard,
    destination,
    requestCount: () => requestCount,
    text: () => httpExecutor.request(options, new CancellationToken()),
    download: () =>
      new Promise<void>((resolve, reject) => {
        const callback = (error: Error | null) => (error === null || error === undefined ? resolve() : reject(error));
        const inside = httpExecutor as unknown as { doDownload: (...args: readonly unknown[]) => void };
        inside.doDownload(options, { destination, options: {}, callback, responseHandler: null }, 0);
      }),
  };
}

/** Sends data endlessly, as fast as it is read. */
function withoutEnd(response: ServerResponse): void {
  const part = Buffer.alloc(65_536, 'x');
  const more = () => {
    while (!response.destroyed && response.write(part));
  };
  response.on('drain', more);
  more();
}

it('An endless feed is not read to its end', async () => {
  const { guard, text } = await asking(withoutEnd);
  guard.begin();
  await expect(text()).rejects.toThrow('longer than 1048576 bytes');
});

it('A download is limited to the announced size, and complete at that size', async () => {
  const endless = await asking(withoutEnd);
  endless.guard.begin(300_000);
  await expect(endless.download()).rejects.toThrow('longer than 300000 bytes');
  const whole = await asking((response) => void response.end(Buffer.alloc(300_000)));
  whole.guard.begin(300_000);
  await whole.download();
  expect(statSync(whole.destination).size).toBe(300_000);
});

it('A Location without a redirect is ignored', async () => {
  const { guard, download, requestCount } = await asking((response) => {
    response.writeHead(200, { location: '/file' }).end('x');
  });
  guard.begin();
  await download();
  expect(requestCount()).toBe(1);
});

it('A cancelled request ends', async () => {
  const { guard, text } = await asking((response) => void response.write('x'));
  guard.begin();
  const read = text();
  const ended = expect(read).rejects.toThrow('The request was cancelled');
  // Repeated, because before the request begins there is nothing to end.
  const again = setInterval(guard.end, 20);
  onTestFinished(() => clearInterval(again));
  await ended;
});
