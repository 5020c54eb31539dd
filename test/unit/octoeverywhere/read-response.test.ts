import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isForeign, type PollOutcome, type Problem } from '../../../src/domain/outcome.ts';
import { readResponse } from '../../../src/octoeverywhere/read-response.ts';
import { readRetryAfter } from '../../../src/octoeverywhere/retry-after.ts';

const now = Date.UTC(2026, 6, 1, 12);
const good = '{"PrinterName":"Voron","IsOnline":true}';

/** https://docs.octoeverywhere.com/error-codes/, written by hand. */
const table: Readonly<Record<number, PollOutcome>> = {
  601: { kind: 'printer-not-connected' },
  603: { kind: 'refused', status: 603 },
  604: { kind: 'refused', status: 604 },
  605: { kind: 'perks-needed' },
  606: { kind: 'refused', status: 606 },
  610: { kind: 'update-needed' },
};

const silent = (status: number): PollOutcome => ({ kind: 'no-answer', problem: { type: 'http-status', status } });

/** Reads an answer without relevant headers. */
const outcomeOf = (status: number, body: string) =>
  readResponse({ status, retryAfter: null, date: null, body }, now).outcome;

test('every status from 100 to 999 with any body', () => {
  for (let status = 100; status <= 999; status += 1) {
    if (status === 200) continue;
    for (const body of ['', good, '<html>', '{']) {
      expect(outcomeOf(status, body)).toEqual(table[status] ?? silent(status));
    }
  }
});

test('an error inside a 200 is treated like that status, with its Retry-After', () => {
  for (let status = 100; status <= 999; status += 1) {
    if (status === 200) continue;
    const body = JSON.stringify({ Status: status, Error: 'x', Result: null });
    expect(readResponse({ status: 200, retryAfter: '90', date: null, body }, now)).toEqual({
      outcome: table[status] ?? silent(status),
      serverDate: null,
      retryAfterSeconds: 90,
    });
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
  expect(outcomeOf(200, body)).toEqual({ kind: 'no-answer', problem: { type: 'malformed', what } });
});

test('a byte order mark is ignored', () => {
  expect(outcomeOf(200, `\ufeff${good}`).kind).toBe('answered');
});

test('any status with any body gives an outcome', () => {
  const kinds = ['answered', 'printer-not-connected', 'refused', 'perks-needed', 'update-needed', 'no-answer'];
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder().decode(bytes)),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 999 }),
      fc.option(fc.string()),
      fc.option(fc.string()),
      body,
      (status, retryAfter, date, text) =>
        [status, 200].every((one) => {
          const { outcome, retryAfterSeconds } = readResponse({ status: one, retryAfter, date, body: text }, now);
          const isSane = retryAfterSeconds === null || (retryAfterSeconds >= 0 && retryAfterSeconds <= 3_600);
          return kinds.includes(outcome.kind) && isSane;
        }),
    ),
    { numRuns: 1_000 },
  );
});

describe('the headers Date and Retry-After', () => {
  const server = Date.UTC(2026, 6, 1, 20);

  test('are read for every status', () => {
    for (let status = 100; status <= 999; status += 1) {
      const headers = { retryAfter: '60', date: 'Wed, 01 Jul 2026 20:00:00 GMT' };
      const { serverDate, retryAfterSeconds } = readResponse({ status, ...headers, body: good }, now);
      expect([status, serverDate, retryAfterSeconds]).toEqual([status, server, 60]);
    }
  });

  test.each([
    ['eight hours behind', now],
    ['a year ahead', Date.UTC(2027, 6, 1)],
    ['right', server],
  ])('include a date that gives the server’s clock, with a local clock that is %s', (_, here) => {
    const headers = { retryAfter: 'Wed, 01 Jul 2026 20:05:00 GMT', date: 'Wed, 01 Jul 2026 20:00:00 GMT' };
    expect(readResponse({ status: 503, ...headers, body: '' }, here).retryAfterSeconds).toBe(300);
  });

  test('count once if they came more than once', () => {
    const headers = { retryAfter: '60, 60', date: 'Wed, 01 Jul 2026 20:00:00 GMT, Wed, 01 Jul 2026 20:00:00 GMT' };
    const { serverDate, retryAfterSeconds } = readResponse({ status: 503, ...headers, body: '' }, now);
    expect([serverDate, retryAfterSeconds]).toEqual([server, 60]);
  });

  test.each([null, '', 'yesterday', '2026-07-01T20:00:00Z', 'Wed, 99 Jul 2026 20:00:00 GMT'])(
    'without a usable Date (%j) the local clock is used',
    (date) => {
      const response = { status: 601, retryAfter: 'Wed, 01 Jul 2026 12:01:00 GMT', date, body: '' };
      expect(readResponse(response, now)).toEqual({
        outcome: { kind: 'printer-not-connected' },
        serverDate: null,
        retryAfterSeconds: 60,
      });
    },
  );
});

test('a 400 does not affect a connection, whoever sends it in any form', () => {
  for (const body of ['', '<html>', 'Bad Request', '{"Status":400,"Error":"No AppToken","IsUserError":true}']) {
    expect(outcomeOf(400, body)).toEqual(silent(400));
  }
  expect(outcomeOf(200, '{"Status":400,"Error":"No AppToken"}')).toEqual(silent(400));
});

test.each<[Problem, boolean]>([
  [{ type: 'http-status', status: 511 }, true],
  [{ type: 'malformed', what: 'html' }, true],
  [{ type: 'redirect', why: 'foreign-host' }, true],
  [{ type: 'network', cause: 'certificate' }, true],
  [{ type: 'http-status', status: 503 }, false],
  [{ type: 'http-status', status: 602 }, false],
  [{ type: 'malformed', what: 'not-json' }, false],
  [{ type: 'redirect', why: 'too-many' }, false],
  [{ type: 'network', cause: 'tls' }, false],
  [{ type: 'network', cause: 'timeout' }, false],
  [{ type: 'keychain', why: 'locked' }, false],
])('%j from another sender than OctoEverywhere: %s', (problem, foreign) => {
  expect(isForeign(problem)).toBe(foreign);
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
    ['120, 120', 120],
    ['120, 60', 120],
    ['120 , soon', 120],
    [', 120', null],
    ['120 60', null],
    ['soon', null],
    ['Wed, 01 Jul 2026 12:02:00 GMT', 120],
    ['Wed, 01 Jul 2026 12:02:00 GMT, Wed, 01 Jul 2026 12:04:00 GMT', 120],
    ['Wed, 01 Jul 2026 12:02:00 GMTX', null],
    ['Wednesday, 01-Jul-26 12:02:00 GMT', 120],
    ['Wednesday, 01-Jul-26 12:02:00 GMT, 300', 120],
    ['Wed Jul  1 12:02:00 2026', 120],
    ['Wed Jul  1 12:02:00 2026, Wed Jul  1 12:02:00 2026', 120],
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
