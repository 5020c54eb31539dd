import { describe, expect, test } from 'vitest';
import { http, type RawResponse } from '../raw-server.ts';
import { body, type ClientSetup } from './setup.ts';

/** How the client handles servers that disconnect, stall or send nonsense. */
export function misbehavingServerCases({ outcomeOf, problemOf }: ClientSetup): void {
  describe('servers that misbehave', () => {
    const read = { type: 'network', cause: 'read' };
    test.each<[string, RawResponse]>([
      ['hang up', (socket) => socket.end()],
      ['reset', (socket) => socket.resetAndDestroy()],
      ['send 1 MB of headers', (socket) => socket.end(http(200, body, [`X-Large: ${'x'.repeat(1_000_000)}`]))],
    ])('they %s', async (_, response) => {
      expect(problemOf(await outcomeOf(response))).toEqual(read);
    });

    test.each(['220 mail.example ESMTP\r\n', 'HTTP/1.1 200 OK\r\nContent-Le', 'HTTP/1.1 \r\n\r\n', '\0\0\0\0'])(
      'they send %j and hang up',
      async (output) => {
        // Chromium tries to interpret it, but finds nothing usable.
        expect((await outcomeOf((socket) => socket.end(output))).kind).toBe('no-answer');
      },
    );

    test.each<[string, RawResponse]>([
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
    ])('they %s: the whole request times out', async (_, response) => {
      const started = performance.now();
      expect(problemOf(await outcomeOf(response, 700))).toEqual({ type: 'network', cause: 'timeout' });
      expect(performance.now() - started).toBeLessThan(15_000);
    });
  });
}
