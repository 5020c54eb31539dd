import { createServer as createSecureServer } from 'node:https';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { startSimulator } from '../../../src/demo/simulator.ts';
import type { Answered, PollOutcome, Problem } from '../../../src/domain/outcome.ts';
import { readAnswer } from '../../../src/octoeverywhere/read-answer.ts';
import {
  closedPort,
  http,
  listening,
  type RawAnswer,
  type RawServer,
  silentPort,
  startRawServer,
} from './raw-server.ts';
import { untrustedCertificate } from './untrusted-certificate.ts';

/** Sends one request with the real client; `timeout` is for the whole request, `connect` for the connection, ms. */
export type Ask = (question: {
  readonly origin: string;
  readonly token: string;
  readonly timeout?: number;
  readonly connect?: number;
}) => Promise<Answered>;

const token = 'example-token-voron';

const info = { PrinterName: 'Voron', IsOnline: true };
const body = JSON.stringify(info);

/**
 * Tests of the client over any network. Node's own has a fixed connect timeout of 10 s, so that tests with shorter
 * limits reach the timeout of the whole request first.
 */
export function clientCases(askWhole: Ask, { connectLimit }: { readonly connectLimit: 'settable' | 'fixed' }): void {
  const ask = async (question: Parameters<Ask>[0]): Promise<PollOutcome> => (await askWhole(question)).outcome;
  const open: { close(): unknown }[] = [];
  const opened = <Closable extends { close(): unknown }>(one: Closable): Closable => {
    open.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  const raw = async (answer: RawAnswer): Promise<RawServer> => opened(await startRawServer(answer));
  const asked = async (answer: RawAnswer, timeout = 5_000): Promise<PollOutcome> => {
    const outcome = await ask({ origin: (await raw(answer)).origin, token, timeout });
    expect(JSON.stringify(outcome)).not.toContain(token);
    return outcome;
  };
  const problemOf = (outcome: PollOutcome): Problem | string =>
    outcome.kind === 'no-answer' ? outcome.problem : outcome.kind;

  describe('the simulated OctoEverywhere', () => {
    const simulated = async () => opened(await startSimulator());

    test('a connected printer, flat and wrapped, then a disconnected one', async () => {
      const service = await simulated();
      const voron = service.printer('Voron', { token });
      const origin = service.origin.href;
      for (const shape of ['flat', 'wrapped'] as const) {
        service.body(shape);
        expect(await ask({ origin, token })).toMatchObject({
          kind: 'answered',
          info: {
            printerName: 'Voron',
            isOnline: true,
            lastDisconnectedAt: null,
            lastConnectedAt: expect.any(Number),
            printerUrl: `${service.origin.origin}/view/Voron`,
            limits: { maxDownloadFileBytes: 104_857_600, maxWebcamStreamSeconds: 600 },
          },
        });
      }
      voron.set({ link: 'down' });
      const outcome = await ask({ origin, token });
      expect(outcome).toMatchObject({ kind: 'answered', info: { isOnline: false } });
      expect(service.log.map(({ printer, status }) => [printer, status])).toEqual(Array(3).fill(['Voron', 200]));
      expect(JSON.stringify(service.log)).not.toContain(token);
    });

    test('every status that OctoEverywhere documents', async () => {
      const service = await simulated();
      const voron = service.printer('Voron', { token });
      const kinds: Record<number, string> = {};
      for (const status of [601, 603, 604, 605, 606, 610, 600, 602, 607, 608, 609, 611, 612, 613]) {
        voron.answer(status);
        const outcome = await ask({ origin: service.origin.href, token });
        kinds[status] = outcome.kind === 'no-answer' ? JSON.stringify(outcome.problem) : outcome.kind;
      }
      const silent = (status: number) => JSON.stringify({ type: 'http-status', status });
      expect(kinds).toEqual({
        601: 'printer-not-connected',
        603: 'refused',
        604: 'refused',
        605: 'perks-needed',
        606: 'refused',
        610: 'update-needed',
        ...Object.fromEntries([600, 602, 607, 608, 609, 611, 612, 613].map((status) => [status, silent(status)])),
      });
    });

    test('an unknown token, trouble with Retry-After, a cut connection, a silent service', async () => {
      const service = await simulated();
      const origin = service.origin.href;
      service.printer('Voron', { token });
      expect(await ask({ origin, token: 'example-token-unknown' })).toEqual({ kind: 'refused', status: 603 });
      service.service(429);
      service.headers({ 'Retry-After': '120' });
      expect(await askWhole({ origin, token })).toEqual({
        outcome: { kind: 'no-answer', problem: { type: 'http-status', status: 429 } },
        serverDate: expect.any(Number),
        retryAfterSeconds: 120,
      });
      service.network('down');
      expect(problemOf(await ask({ origin, token }))).toEqual({ type: 'network', cause: 'read' });
      service.network('up');
      service.service('timeout');
      expect(problemOf(await ask({ origin, token, timeout: 400 }))).toEqual({ type: 'network', cause: 'timeout' });
    });
  });

  test('Date and Retry-After arrive with every status, redirects and bodies of no use included', async () => {
    let status = 200;
    let text = body;
    const date = 'Wed, 01 Jul 2026 12:00:00 GMT';
    const until = 'Wed, 01 Jul 2026 12:02:00 GMT';
    const server = await raw((socket) =>
      socket.write(http(status, text, [`Date: ${date}`, `Retry-After: ${until}`, 'Location: https://example.com/'])),
    );
    const cases = [200, 302, 400, 404, 429, 503, 600, 601, 602, 603, 604, 605, 606, 610].map(
      (one) => [one, body] as const,
    );
    for (const [one, said] of [...cases, [200, '<html>'], [200, ' '.repeat(300_000)]] as const) {
      [status, text] = [one, said];
      const answered = await askWhole({ origin: server.origin, token });
      expect({ ...answered, outcome: null, status }).toEqual({
        outcome: null,
        status,
        serverDate: Date.UTC(2026, 6, 1, 12),
        retryAfterSeconds: 120,
      });
    }
  });

  test('every status from 200 to 999 arrives as what it is', async () => {
    let status = 200;
    const server = await raw((socket) => socket.write(http(status, status === 204 || status === 304 ? '' : body)));
    const wrong: unknown[] = [];
    for (; status <= 999; status += 1) {
      const outcome = await ask({ origin: server.origin, token });
      const redirect = [301, 302, 303, 307, 308].includes(status);
      const expected: PollOutcome = redirect
        ? { kind: 'no-answer', problem: { type: 'redirect', why: 'unreadable' } }
        : readAnswer({ status, retryAfter: null, date: null, body }, 0).outcome;
      // Only a proxy may send 407, so the networks treat it as an error.
      const agrees = status === 407 ? outcome.kind === 'no-answer' : isDeepStrictEqual(outcome, expected);
      if (!agrees) wrong.push({ status, outcome });
    }
    expect(wrong).toEqual([]);
    // After 408, 421 and 425 the networks themselves may retry once.
    expect(server.requests.length).toBeLessThanOrEqual(803);
  });

  test('informational statuses are waited out', async () => {
    const early = 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n';
    const outcome = await asked((socket) => socket.write(Buffer.concat([Buffer.from(early), http(200, body)])));
    expect(outcome.kind).toBe('answered');
  });

  test('informational statuses that nothing follows are no answer', async () => {
    let status = 100;
    const server = await raw((socket) => socket.end(`HTTP/1.1 ${status} Wait\r\n\r\n`));
    const kinds = new Set<string>();
    for (; status < 200; status += 1) {
      kinds.add((await ask({ origin: server.origin, token, timeout: 1_000 })).kind);
    }
    expect([...kinds]).toEqual(['no-answer']);
  });

  test('says who is asking, with the token in its header, and keeps nothing', async () => {
    const server = await raw((socket) =>
      socket.write(http(200, body, ['Set-Cookie: a=b; Path=/', 'Cache-Control: max-age=3600', 'ETag: "x"'])),
    );
    for (const _ of [1, 2]) expect((await ask({ origin: server.origin, token })).kind).toBe('answered');
    expect(server.requests).toHaveLength(2);
    for (const head of server.requests) {
      expect(head).toMatch(/^GET \/api\/appconnection\/info HTTP\/1\.1\r\n/);
      expect(head).toMatch(new RegExp(`^apptoken: ${token}$`, 'im'));
      expect(head).toMatch(/^user-agent: OctoGlance\/\d/im);
      expect(head).not.toMatch(/^(cookie|if-none-match|authorization|origin|referer):/im);
    }
  });

  test('text that cannot be a token is never sent', async () => {
    const server = await raw((socket) => socket.write(http(200, body)));
    for (const hostile of ['', ' ', 'a b', 'a\r\nX-Evil: 1', 'tökén', 'a\u0000b', '\u{1F511}', 'x'.repeat(10_000)]) {
      expect(await ask({ origin: server.origin, token: hostile })).toEqual({ kind: 'token-lost' });
    }
    expect(server.connections()).toBe(0);
  });

  describe('bodies', () => {
    const malformed = (what: string) => ({ type: 'malformed', what });
    test.each<[string, Buffer, unknown]>([
      ['empty', http(200, ''), malformed('empty')],
      ['white space', http(200, ' \r\n\t '), malformed('empty')],
      ['a web page', http(200, '\n<!doctype html><title>Sign in to this Wi-Fi</title>'), malformed('html')],
      ['broken JSON', http(200, body.slice(0, -1)), malformed('not-json')],
      ['bytes that are no text', http(200, Buffer.from([0xff, 0xfe, 0x00, 0x80])), malformed('not-json')],
      ['another shape', http(200, '[1,2,3]'), malformed('wrong-shape')],
      ['a byte order mark', http(200, `\ufeff${body}`), 'answered'],
      ['an error inside', http(200, '{"Status":604,"Error":"no","Result":null}'), 'refused'],
      ['exactly 256 KiB', http(200, body.padEnd(256 * 1024, ' ')), 'answered'],
      ['one byte more', http(200, body.padEnd(256 * 1024 + 1, ' ')), malformed('too-large')],
      ['gzip', http(200, gzipSync(body), ['Content-Encoding: gzip']), 'answered'],
      [
        'a gzip bomb',
        http(200, gzipSync(Buffer.alloc(200_000_000)), ['Content-Encoding: gzip']),
        malformed('too-large'),
      ],
      ['broken gzip', http(200, 'this is not gzip', ['Content-Encoding: gzip']), { type: 'network', cause: 'read' }],
    ])('%s', async (_, answer, expected) => {
      expect(problemOf(await asked((socket) => socket.write(answer)))).toEqual(expected);
    });

    test('one that never ends is cut off, and so is its connection', async () => {
      let ended: () => void = () => {};
      const cut = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const outcome = await asked((socket) => {
        socket.on('close', ended);
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        const more = () => {
          while (!socket.destroyed && socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`));
        };
        socket.on('drain', more);
        more();
      });
      expect(problemOf(outcome)).toEqual(malformed('too-large'));
      await cut;
    });

    test.each<[string, string]>([
      ['shorter than its length', `HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n${body}`],
      ['cut in the middle of a chunk', `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n${body}`],
      [
        'with a chunk length that is none',
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${body}\r\n0\r\n\r\n`,
      ],
    ])('%s', async (_, answer) => {
      expect(problemOf(await asked((socket) => socket.end(answer)))).toEqual({ type: 'network', cause: 'read' });
    });

    test('broken error bodies do not matter: the status says it all', async () => {
      const cut = 'HTTP/1.1 604 Gone\r\nContent-Length: 500\r\n\r\n<html>';
      expect(await asked((socket) => socket.end(cut))).toEqual({ kind: 'refused', status: 604 });
    });
  });

  describe('servers that misbehave', () => {
    const read = { type: 'network', cause: 'read' };
    test.each<[string, RawAnswer]>([
      ['hang up', (socket) => socket.end()],
      ['reset', (socket) => socket.resetAndDestroy()],
      ['send 1 MB of headers', (socket) => socket.end(http(200, body, [`X-Large: ${'x'.repeat(1_000_000)}`]))],
    ])('they %s', async (_, answer) => {
      expect(problemOf(await asked(answer))).toEqual(read);
    });

    test.each(['220 mail.example ESMTP\r\n', 'HTTP/1.1 200 OK\r\nContent-Le', 'HTTP/1.1 \r\n\r\n', '\0\0\0\0'])(
      'they say %j and hang up',
      async (said) => {
        // Chromium tries to interpret it, but finds nothing usable.
        expect((await asked((socket) => socket.end(said))).kind).toBe('no-answer');
      },
    );

    test.each<[string, RawAnswer]>([
      ['say nothing', () => {}],
      ['stop after the headers', (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n')],
      [
        'send a byte now and then',
        (socket) => {
          const bytes = http(200, body);
          let sent = 0;
          const drip = setInterval(() => socket.write(bytes.subarray(sent, ++sent)), 50);
          socket.on('close', () => clearInterval(drip));
        },
      ],
    ])('they %s: the time for the whole question runs out', async (_, answer) => {
      const started = performance.now();
      expect(problemOf(await asked(answer, 700))).toEqual({ type: 'network', cause: 'timeout' });
      expect(performance.now() - started).toBeLessThan(15_000);
    });
  });

  describe('redirects', () => {
    const to = (location: string, status = 302) => http(status, '', [`Location: ${location}`]);
    const problem = (why: string) => ({ type: 'redirect', why });

    test.each([301, 302, 303, 307, 308])('%d within the service is followed, with the token', async (status) => {
      const server = await raw((socket, head) =>
        socket.write(head.startsWith('GET /elsewhere?x=1 ') ? http(200, body) : to('/elsewhere?x=1', status)),
      );
      expect((await ask({ origin: server.origin, token })).kind).toBe('answered');
      expect(server.requests.map((head) => /apptoken: (.*)/i.exec(head)?.[1])).toEqual([token, token]);
    });

    test('three are followed, a fourth is one too many', async () => {
      const server = await raw((socket, _, count) => socket.write(count < 3 ? to('/again') : http(200, body)));
      expect((await ask({ origin: server.origin, token })).kind).toBe('answered');
      const loop = await raw((socket) => socket.write(to('/again')));
      expect(problemOf(await ask({ origin: loop.origin, token }))).toEqual(problem('too-many'));
      expect(loop.requests).toHaveLength(4);
    });

    test('a third host never hears of it', async () => {
      const third = await raw((socket) => socket.write(http(200, body)));
      const port = new URL(third.origin).port;
      for (const location of [
        `${third.origin}/api/appconnection/info`,
        `//127.0.0.1:${port}/`,
        `http://localhost:${port}/`,
        `http://octoeverywhere.com@127.0.0.1:${port}/`,
        `http://octoeverywhere.com:${port}/`,
        'http://octoeverywhere.com/api/appconnection/info',
        'https://octoeverywhere.com.example/',
        'https://octoeverywhere.com:8443/',
        'https://octoeverywhere.com./',
        'https://evil-octoeverywhere.com/',
      ]) {
        expect(problemOf(await asked((socket) => socket.write(to(location)))), location).toEqual(
          problem('foreign-host'),
        );
      }
      expect(third.connections()).toBe(0);
    });

    test.each(['file:///etc/passwd', 'data:application/json,{}', 'javascript:1', 'about:blank'])(
      'to %s nobody goes',
      async (location) => {
        expect(problemOf(await asked((socket) => socket.write(to(location))))).toMatchObject({ type: 'redirect' });
      },
    );

    test.each(['http://[', 'https://exa mple/', 'http://:99999/'])('to %s leads nowhere', async (location) => {
      expect(problemOf(await asked((socket) => socket.write(to(location))))).toMatchObject({ type: 'redirect' });
    });
  });

  describe('networks that do not let through', () => {
    const because = (cause: string) => ({ type: 'network', cause });

    test('nobody listens', async () => {
      const origin = `http://127.0.0.1:${await closedPort()}`;
      expect(problemOf(await ask({ origin, token }))).toEqual(because('connect'));
    });

    test('the name does not exist', async () => {
      // `.invalid` never resolves (RFC 2606).
      expect(problemOf(await ask({ origin: 'https://octoglance-test.invalid', token }))).toEqual(because('dns'));
    });

    test('a certificate nobody trusts', async () => {
      const heads: string[] = [];
      const server = createSecureServer(untrustedCertificate, (request, response) => {
        heads.push(String(request.headers['apptoken']));
        response.end(body);
      });
      open.push({ close: () => server.close() });
      const outcome = await ask({ origin: `https://127.0.0.1:${await listening(server)}`, token });
      expect(problemOf(outcome)).toEqual(because('certificate'));
      expect(heads).toEqual([]);
    });

    test('TLS where there is none', async () => {
      const server = await raw(() => {});
      const outcome = await ask({ origin: server.origin.replace('http:', 'https:'), token, timeout: 1_500 });
      expect(outcome.kind).toBe('no-answer');
      expect(server.requests.join()).not.toContain(token);
    });

    test('no connection comes about in time', async () => {
      const silent = await silentPort();
      open.push({ close: () => silent.release() });
      const started = performance.now();
      const timeout = connectLimit === 'settable' ? 40_000 : 3_000;
      const outcome = await ask({ origin: `http://127.0.0.1:${silent.port}`, token, connect: 1_000, timeout });
      expect(problemOf(outcome)).toEqual(because(connectLimit === 'settable' ? 'connect-timeout' : 'timeout'));
      expect(performance.now() - started).toBeLessThan(20_000);
    });

    test('a slow answer is no failed connection', async () => {
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
