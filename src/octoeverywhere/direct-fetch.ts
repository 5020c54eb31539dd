import * as plain from 'node:http';
import * as secure from 'node:https';
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { headerPairs, wireResponse } from './raw-response.ts';

/** Requests for several printers share a connection; by the next poll, a minute later, it would be stale. */
const idleConnection: Milliseconds = 4 * SECOND;

const usualConnect: Milliseconds = 5 * SECOND;

/**
 * Returns a `fetch` on Node's own http, straight to the host. It needs some 4 MB less memory than Node's `fetch`, whose
 * parser is WebAssembly. It does only what the clients need: no cookies, no cache; redirects are reported, never
 * followed, and every status is passed on. A POST is sent once, over a new connection: on a reused one that breaks,
 * there is no way to tell whether it arrived. `connect` limits the time to establish the TCP connection, ms.
 * Certificates are always verified, whatever the environment says. Rejects with Node's errors (`code`) or the abort
 * reason.
 */
export function createDirectFetch(connect: Milliseconds = usualConnect): typeof fetch {
  const kept = { keepAlive: true, timeout: idleConnection };
  const agents = { 'http:': new plain.Agent(kept), 'https:': new secure.Agent({ ...kept, rejectUnauthorized: true }) };

  async function ask(asked: Request, isRetry: boolean): Promise<Response> {
    asked.signal.throwIfAborted();
    const { promise, resolve, reject } = withResolvers<Response>();
    const { method } = asked;
    const isReading = method === 'GET';
    const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer());
    const options = { method, signal: asked.signal };
    const request = asked.url.startsWith('https:')
      ? secure.request(asked.url, { ...options, rejectUnauthorized: true, agent: isReading && agents['https:'] })
      : plain.request(asked.url, { ...options, agent: isReading && agents['http:'] });
    // Not passed in the options: with NODE_DEBUG set, Node prints those, including the token.
    for (const [name, value] of asked.headers) request.setHeader(name, value);
    request.end(body);
    request.once('socket', (socket) => {
      if (!socket.connecting) return;
      const late = () => request.destroy(failed('ETIMEDOUT'));
      const limit = setTimeout(late, connect);
      const stands = () => clearTimeout(limit);
      socket.once('connect', stands).once('close', stands);
    });
    request.on('error', (error) => {
      // The server closed an idle connection just as it was reused: there was no response, so nothing is lost.
      if (request.reusedSocket && !isRetry && isReset(error)) resolve(ask(asked, true));
      else reject(asked.signal.aborted ? asked.signal.reason : error);
    });
    // No protocol upgrade was requested.
    const refuseChange = (stream: Duplex) => {
      stream.destroy();
      reject(failed('ERR_HTTP_UPGRADE'));
    };
    request.on('upgrade', (_message, socket) => refuseChange(socket));
    request.on('response', (message) => {
      if (message.statusCode === 101) refuseChange(message.socket);
      else resolve(wireResponse(message.statusCode ?? 0, bodyOf(message), headerPairs(message.rawHeaders)));
    });
    return promise;
  }

  return async (input, init) => ask(new Request(input, init), false);
}

/** Returns the decompressed body, even if compression was not requested. Encodings are undone in reverse order. */
function bodyOf(message: plain.IncomingMessage): ReadableStream<Uint8Array> {
  const packed = (message.headers['content-encoding'] ?? '').toLowerCase().split(',').slice(-mostPacked).reverse();
  let body: Readable = message;
  for (const unpack of packed.map((name) => unpackers[name.trim()])) {
    // Errors reach the reader of the result.
    if (unpack !== undefined) body = pipeline(body, unpack(), () => {});
  }
  return Readable.toWeb(body) as ReadableStream<Uint8Array>;
}

/** How many encodings of a body are undone. */
const mostPacked = 3;

const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Creates an error like Node's own, for network-problem.ts. */
function failed(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function withResolvers<Value>() {
  let resolve: (value: Value | Promise<Value>) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
