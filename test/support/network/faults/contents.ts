import { http } from '../raw-server.ts';
import { answered, body, type FaultCase, type FaultGroup } from './fault.ts';

const longName = 'x'.repeat(10_000_000);
const shown = `answered: ${'x'.repeat(199)}…`;
const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
const withMore = (more: string) => `${body.slice(0, -1)},${more}}`;
const wrong = ['malformed: wrong-shape'];
const notJson = ['malformed: not-json'];

/** Responses with valid framing but an invalid body. */
export const contents: readonly FaultGroup[] = [
  {
    fault: 'HTML instead of JSON',
    cases: [
      saying('<!doctype html><title>Sign in to the WiFi</title>', ['malformed: html']),
      saying('<html><meta http-equiv="refresh" content="0;url=http://third.example/">', ['malformed: html']),
      saying(`\uFEFF  <?xml version="1.0"?><p>${body}</p>`, ['malformed: html']),
      saying('Just a moment...', notJson),
    ],
  },
  {
    fault: 'JSON 100,000 deep',
    cases: [
      saying(deep('[', ']', 100_000), wrong),
      saying(deep('{"Result":', '}', 20_000).replace('}', '1}'), wrong),
      saying('['.repeat(100_000), notJson),
      saying(withMore(`"Deep":${deep('[', ']', 100_000)}`), [answered]),
      saying(`{"Status":200,"Result":${deep('[', ']', 100_000)}}`, wrong),
      saying(`{"IsOnline":${deep('[', ']', 100_000)},"PrinterName":"x"}`, wrong),
    ],
  },
  {
    fault: '`__proto__`, `constructor` and other keys of objects',
    cases: [
      saying(`{"__proto__":${body}}`, wrong),
      saying(`{"constructor":{"prototype":${body}}}`, wrong),
      saying(`{"Status":200,"__proto__":{"Result":${body}}}`, wrong),
      saying(withMore('"__proto__":{"IsOnline":false,"polluted":true}'), [answered]),
      saying(withMore('"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":null'), [answered]),
      saying(withMore('"PrinterLimits":{"__proto__":{"MaxDownloadFileSizeBytes":1}}'), [answered]),
      saying('{"toString":1,"valueOf":2}', wrong),
    ],
  },
  {
    fault: 'NaN, Infinity and numbers out of range',
    cases: [
      ...['NaN', 'Infinity', '-Infinity', 'undefined', '0x10', '01'].map((value) =>
        saying(withMore(`"PrinterLimits":{"MaxDownloadFileSizeBytes":${value}}`), notJson),
      ),
      ...['1e999', '-1e999', '"NaN"', '1e-999', '9'.repeat(400)].map((value) =>
        saying(withMore(`"PrinterLimits":{"MaxDownloadFileSizeBytes":${value}},"Status":200`), [answered]),
      ),
      saying(withMore('"Status":1e999'), [answered]),
    ],
  },
  {
    fault: 'printer names of up to 10 MB',
    cases: [
      saying(JSON.stringify({ PrinterName: longName, IsOnline: true }), ['malformed: too-large']),
      saying(JSON.stringify({ PrinterName: longName.slice(0, 260_000), IsOnline: true }), [shown]),
      saying(JSON.stringify({ PrinterName: '\u0000\u202e'.repeat(20_000), IsOnline: true }), [
        'answered: Unnamed printer',
      ]),
    ],
  },
  {
    fault: 'invalid UTF-8, other encodings, byte order marks',
    cases: [
      saying(`\uFEFF${body}`, [answered]),
      saying(Buffer.from('{"PrinterName":"Vor\xff\xfeon","IsOnline":true}', 'latin1'), ['answered: Vor\uFFFD\uFFFDon']),
      saying(Buffer.from('{"PrinterName":"\xed\xa0\x80","IsOnline":true}', 'latin1'), ['answered: \uFFFD\uFFFD\uFFFD']),
      saying('{"PrinterName":"\\ud800Voron","IsOnline":true}', ['answered: \uFFFDVoron']),
      saying(Buffer.from(`\uFEFF${body}`, 'utf16le'), notJson),
      saying(Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 167 + 128) % 256)), notJson),
    ],
  },
  {
    fault: 'JSON of the wrong shape',
    cases: [
      ...['null', '0', '"x"', '[]', '{}', 'true', '[[]]', '{"Result":null}', '{"Status":200,"Result":[]}'],
      ...['{"PrinterName":"x","IsOnline":"true"}', '{"Status":5,"Result":{}}'],
    ].map((text) => saying(text, wrong)),
  },
  {
    fault: 'a printer name that is none',
    cases: ['{"PrinterName":1,"IsOnline":true}', '{"PrinterName":null,"IsOnline":true}', '{"IsOnline":true}'].map(
      (text) => saying(text, ['answered: null']),
    ),
  },
];

function saying(content: string | Buffer, right: readonly string[]): FaultCase {
  const response = http(200, content, ['Content-Type: application/json']);
  return { name: content.toString('latin1').slice(0, 60), right, answer: (socket) => socket.write(response) };
}
