import { afterEach, describe, expect, test } from 'vitest';
import { mosaic } from '../../../src/demo/jpeg.ts';
import type { PluginAnswered } from '../../../src/octoeverywhere/plugin-response.ts';
import { type PluginRequest, pluginRequests } from './plugin-requests.ts';
import { startPluginServer } from './plugin-server.ts';
import { closedPort } from './raw-server.ts';

/** Sends a request with the real client over one network. */
export type AskPlugin = (
  request: PluginRequest,
  call: { readonly origin: string; readonly token: string; readonly timeout?: number },
) => Promise<PluginAnswered<unknown>>;

const token = 'example-token-of-a-plugin';

/** Tests of the requests to a printer's plugin over any network. */
export function pluginClientCases(ask: AskPlugin): void {
  const servers: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of servers.splice(0)) await one.close();
  });
  const serving = async (answer: Parameters<typeof startPluginServer>[0]) => {
    const server = await startPluginServer(answer);
    servers.push(server);
    return server;
  };

  test('each request is as documented, with its secret in its header', async () => {
    const server = await serving(() => ({ status: 200, body: '{"Status":200,"Result":null}' }));
    for (const request of pluginRequests) await ask(request, { origin: server.origin, token });
    const api = '/octoeverywhere-command-api';
    expect(server.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', `${api}/status`, ''],
      ['GET', `${api}/webcam/snapshot?index=0`, ''],
      ['POST', `${api}/pause`, '{"SmartPause":false,"SuppressNotification":false}'],
      ['GET', `${api}/webcam/list`, ''],
      ['POST', `${api}/resume`, ''],
      ['POST', `${api}/cancel`, ''],
      ['POST', '/api/gadget/GetStatusFromAppConnection', ''],
      ['POST', '/api/live/createfromappconnection', '{"EndWhenCurrentPrintIsComplete":true}'],
    ]);
    for (const { path, headers } of server.requests) {
      expect(headers['user-agent']).toMatch(/^OctoGlance\/\d/);
      const ofService = path.startsWith('/api/');
      expect([headers['apptoken'], headers['authorization']]).toEqual(
        ofService ? [token, undefined] : [undefined, `Bearer ${token}`],
      );
      expect(headers['cookie'] ?? headers['referer'] ?? headers['origin']).toBeUndefined();
    }
  });

  describe('every status, as the HTTP status and inside a 200', () => {
    test.each(pluginRequests)('%s', async (request) => {
      let status = 200;
      let inside = false;
      const server = await serving(() =>
        inside
          ? { status: 200, body: JSON.stringify({ Status: status, Error: `it says ${token}` }) }
          : { status, body: 'no JSON' },
      );
      const known = [
        601, 603, 604, 605, 606, 607, 608, 609, 610, 613, 750, 751, 752, 753, 754, 785, 786, 787, 788, 789,
      ];
      for (status of [...known, 401, 403, 429, 500, 503, 600, 602, 611, 799, 800]) {
        for (inside of [false, true]) {
          const answered = await ask(request, { origin: server.origin, token });
          expect(JSON.stringify(answered)).not.toContain(token);
          const { outcome } = answered;
          const failure = outcome.kind === 'failed' ? outcome.failure : null;
          if (known.includes(status) || status === 799) expect(failure).toMatchObject({ status });
          else expect(failure).toEqual({ kind: 'no-answer', problem: { type: 'http-status', status } });
        }
      }
    });
  });

  test('Date and Retry-After are read from an answer, an error and a redirect', async () => {
    let status = 200;
    const server = await serving(() => ({
      status,
      body: '{"Status":200,"Result":{"JobStatus":{"State":"idle"}}}',
      headers: { Date: 'Wed, 01 Jul 2026 12:00:00 GMT', 'Retry-After': '90', Location: 'https://example.com/' },
    }));
    for (status of [200, 302, 429, 605, 785]) {
      expect(await ask('status', { origin: server.origin, token })).toMatchObject({
        serverDate: Date.UTC(2026, 6, 1, 12),
        retryAfterSeconds: 90,
      });
    }
  });

  test('a login requested by a server is not given: no dialog, no second attempt', async () => {
    const server = await serving(() => ({ status: 401, headers: { 'WWW-Authenticate': 'Basic realm="printer"' } }));
    for (const request of ['status', 'pause'] as const) {
      expect((await ask(request, { origin: server.origin, token })).outcome).toMatchObject({
        failure: { kind: 'no-answer', problem: { type: 'http-status', status: 401 } },
      });
    }
    expect(server.requests).toHaveLength(2);
  });

  test.each(['pause', 'resume', 'cancel'] as const)(
    '%s is sent once, even if its connection breaks',
    async (request) => {
      const server = await serving(({ socket }) => {
        socket.resetAndDestroy();
        return null;
      });
      const { outcome } = await ask(request, { origin: server.origin, token });
      expect(outcome).toEqual({
        kind: 'failed',
        failure: { kind: 'no-answer', problem: { type: 'network', cause: 'read' } },
      });
      expect(server.requests).toHaveLength(1);
    },
  );

  test('a closed port', async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    for (const request of pluginRequests) {
      expect((await ask(request, { origin, token })).outcome).toMatchObject({
        failure: { problem: { type: 'network', cause: 'connect' } },
      });
    }
  });

  test('a picture of up to 8 MiB is accepted, and no larger one', async () => {
    const jpeg = mosaic(1, 1, () => [200, 30, 30]);
    let bytes = jpeg;
    const server = await serving(() => ({ status: 200, body: bytes, headers: { 'Content-Type': 'image/jpeg' } }));
    const outcomeOf = async () => (await ask('snapshot', { origin: server.origin, token, timeout: 30_000 })).outcome;
    expect(await outcomeOf()).toMatchObject({ kind: 'answered', value: { width: 8, height: 8 } });
    bytes = Buffer.concat([jpeg, Buffer.alloc(8 * 1024 * 1024 - jpeg.length)]);
    expect((await outcomeOf()).kind).toBe('answered');
    bytes = Buffer.concat([bytes, Buffer.alloc(1)]);
    expect(await outcomeOf()).toMatchObject({ failure: { problem: { type: 'malformed', what: 'too-large' } } });
    bytes = Buffer.from('{"Status":785,"Error":"not connected"}');
    expect(await outcomeOf()).toMatchObject({ failure: { kind: 'printer-not-answering', status: 785 } });
    bytes = Buffer.from(jpeg);
    // 65,500 × 65,500 pixels would need 17 GB when shown.
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(65_500, frame + 5);
    bytes.writeUInt16BE(65_500, frame + 7);
    expect(await outcomeOf()).toMatchObject({ failure: { problem: { type: 'malformed', what: 'too-large' } } });
  });
}
