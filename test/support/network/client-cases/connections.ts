import { createServer as createSecureServer } from 'node:https';
import { describe, expect, test } from 'vitest';
import { closedPort, http, listening, silentPort } from '../raw-server.ts';
import { untrustedCertificate } from '../untrusted-certificate.ts';
import { body, type ClientSetup, token } from './setup.ts';

/** How the client handles failed connections. */
export function connectionCases(
  { ask, problemOf, opened, raw }: ClientSetup,
  connectLimit: 'settable' | 'fixed',
): void {
  describe('unreachable services', () => {
    const because = (cause: string) => ({ type: 'network', cause });

    test('a closed port', async () => {
      const origin = `http://127.0.0.1:${await closedPort()}`;
      expect(problemOf(await ask({ origin, token }))).toEqual(because('connect'));
    });

    test('an unknown host name', async () => {
      // `.invalid` never resolves (RFC 2606).
      expect(problemOf(await ask({ origin: 'https://octoglance-test.invalid', token }))).toEqual(because('dns'));
    });

    test('an untrusted certificate', async () => {
      const heads: string[] = [];
      const server = createSecureServer(untrustedCertificate, (request, response) => {
        heads.push(String(request.headers['apptoken']));
        response.end(body);
      });
      opened({ close: () => server.close() });
      const outcome = await ask({ origin: `https://127.0.0.1:${await listening(server)}`, token });
      expect(problemOf(outcome)).toEqual(because('certificate'));
      expect(heads).toEqual([]);
    });

    test('TLS to a server without it', async () => {
      const server = await raw(() => {});
      const outcome = await ask({ origin: server.origin.replace('http:', 'https:'), token, timeout: 1_500 });
      expect(outcome.kind).toBe('no-answer');
      expect(server.requests.join()).not.toContain(token);
    });

    test('no connection in time', async () => {
      const silent = await silentPort();
      opened({ close: () => silent.release() });
      const started = performance.now();
      const timeout = connectLimit === 'settable' ? 40_000 : 3_000;
      const outcome = await ask({ origin: `http://127.0.0.1:${silent.port}`, token, connect: 1_000, timeout });
      expect(problemOf(outcome)).toEqual(because(connectLimit === 'settable' ? 'connect-timeout' : 'timeout'));
      expect(performance.now() - started).toBeLessThan(20_000);
    });

    test('a slow answer is not a failed connection', async () => {
      const outcome = await ask({
        origin: (await raw((socket) => setTimeout(() => socket.write(http(200, body)), 3_000))).origin,
        token,
        connect: 2_000,
        timeout: 30_000,
      });
      expect(outcome.kind).toBe('answered');
    });
  });
}
