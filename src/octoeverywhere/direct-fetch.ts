import * as plain from 'node:http';
import * as secure from 'node:https';
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { headerPairs, wireResponse } from './raw-response.ts';

/** Requests about several printers share a connection; a minute later, at the next ones, it would be stale. */
const idleConnection: Milliseconds = 4 * SECOND;

const usualConnect: Milliseconds = 5 * SECOND;

/**
 * `fetch` on Node's own http, straight to the host: it costs some 4 MB less memory than Node's `fetch`, whose parser is a
 * WebAssembly. It does what the clients need: no cookies, no cache; a redirect is reported and never followed, every status
 * passed on. What changes something (POST) is sent once, over a connection of its own: over a kept one that breaks it cannot
 * be told whether it arrived. `connect` limits the time until a TCP connection stands. Certificates are always
 * checked, whatever the environment says. Rejects with Node's errors (`code`) or the reason of the abort.
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
    // Not among the options: with NODE_DEBUG in the environment Node prints those, the token too.
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
      // The server closed a kept connection just when it was used again: nothing was answered, so nothing is lost.
      if (request.reusedSocket && !isRetry && isReset(error)) resolve(ask(asked, true));
      else reject(asked.signal.aborted ? asked.signal.reason : error);
    });
    // Nobody asked to speak another protocol.
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

/** Unpacked, whether or not it was asked for packed; last packed is first unpacked. */
function bodyOf(message: plain.IncomingMessage): ReadableStream<Uint8Array> {
  const packed = (message.headers['content-encoding'] ?? '').toLowerCase().split(',').slice(-mostPacked).reverse();
  let body: Readable = message;
  for (const unpack of packed.map((name) => unpackers[name.trim()])) {
    // Readers of the result hear of its errors.
    if (unpack !== undefined) body = pipeline(body, unpack(), () => {});
  }
  return Readable.toWeb(body) as ReadableStream<Uint8Array>;
}

/** How often a body is unpacked. */
const mostPacked = 3;

const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** As Node itself gives the reason, for network-problem.ts. */
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
