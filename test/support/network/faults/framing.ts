import { http, type RawResponse } from '../raw-server.ts';
import { answered, body, type FaultCase, type FaultGroup } from './fault.ts';

const ok = 'HTTP/1.1 200 OK\r\n';
const stranger = http(200, JSON.stringify({ PrinterName: 'Stranger', IsOnline: false }));
const size = body.length;
const sixteen = size.toString(16);
const oversized = 'an extension of 1 MB';

/** Responses with a wrong length, and ones followed by another response. */
export const framing: readonly FaultGroup[] = [
  {
    fault: 'bad chunks',
    cases: Object.entries({
      'a size that is no number': `zz\r\n${body}\r\n0\r\n\r\n`,
      'a negative size': `-5\r\n${body}\r\n0\r\n\r\n`,
      'a size with 0x': `0x${sixteen}\r\n${body}\r\n0\r\n\r\n`,
      'a huge size': `ffffffffffffffffff\r\n${body}\r\n0\r\n\r\n`,
      'no size': `\r\n${body}\r\n0\r\n\r\n`,
      'a size too small': `5\r\n${body}\r\n0\r\n\r\n`,
      'a size too large': `ff\r\n${body}\r\n0\r\n\r\n`,
      'no line end after the chunk': `${sixteen}\r\n${body}0\r\n\r\n`,
      'no last chunk': `${sixteen}\r\n${body}\r\n`,
      'no chunks at all': body,
      // It does not concern the body: Node ignores it, Chromium does not.
      [oversized]: `${sixteen};${'x'.repeat(2 ** 20)}\r\n${body}\r\n0\r\n\r\n`,
    }).map(([name, chunks]) =>
      of(`chunks: ${name}`, ['network: read', ...(name === oversized ? [answered] : [])], (socket) =>
        socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\n${chunks}`),
      ),
    ),
  },
  {
    fault: 'chunks and a length that contradict',
    cases: [
      ...[`Content-Length: 5\r\nTransfer-Encoding: chunked`, `Transfer-Encoding: chunked\r\nContent-Length: 9999`].map(
        (lines) =>
          of(lines.replaceAll('\r\n', ', '), [answered, 'network: read'], (socket) =>
            socket.end(`${ok}${lines}\r\n\r\n${sixteen}\r\n${body}\r\n0\r\n\r\n`),
          ),
      ),
    ],
  },
  { fault: 'Content-Length too short', cases: [0, 1, 10, size - 1].map((length) => lying(String(length))) },
  {
    fault: 'Content-Length too long',
    cases: [size + 1, 500, 100_000, 2 ** 31, 2 ** 53].map((length) => lying(String(length))),
  },
  {
    fault: 'Content-Length that is none',
    cases: ['-1', '-9999999999', '1e3', '0x10', 'abc', '', '9'.repeat(30), `${size}, 5`, '+5', `${size} ${size}`].map(
      (length) => lying(length, [answered, 'network: read', 'malformed: empty', 'malformed: not-json']),
    ),
  },
  {
    fault: 'two Content-Length that differ',
    cases: [
      [5, size],
      [size, 5],
      [0, size],
      [size, 2 ** 40],
    ].map(([first, second]) =>
      of(`Content-Length ${first} and ${second}`, ['network: read'], (socket) =>
        socket.end(`${ok}Content-Length: ${first}\r\nContent-Length: ${second}\r\n\r\n${body}`),
      ),
    ),
  },
  {
    fault: 'another printer’s answer behind it',
    cases: [
      of('behind a whole answer', [answered, 'network: read'], (socket) =>
        socket.write(Buffer.concat([http(200, body), stranger])),
      ),
      of('ten behind it', [answered, 'network: read'], (socket) =>
        socket.write(Buffer.concat([http(200, body), ...Array<Buffer>(10).fill(stranger)])),
      ),
      of('behind a 204', ['status: 204', 'network: read'], (socket) =>
        socket.write(Buffer.concat([Buffer.from('HTTP/1.1 204 No\r\n\r\n'), stranger])),
      ),
    ],
  },
];

function lying(length: string, right = rightFor(Number(length))): FaultCase {
  return of(`Content-Length: ${length}`, right, (socket) =>
    socket.end(`${ok}Content-Length: ${length}\r\n\r\n${body}`),
  );
}

function rightFor(length: number): string[] {
  if (length > size) return ['network: read'];
  return length === 0 ? ['malformed: empty', 'network: read'] : ['malformed: not-json', 'network: read'];
}

function of(name: string, right: readonly string[], answer: RawResponse): FaultCase {
  return { name, right, answer };
}
