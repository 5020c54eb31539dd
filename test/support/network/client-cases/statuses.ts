import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import { readResponse } from '../../../../src/octoeverywhere/read-response.ts';
import { http } from '../raw-server.ts';
import { body, type ClientSetup, token } from './setup.ts';

/** How the client handles each HTTP status, and which headers it sends and reads. */
export function statusCases({ askWhole, ask, outcomeOf, raw }: ClientSetup): void {
  test('Date and Retry-After are read with every status, including redirects and useless bodies', async () => {
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
    for (const [one, output] of [...cases, [200, '<html>'], [200, ' '.repeat(300_000)]] as const) {
      [status, text] = [one, output];
      const answered = await askWhole({ origin: server.origin, token });
      expect({ ...answered, outcome: null, status }).toEqual({
        outcome: null,
        status,
        serverDate: Date.UTC(2026, 6, 1, 12),
        retryAfterSeconds: 120,
      });
    }
  });

  test('every status from 200 to 999 is passed on', async () => {
    let status = 200;
    const server = await raw((socket) => socket.write(http(status, status === 204 || status === 304 ? '' : body)));
    const wrong: unknown[] = [];
    for (; status <= 999; status += 1) {
      const outcome = await ask({ origin: server.origin, token });
      const redirect = [301, 302, 303, 307, 308].includes(status);
      const expected: PollOutcome = redirect
        ? { kind: 'no-answer', problem: { type: 'redirect', why: 'unreadable' } }
        : readResponse({ status, retryAfter: null, date: null, body }, 0).outcome;
      // Only a proxy may send 407, so the networks treat it as an error.
      const agrees = status === 407 ? outcome.kind === 'no-answer' : isDeepStrictEqual(outcome, expected);
      if (!agrees) wrong.push({ status, outcome });
    }
    expect(wrong).toEqual([]);
    // After 408, 421 and 425 the networks themselves may retry once.
    expect(server.requests.length).toBeLessThanOrEqual(803);
  });

  test('informational statuses are skipped', async () => {
    const early = 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n';
    const outcome = await outcomeOf((socket) => socket.write(Buffer.concat([Buffer.from(early), http(200, body)])));
    expect(outcome.kind).toBe('answered');
  });

  test('informational statuses without a final one are no answer', async () => {
    let status = 100;
    const server = await raw((socket) => socket.end(`HTTP/1.1 ${status} Wait\r\n\r\n`));
    const kinds = new Set<string>();
    for (; status < 200; status += 1) {
      kinds.add((await ask({ origin: server.origin, token, timeout: 1_000 })).kind);
    }
    expect([...kinds]).toEqual(['no-answer']);
  });

  test('requests have a user agent, the token in its header, and store nothing', async () => {
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
}
