import { expect, test } from 'vitest';
import { readTrace, TraceError } from '../../../src/demo/trace.ts';

test('every kind of line, in order of time and then of lines', () => {
  const lines = [
    '{"at":9,"network":"down"}',
    '',
    '{"at":0,"printer":"Voron","link":"up"}',
    '  {"at":1.5,"printer":"Voron","answer":604}\r',
    '{"at":9,"service":503}',
    '{"at":3,"computer":"sleep"}',
    '{"at":4,"setting":{"pollSeconds":60}}',
    '{"at":86400,"end":true}',
    '{"at":9,"service":"timeout"}',
  ];
  expect(readTrace(lines.join('\n'))).toEqual([
    { at: 0, printer: 'Voron', link: 'up' },
    { at: 1.5, printer: 'Voron', answer: 604 },
    { at: 3, computer: 'sleep' },
    { at: 4, setting: { pollSeconds: 60 } },
    { at: 9, network: 'down' },
    { at: 9, service: 503 },
    { at: 9, service: 'timeout' },
    { at: 86_400, end: true },
  ]);
  expect(readTrace('')).toEqual([]);
});

test.each([
  ['{', 'this is not JSON'],
  ['[]', 'a JSON object is expected'],
  ['null', 'a JSON object is expected'],
  ['"at"', 'a JSON object is expected'],
  ['{}', 'nothing happens here'],
  ['{"at":1}', 'nothing happens here'],
  ['{"at":1,"printer":"Voron"}', 'nothing happens here'],
  ['{"link":"up","printer":"Voron"}', '"at"'],
  ['{"at":"1","network":"up"}', '"at"'],
  ['{"at":-1,"network":"up"}', '"at"'],
  ['{"at":1e999,"network":"up"}', '"at"'],
  ['{"at":1,"link":"up"}', '"printer"'],
  ['{"at":1,"printer":"","link":"up"}', '"printer"'],
  ['{"at":1,"printer":"Voron","link":"sideways"}', '"link"'],
  ['{"at":1,"printer":"Voron","answer":601}', '"answer"'],
  ['{"at":1,"printer":"Voron","answer":"604"}', '"answer"'],
  ['{"at":1,"service":"broken"}', '"service"'],
  ['{"at":1,"service":99}', '"service"'],
  ['{"at":1,"network":"sideways"}', '"network"'],
  ['{"at":1,"computer":"off"}', '"computer"'],
  ['{"at":1,"setting":{"pollSeconds":1}}', '"setting.pollSeconds"'],
  ['{"at":1,"setting":{"volume":1}}', '"setting.volume": unknown field'],
  ['{"at":1,"end":false}', '"end"'],
  ['{"at":1,"network":"up","why":"x"}', '"why": unknown field'],
  ['{"at":1,"network":"up","__proto__":{}}', 'unknown field'],
  ['{"at":1,"network":"up","computer":"wake"}', 'unknown field'],
])('%s is an error with its line number', (line, what) => {
  const read = () => readTrace(`{"at":0,"network":"up"}\n\n${line}\n{"at":0,"network":"up"}`);
  expect(read).toThrow(TraceError);
  expect(read).toThrow(/^Line 3: /);
  expect(read).toThrow(what);
});
