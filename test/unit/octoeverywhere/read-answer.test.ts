import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { readAnswer } from '../../../src/octoeverywhere/read-answer.ts';
import { readRetryAfter } from '../../../src/octoeverywhere/retry-after.ts';

const now = Date.UTC(2026, 6, 1, 12);
const good = '{"PrinterName":"Voron","IsOnline":true}';

/** API §2, written out by hand. */
const table: Readonly<Record<number, PollOutcome>> = {
  400: { kind: 'refused', status: 400 },
  601: { kind: 'printer-not-connected' },
  603: { kind: 'refused', status: 603 },
  604: { kind: 'refused', status: 604 },
  605: { kind: 'perks-needed' },
  606: { kind: 'refused', status: 606 },
  610: { kind: 'update-needed' },
};

const silent = (status: number, retryAfterSeconds: number | null = null): PollOutcome => ({
  kind: 'no-answer',
  problem: { type: 'http-status', status },
  retryAfterSeconds,
});

test('every status from 100 to 999, whatever the body', () => {
  for (let status = 100; status <= 999; status += 1) {
    if (status === 200) continue;
    for (const body of ['', good, '<html>', '{']) {
      expect(readAnswer({ status, retryAfter: null, body }, now)).toEqual(table[status] ?? silent(status));
    }
  }
});

test('an error inside a 200 means the same as that status, with its Retry-After', () => {
  for (let status = 100; status <= 999; status += 1) {
    if (status === 200) continue;
    const body = JSON.stringify({ Status: status, Error: 'x', Result: null });
    expect(readAnswer({ status: 200, retryAfter: '90', body }, now)).toEqual(table[status] ?? silent(status, 90));
  }
});

test.each([
  ['', 'empty'],
  [' \r\n\ufeff', 'empty'],
  ['<!doctype html><p>hello', 'html'],
  ['  <?xml version="1.0"?>', 'html'],
  ['{', 'not-json'],
  ['OK', 'not-json'],
  ['{"PrinterName":"Voron","IsOnline":true}{', 'not-json'],
  ['null', 'wrong-shape'],
  ['"text"', 'wrong-shape'],
  ['[]', 'wrong-shape'],
  ['{"PrinterName":"Voron"}', 'wrong-shape'],
  ['['.repeat(100_000) + ']'.repeat(100_000), 'wrong-shape'],
])('a 200 with %.20j is malformed: %s', (body, what) => {
  expect(readAnswer({ status: 200, retryAfter: null, body }, now)).toEqual({
    kind: 'no-answer',
    problem: { type: 'malformed', what },
    retryAfterSeconds: null,
  });
});

test('a byte order mark does no harm', () => {
  expect(readAnswer({ status: 200, retryAfter: null, body: `\ufeff${good}` }, now).kind).toBe('answered');
});

test('any status with any body is an outcome', () => {
  const kinds = ['answered', 'printer-not-connected', 'refused', 'perks-needed', 'update-needed', 'no-answer'];
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder().decode(bytes)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), fc.option(fc.string()), body, (status, retryAfter, text) =>
      [status, 200].every((one) => {
        const outcome = readAnswer({ status: one, retryAfter, body: text }, now);
        const wait = outcome.kind === 'no-answer' ? outcome.retryAfterSeconds : null;
        return kinds.includes(outcome.kind) && (wait === null || (wait >= 0 && wait <= 3_600));
      }),
    ),
    { numRuns: 1_000 },
  );
});

describe('Retry-After', () => {
  test.each([
    [null, null],
    ['', null],
    ['0', 0],
    ['120', 120],
    [' 120 ', 120],
    ['3600', 3_600],
    ['3601', 3_600],
    ['99999999999999999999999', 3_600],
    ['-1', null],
    ['1.5', null],
    ['1e3', null],
    ['120, 120', null],
    ['soon', null],
    ['Wed, 01 Jul 2026 12:02:00 GMT', 120],
    ['Wednesday, 01-Jul-26 12:02:00 GMT', 120],
    ['Wed Jul  1 12:02:00 2026', 120],
    ['Wed, 01 Jul 2026 11:00:00 GMT', 0],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 3_600],
    ['Wed, 99 Jul 2026 12:02:00 GMT', null],
    ['2026-07-01T12:02:00Z', null],
    ['July 2026', null],
    ['tomorrow 5', null],
  ])('%j is %j seconds', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });
});
