import * as plain from 'node:http';
import * as secure from 'node:https';
import { type Duplex, pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import type { ServiceRequest, ServiceResponse, Transport } from './transport.ts';

/** Requests for several printers share a connection; by the next poll, a minute later, it would be stale. */
const idleConnection: Milliseconds = 4 * SECOND;

const usualConnect: Milliseconds = 5 * SECOND;

/**
 * Returns a {@link Transport} on Node's own http, straight to the host. It needs some 7 MB less memory than Node's
 * `fetch`, whose parser is WebAssembly. It does only what the clients need: no cookies, no cache. A POST is sent once,
 * over a new connection: on a reused one that breaks, there is no way to tell whether it arrived. `connect` limits the
 * time to establish the TCP connection, ms. Certificates are always verified, whatever the environment says. Rejects
 * with Node's errors (`code`) or the abort reason.
 */
export function createDirectTransport(connect: Milliseconds = usualConnect): Transport {
  const kept = { keepAlive: true, timeout: idleConnection };
  const agents = { plain: new plain.Agent(kept), secure: new secure.Agent({ ...kept, rejectUnauthorized: true }) };

  function send(requested: ServiceRequest, isRetry: boolean): Promise<ServiceResponse> {
    return new Promise((resolve, reject) => {
      const { method, address, headers, body, signal } = requested;
      signal.throwIfAborted();
      const isReading = method === 'GET';
      const request =
        address.protocol === 'https:'
          ? secure.request(address, { method, rejectUnauthorized: true, agent: isReading && agents.secure })
          : plain.request(address, { method, agent: isReading && agents.plain });
      // Node's option `signal` would add several listeners to each request.
      signal.addEventListener('abort', () => request.destroy(signal.reason), { once: true });
      // Not passed in the options: with NODE_DEBUG set, Node prints those, including the token.
      for (const name in headers) request.setHeader(name, headers[name] ?? '');
      request.end(body);
      request.once('socket', (socket) => {
        if (!socket.connecting) return;
        const late = () => request.destroy(failed('ETIMEDOUT'));
        const limit = setTimeout(late, connect);
        const stands = () => clearTimeout(limit);
        socket.once('connect', stands).once('close', stands);
      });
      let hasResponse = false;
      request.on('error', (error) => {
        // The reader of the body learns of it.
        if (hasResponse) return;
        // The server closed an idle connection just as it was reused: there was no response, so nothing is lost.
        if (request.reusedSocket && !isRetry && isReset(error)) resolve(send(requested, true));
        else reject(signal.aborted ? signal.reason : error);
      });
      // No protocol upgrade was requested.
      const refuseChange = (stream: Duplex) => {
        stream.destroy();
        reject(failed('ERR_HTTP_UPGRADE'));
      };
      request.on('upgrade', (_message, socket) => refuseChange(socket));
      request.on('response', (message) => {
        hasResponse = true;
        if (message.statusCode === 101) refuseChange(message.socket);
        else resolve(responseOf(message));
      });
    });
  }

  return (request) => send(request, false);
}

function responseOf(message: plain.IncomingMessage): ServiceResponse {
  const body = bodyOf(message);
  return {
    status: message.statusCode ?? 0,
    header: (name) => headerOf(message.rawHeaders, name),
    read: (take) => readAll(body, take),
    discard: () => {
      // A broken connection may well report an error, which no longer matters.
      body.on('error', () => {}).destroy();
    },
  };
}

/** Reads by events, which cost a small response less than a stream's async iterator. */
function readAll(body: Readable, take: (part: Uint8Array) => boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // It broke before anybody listened.
    if (body.destroyed) reject(body.errored ?? failed('ECONNRESET'));
    body.on('error', reject);
    body.on('end', () => resolve(true));
    body.on('close', () => {
      if (!body.readableEnded) reject(failed('ECONNRESET'));
    });
    body.on('data', (part: Uint8Array) => {
      if (take(part)) return;
      resolve(false);
      body.destroy();
    });
  });
}

/** Reads from alternating names and values; Node's own `headers` keeps only the first `Retry-After` or `Location`. */
function headerOf(rawHeaders: readonly string[], name: string): string | null {
  const found: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.toLowerCase() === name) found.push((rawHeaders[index + 1] ?? '').trim());
  if (name === 'location') return found.at(-1) ?? null;
  return found.length === 0 ? null : found.join(', ');
}

/** Returns the decompressed body, even if compression was not requested. Encodings are undone in reverse order. */
function bodyOf(message: plain.IncomingMessage): Readable {
  // Node's own `headers` would be built for this alone.
  const encoding = headerOf(message.rawHeaders, 'content-encoding');
  if (encoding === null) return message;
  const packed = encoding.toLowerCase().split(',').slice(-mostPacked).reverse();
  let body: Readable = message;
  for (const unpack of packed.map((name) => unpackers.get(name.trim()))) {
    // Errors reach the reader of the result.
    if (unpack !== undefined) body = pipeline(body, unpack(), () => {});
  }
  return body;
}

/** How many encodings of a body are undone. */
const mostPacked = 3;

/** A map, because the name comes from outside and may be that of a method of all objects. */
const unpackers: ReadonlyMap<string, () => Duplex> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Creates an error like Node's own, for network-problem.ts. */
function failed(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}
