import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { http } from '../raw-server.ts';
import { body, type ClientSetup } from './setup.ts';

/** How the client handles complete, broken and endless bodies. */
export function bodyCases({ outcomeOf, problemOf }: ClientSetup): void {
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
      ['an encoding named like a method', http(200, body, ['Content-Encoding: constructor, __proto__']), 'answered'],
      ['broken gzip', http(200, 'this is not gzip', ['Content-Encoding: gzip']), { type: 'network', cause: 'read' }],
    ])('%s', async (_, response, expected) => {
      expect(problemOf(await outcomeOf((socket) => socket.write(response)))).toEqual(expected);
    });

    test('an endless one is cut off, with its connection', async () => {
      let ended: () => void = () => {};
      const cut = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const outcome = await outcomeOf((socket) => {
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
    ])('%s', async (_, response) => {
      expect(problemOf(await outcomeOf((socket) => socket.end(response)))).toEqual({ type: 'network', cause: 'read' });
    });

    test('broken error bodies do not matter: the status is enough', async () => {
      const cut = 'HTTP/1.1 604 Gone\r\nContent-Length: 500\r\n\r\n<html>';
      expect(await outcomeOf((socket) => socket.end(cut))).toEqual({ kind: 'refused', status: 604 });
    });
  });
}
