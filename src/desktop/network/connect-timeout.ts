import { connect, type Socket } from 'node:net';
import { session } from 'electron';
import type { Milliseconds } from '../../domain/time.ts';

/**
 * Calls `giveUp` when no TCP connection for a request to `url` comes about within `connect` milliseconds. Returns how to
 * end the watch, for when an answer is there.
 *
 * Chromium does not tell when its connection stands, and its own limit is minutes. So when there is no answer after
 * `doubt` milliseconds, a bare connection is opened to where the request goes first: the proxy that the system names, or
 * the server. If that comes up, the server merely takes its time; if it fails, Chromium will say so itself or knows
 * another way. Only if it hangs as well until the limit, nobody is there. Nothing is sent over it.
 */
export function watchConnect(
  url: string,
  limits: { readonly connect: Milliseconds; readonly doubt: Milliseconds },
  giveUp: (reason: Error) => void,
): () => void {
  let probe: Socket | null = null;
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(doubt);
    clearTimeout(limit);
    probe?.destroy();
  };
  const doubt = setTimeout(async () => {
    const hop = await firstHop(url);
    if (over || hop === null) return;
    probe = connect(hop).once('connect', stop).on('error', stop);
  }, limits.doubt);
  const limit = setTimeout(() => {
    if (probe === null) return;
    stop();
    // Chromium's own name for it.
    giveUp(new Error('net::ERR_CONNECTION_TIMED_OUT'));
  }, limits.connect);
  return stop;
}

/** Where the first connection for `url` goes; null when that cannot be determined. */
async function firstHop(url: string): Promise<{ host: string; port: number } | null> {
  try {
    // As a PAC script answers: "PROXY proxy.example:3128; DIRECT".
    const [first = ''] = (await session.defaultSession.resolveProxy(url)).split(';');
    const [kind = '', address = ''] = first.trim().split(/\s+/);
    const { protocol, hostname, port } = new URL(kind === 'DIRECT' ? url : `http://${address}`);
    const host = hostname.replace(/^\[|\]$/g, '');
    const usualPort = protocol === 'https:' ? 443 : 80;
    return { host, port: port === '' ? usualPort : Number(port) };
  } catch {
    return null;
  }
}
