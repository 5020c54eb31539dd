import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { http } from '../raw-server.ts';
import { body, type FaultCase, type FaultGroup } from './fault.ts';

const gigabyte = 2 ** 30;
/** What the client's limit of 256 KB and the buffers of both ends may add up to; far below 1 GB. */
const mostTaken = 32 * 2 ** 20;
const head = (line: string) => `HTTP/1.1 ${line}\r\n`;
const json = `{"PrinterName":"Voron","IsOnline":true,"Padding":"`;

/** Responses that are too large, compressed or not. */
export const sizes: readonly FaultGroup[] = [
  {
    fault: '1 GB of body',
    cases: [
      flood('with its length', `${head('200 OK')}Content-Length: ${gigabyte}\r\n\r\n${json}`),
      flood('until the connection ends', `${head('200 OK')}Connection: close\r\n\r\n${json}`),
      flood('in chunks', `${head('200 OK')}Transfer-Encoding: chunked\r\n\r\n${gigabyte.toString(16)}\r\n${json}`),
      flood('in an error page', `${head('604 Gone')}Content-Length: ${gigabyte}\r\n\r\n`, ['refused: 604']),
      flood('in a redirect', `${head('302 Found')}Content-Length: ${gigabyte}\r\n\r\n`, ['redirect: unreadable']),
    ],
  },
  {
    fault: '1 GB of headers',
    cases: [
      flood('in one header', `${head('200 OK')}X-Large: `, ['network: read']),
      { ...flood('in the status line', 'HTTP/1.1 200 ', ['network: read']), chromiumOnly: true },
      flood('without any line', '', ['network: read']),
      flood('in many headers', head('200 OK'), ['network: read'], Buffer.from('X-More: x\r\n'.repeat(6_000))),
    ],
  },
  {
    fault: 'informational answers without end',
    cases: [
      flood(
        '102 again and again',
        '',
        ['network: timeout', 'network: read'],
        Buffer.from('HTTP/1.1 102 Processing\r\n\r\n'.repeat(20)),
        {
          mostTaken: gigabyte,
          pause: 50,
        },
      ),
    ],
  },
  {
    fault: 'gzip, deflate and Brotli bombs',
    cases: [
      bomb('gzip', (plain) => gzipSync(plain)),
      bomb('gzip, twice', (plain) => gzipSync(gzipSync(plain)), 'gzip, gzip'),
      bomb('deflate', (plain) => deflateSync(plain)),
      bomb('br', (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
    ],
  },
  {
    fault: 'packed bodies that do not unpack',
    cases: ['gzip', 'deflate', 'br', 'gzip, br, deflate'].flatMap((coding) => [
      packed(`${coding} that is none`, Buffer.from('<not packed at all>'), coding),
      packed(`${coding}, broken off`, gzipSync(Buffer.from(body.repeat(40))).subarray(0, 30), coding),
      packed(`${coding}, empty`, Buffer.alloc(0), coding),
    ]),
  },
];

function flood(
  name: string,
  start: string,
  right: readonly string[] = ['malformed: too-large'],
  more: Buffer = Buffer.alloc(64 * 1024, 'x'),
  { mostTaken: most = mostTaken, pause = 0 } = {},
): FaultCase {
  return {
    name: `1 GB ${name}`,
    right,
    mostTaken: most,
    timeout: pause === 0 ? 10_000 : 1_500,
    answer: (socket) => {
      socket.write(start);
      pour(socket, more, pause);
    },
  };
}

function pour(socket: Socket, more: Buffer, pause: number): void {
  let left = gigabyte;
  const on = () => {
    while (left > 0 && !socket.destroyed) {
      left -= more.length;
      if (!socket.write(more)) return void socket.once('drain', on);
      if (pause > 0) return void setTimeout(on, pause);
    }
    socket.end();
  };
  on();
}

function bomb(name: string, pack: (plain: Buffer) => Buffer, coding = name): FaultCase {
  const response = http(200, pack(Buffer.alloc(64 * 2 ** 20)), [`Content-Encoding: ${coding}`]);
  return {
    name: `a ${name} bomb`,
    // Over plain HTTP Chromium does not decompress Brotli, and the compressed body is not JSON.
    right: name === 'br' ? ['malformed: too-large', 'malformed: not-json', 'network: read'] : ['malformed: too-large'],
    answer: (socket) => socket.write(response),
  };
}

function packed(name: string, bytes: Buffer, coding: string): FaultCase {
  return {
    name,
    right: ['network: read', 'malformed: empty', 'malformed: not-json', 'malformed: html'],
    answer: (socket) => socket.write(http(200, bytes, [`Content-Encoding: ${coding}`])),
  };
}
