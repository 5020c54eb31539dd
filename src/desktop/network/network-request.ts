import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type ClientRequest, type IncomingMessage, net } from 'electron';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { headerPairs, wireResponse } from '../../octoeverywhere/raw-response.ts';
import { watchConnect } from './connect-timeout.ts';
import { requestSession } from './request-session.ts';

export interface ChromiumFetchLimits {
  /** How long to wait for a TCP connection, ms. */
  readonly connect: Milliseconds;
  /** How long to wait for a response before checking whether there is a connection, ms. */
  readonly probeAfter: Milliseconds;
}

const usualLimits: ChromiumFetchLimits = { connect: 10 * SECOND, probeAfter: 3 * SECOND };

/**
 * `fetch` on Chromium's network stack. Unlike Node's it uses the system's proxy and certificates, and unlike
 * `net.fetch` it passes on OctoEverywhere's statuses 600–613, for which `new Response` would throw. It does what the
 * clients need: no cookies, no credentials except in the request's own headers, no cache; redirects are reported and
 * never followed.
 * Rejects with Chromium's `net::ERR_…` errors or the reason of the abort. Works once the app is ready.
 */
export function createChromiumFetch(limits: ChromiumFetchLimits = usualLimits): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const original = new Request(input, init);
      original.signal.throwIfAborted();
      const body = original.body === null ? null : original.arrayBuffer();
      const request = net.request({
        session: requestSession(),
        url: original.url,
        method: original.method,
        redirect: 'manual',
        credentials: 'omit',
        useSessionCookies: false,
        cache: 'no-store',
      });
      for (const [name, value] of original.headers) request.setHeader(name, value);

      const giveUp = (reason: unknown) => {
        finish();
        reject(reason);
        request.abort();
      };
      const onAbort = () => giveUp(original.signal.reason);
      original.signal.addEventListener('abort', onAbort);
      const stopWatching = watchConnect(original.url, limits, giveUp);
      const finish = () => {
        stopWatching();
        original.signal.removeEventListener('abort', onAbort);
      };

      request.on('error', (error) => {
        finish();
        reject(error);
      });
      request.on('redirect', (status, _method, location, headers) => {
        finish();
        resolve(wireResponse(status, null, [...namedValues(headers), ['location', location]]));
        // Otherwise Electron reports the unfollowed redirect as an error.
        request.abort();
      });
      request.on('response', (message) => {
        stopWatching();
        resolve(wireResponse(message.statusCode, bodyOf(message, request, finish), headerPairs(message.rawHeaders)));
      });
      if (body === null) request.end();
      else body.then((bytes) => request.end(Buffer.from(bytes)), giveUp);
    });
}

/** {@link createChromiumFetch} with 10 s to connect. */
export const chromiumFetch = createChromiumFetch();

function bodyOf(message: IncomingMessage, request: ClientRequest, finish: () => void): ReadableStream<Uint8Array> {
  // Electron's types hide that it is a Readable.
  const readable = message as unknown as Readable;
  readable.once('close', () => {
    finish();
    // Cancelling only the stream would leave Chromium loading.
    if (!readable.readableEnded) request.abort();
  });
  return Readable.toWeb(readable);
}

function namedValues(headers: Record<string, string[]>): [string, string][] {
  return Object.entries(headers).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}
