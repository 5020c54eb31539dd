import type { KyInstance } from 'ky';
import type { Transport } from './transport.ts';

/**
 * Returns a {@link Transport} over any `fetch`, which must report statuses 600–613 and 3xx unchanged. ky is loaded with
 * the first request: it brings in Node's whole fetch, 3 MB that a computer without a proxy need not spend.
 */
export function createKyTransport(fetch: typeof globalThis.fetch): Transport {
  let loaded: Promise<KyInstance> | null = null;
  return async ({ method, address, headers, body, signal }) => {
    loaded ??= createHttp(fetch).catch((error) => {
      // Not cached: the next request tries again.
      loaded = null;
      throw error;
    });
    const http = await loaded;
    const sent = body === null ? {} : { body };
    const response = await http(address, { method, headers, ...sent, signal });
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      read: (take) => readAll(response.body, take),
      // A broken connection may well reject that, which no longer matters.
      discard: () => void response.body?.cancel().catch(() => undefined),
    };
  };
}

async function createHttp(fetch: typeof globalThis.fetch): Promise<KyInstance> {
  const { default: ky } = await import('ky');
  return ky.create({
    fetch,
    // Only the schedule decides when to retry.
    retry: 0,
    throwHttpErrors: false,
    redirect: 'manual',
    // The time limit of service-http.ts also covers the body, which ky's does not.
    timeout: false,
  });
}

async function readAll(body: AsyncIterable<Uint8Array> | null, take: (part: Uint8Array) => boolean): Promise<boolean> {
  if (body === null) return true;
  for await (const part of body) if (!take(part)) return false;
  return true;
}
