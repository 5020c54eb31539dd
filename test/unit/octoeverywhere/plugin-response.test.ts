import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockSize, mosaic } from '../../../src/demo/jpeg.ts';
import { jpegSize } from '../../../src/octoeverywhere/jpeg-size.ts';
import { readLiveLink } from '../../../src/octoeverywhere/live-link.ts';
import { readPluginResponse } from '../../../src/octoeverywhere/plugin-response.ts';
import { redactedTexts } from '../../../src/octoeverywhere/redact-response.ts';

const keep = (result: unknown) => ({ result });
const malformed = (what: string) => ({
  kind: 'failed',
  failure: { kind: 'no-answer', problem: { type: 'malformed', what } },
});
const read = (body: string, mayBeBare = true) => readPluginResponse({ status: 200, body }, keep, mayBeBare);

test('a result is read with and without its envelope', () => {
  expect(read('{"Status":200,"Result":{"a":1}}')).toEqual({ kind: 'answered', value: { result: { a: 1 } } });
  expect(read('{"Status":"200","Result":null}')).toEqual({ kind: 'answered', value: { result: null } });
  expect(read('{"Result":{"a":1}}')).toEqual({ kind: 'answered', value: { result: { a: 1 } } });
  expect(read('{"a":1}')).toEqual({ kind: 'answered', value: { result: { a: 1 } } });
  for (const bare of ['{"Result":{"a":1}}', '{"a":1}', '{}'])
    expect(read(bare, false)).toEqual(malformed('wrong-shape'));
});

test('the plugin’s own status counts, with its text as one line', () => {
  expect(read('{"Status":786,"Error":"not\\nprinting","Result":{}}')).toEqual({
    kind: 'failed',
    failure: { kind: 'wrong-state', status: 786, words: 'not printing' },
  });
});

test('Python’s NaN and Infinity become null, and stay unchanged in texts', () => {
  expect(read('{"Status":200,"Result":[NaN,-Infinity,Infinity,"NaN \\" Infinity",1]}')).toEqual({
    kind: 'answered',
    value: { result: [null, null, null, 'NaN " Infinity', 1] },
  });
  const long = `{"a":"${'\\"NaN'.repeat(40_000)}`;
  expect(read(long)).toEqual(malformed('not-json'));
});

test.each([
  ['', 'empty'],
  ['<html>', 'html'],
  ['{', 'not-json'],
  ['NaNa', 'not-json'],
  ['null', 'wrong-shape'],
  ['[]', 'wrong-shape'],
  ['7', 'wrong-shape'],
])('%j is malformed: %s', (body, what) => expect(read(body)).toEqual(malformed(what)));

test('any status with any body gives an outcome', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), fc.oneof(fc.json(), fc.string()), (status, body) => {
      expect(['answered', 'failed']).toContain(readPluginResponse({ status, body }, keep).kind);
    }),
  );
});

test('secrets are removed from every text, and nothing else changes', () => {
  const secret = 'example-secret-1234';
  const jpeg = new Uint8Array([1, 2]);
  const value = { name: `a ${secret} b`, list: [{ text: secret }, 'plain', 7, null], jpeg };
  expect(redactedTexts(value, [secret])).toEqual({ name: 'a  b', list: [{ text: '' }, 'plain', 7, null], jpeg });
  expect(redactedTexts({ name: 'somebody-elses-secret' }, [], () => true)).toEqual({ name: '' });
});

describe('Live Links', () => {
  const origin = new URL('https://octoeverywhere.com');
  test('use the short address first, and only one of OctoEverywhere', () => {
    const [Url, ShortUrl] = ['https://octoeverywhere.com/live/abc', 'https://octoeverywhere.com/l/a'];
    expect(readLiveLink({ LiveId: 'abc', Url, ShortUrl }, origin)?.href).toBe(ShortUrl);
    expect(readLiveLink({ Result: { Url, ShortUrl: 'https://example.com/x' } }, origin)?.href).toBe(Url);
    for (const no of [{}, null, { Url: 'javascript:1' }, { Url: 7 }, { Url: 'http://octoeverywhere.com/' }]) {
      expect(readLiveLink(no, origin)).toBeNull();
    }
  });
});

describe('the dimensions of a JPEG', () => {
  test('are read', () => {
    for (const [columns, rows] of [
      [1, 1],
      [40, 30],
      [3, 100],
    ] as const) {
      const jpeg = mosaic(columns, rows, (column) => [column, 0, 255]);
      expect(jpegSize(jpeg)).toEqual({ width: columns * blockSize, height: rows * blockSize });
    }
  });

  test('are missing for other or truncated files', () => {
    const whole = mosaic(2, 2, () => [9, 9, 9]);
    const frame = whole.indexOf(Buffer.from([0xff, 0xc0])) + 9;
    for (let length = 0; length < frame; length += 1) expect(jpegSize(whole.subarray(0, length))).toBeNull();
    expect(jpegSize(whole.subarray(0, frame))).not.toBeNull();
    expect(jpegSize(Buffer.from('\x89PNG\r\n'))).toBeNull();
  });

  test('never throw for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const size = jpegSize(new Uint8Array([0xff, 0xd8, ...bytes]));
        expect(size === null || size.width > 0).toBe(true);
      }),
    );
  });
});
