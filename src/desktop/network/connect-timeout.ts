import { connect, type Socket } from 'node:net';
import type { Milliseconds } from '../../domain/time.ts';
import { requestSession } from './request-session.ts';

/**
 * Calls `giveUp` if no TCP connection for a request to `url` is established within `connect` milliseconds. Returns a
 * function that stops watching, to be called when there is a response.
 *
 * Chromium doesn't report when its connection is established, and its own timeout is minutes. So if there is no
 * response after `probeAfter` milliseconds, a plain connection is opened to the first hop: the system's proxy, or the
 * server. If it connects, the server is merely slow; if it fails, Chromium will report that itself or try another way.
 * Only if it hangs until the limit as well is the host unreachable. No data is sent over it.
 */
export function watchConnect(
  url: string,
  limits: { readonly connect: Milliseconds; readonly probeAfter: Milliseconds },
  giveUp: (reason: Error) => void,
): () => void {
  let probe: Socket | null = null;
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(wait);
    clearTimeout(limit);
    probe?.destroy();
  };
  const wait = setTimeout(async () => {
    const hop = await firstHop(url);
    if (over || hop === null) return;
    probe = connect(hop).once('connect', stop).on('error', stop);
  }, limits.probeAfter);
  const limit = setTimeout(() => {
    if (probe === null) return;
    stop();
    // Chromium's own error for this.
    giveUp(new Error('net::ERR_CONNECTION_TIMED_OUT'));
  }, limits.connect);
  return stop;
}

/** The host that a connection for `url` goes to first; null if it can't be determined. */
async function firstHop(url: string): Promise<{ host: string; port: number } | null> {
  try {
    // In the format of PAC scripts: "PROXY proxy.example:3128; DIRECT".
    const [first = ''] = (await requestSession().resolveProxy(url)).split(';');
    const [kind = '', address = ''] = first.trim().split(/\s+/);
    const { protocol, hostname, port } = new URL(kind === 'DIRECT' ? url : `http://${address}`);
    const host = hostname.replace(/^\[|\]$/g, '');
    const usualPort = protocol === 'https:' ? 443 : 80;
    return { host, port: port === '' ? usualPort : Number(port) };
  } catch {
    return null;
  }
}
