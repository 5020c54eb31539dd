import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConnectionInfo, parseConnectionInfo } from '../../../src/domain/connection-info.ts';
import { readTime } from '../../../src/domain/parse-utc-time.ts';
import { namelessPrinter, sanitizedName } from '../../../src/domain/sanitize-name.ts';

/** As documented. */
const documented = {
  PrinterName: 'My Printer',
  PrinterLocalIp: '192.168.1.20',
  IsOnline: true,
  LastDisconnectTimeUtc: '2026-07-01T08:09:10.1234567Z',
  LastConnectionTimeUtc: '2026-07-01T08:10:00Z',
  UserFacingPrinterUrl: 'https://octoeverywhere.com/view/My%20Printer',
  PrinterLimits: {
    MaxDownloadFileSizeBytes: 104_857_600,
    MaxUploadFileSizeBytes: 52_428_800,
    MaxSingleWebcamStreamLengthSeconds: 600,
  },
};

const expected: ConnectionInfo = {
  printerName: 'My Printer',
  localIp: '192.168.1.20',
  isOnline: true,
  lastDisconnectedAt: Date.UTC(2026, 6, 1, 8, 9, 10, 123),
  lastConnectedAt: Date.UTC(2026, 6, 1, 8, 10),
  printerUrl: 'https://octoeverywhere.com/view/My%20Printer',
  limits: {
    maxDownloadFileBytes: 104_857_600,
    maxUploadFileBytes: 52_428_800,
    maxWebcamStreamSeconds: 600,
    maxTotalWebcamStreamSeconds: null,
  },
};

const noLimits = {
  maxDownloadFileBytes: null,
  maxUploadFileBytes: null,
  maxWebcamStreamSeconds: null,
  maxTotalWebcamStreamSeconds: null,
};

const parsed = (changes: object): ConnectionInfo => {
  const response = parseConnectionInfo({ ...documented, ...changes });
  if (response.kind !== 'info') throw new Error(`expected info, not ${response.kind}`);
  return response.info;
};

describe('shapes', () => {
  test('the flat body of the documentation', () => {
    expect(parseConnectionInfo(documented)).toEqual({ kind: 'info', info: expected });
  });

  test('the wrapped body that was captured', () => {
    const body = { Status: 200, Error: '', IsUserError: false, Result: documented };
    expect(parseConnectionInfo(body)).toEqual({ kind: 'info', info: expected });
  });

  test('a name that is missing, null or a number does not affect whether the printer is connected', () => {
    for (const value of [undefined, null, 42, true, {}, ['Voron']]) {
      expect(parsed({ PrinterName: value })).toEqual({ ...expected, printerName: null });
      expect(parseConnectionInfo({ Status: 200, Result: { ...documented, PrinterName: value } })).toEqual({
        kind: 'info',
        info: { ...expected, printerName: null },
      });
    }
  });

  test('only the two required fields', () => {
    expect(parseConnectionInfo({ PrinterName: 'Voron', IsOnline: false })).toEqual({
      kind: 'info',
      info: {
        printerName: 'Voron',
        localIp: null,
        isOnline: false,
        lastConnectedAt: null,
        lastDisconnectedAt: null,
        printerUrl: null,
        limits: noLimits,
      },
    });
  });

  test('everything else null, of a wrong type, or among unknown fields', () => {
    const others = Object.keys(documented).filter((key) => key !== 'PrinterName' && key !== 'IsOnline');
    for (const value of [null, 42, true, [], {}, [[]], { a: 1 }]) {
      const changes = Object.fromEntries(others.map((key) => [key, value]));
      expect(parsed({ ...changes, Extra: { deep: [1] }, Status: null, Result: null })).toEqual({
        ...parsed({}),
        localIp: null,
        lastConnectedAt: null,
        lastDisconnectedAt: null,
        printerUrl: null,
        limits: noLimits,
      });
    }
  });

  test('an error inside is that error', () => {
    for (const status of [600, 601, 604, 605, 500, 429, 204, '604']) {
      const body = { Status: status, Error: 'no', IsUserError: true, Result: documented };
      expect(parseConnectionInfo(body)).toEqual({ kind: 'status', status: Number(status) });
    }
    expect(parseConnectionInfo({ Status: 604 })).toEqual({ kind: 'status', status: 604 });
    expect(parseConnectionInfo({ ...documented, Status: 'Online' }).kind).toBe('info');
    expect(parseConnectionInfo({ ...documented, Status: Number.POSITIVE_INFINITY }).kind).toBe('info');
    for (const absurd of [0, 99, 1000, 1e9, -1, -200, '-1', 1e300]) {
      expect(parseConnectionInfo({ ...documented, Status: absurd }), String(absurd)).toEqual({ kind: 'wrong-shape' });
    }
  });

  test.each([
    [null],
    [undefined],
    [42],
    ['text'],
    [[]],
    [[documented]],
    [{}],
    [{ PrinterName: 'Voron' }],
    [{ PrinterName: 'Voron', IsOnline: 'true' }],
    [{ PrinterName: 'Voron', IsOnline: 1 }],
    [{ Status: 200, Result: null }],
    [{ Status: 200, Result: [] }],
    [{ Result: { Result: documented } }],
    [JSON.parse('{"__proto__":{"PrinterName":"Voron","IsOnline":true}}')],
    [JSON.parse('{"Result":{"__proto__":{"PrinterName":"Voron","IsOnline":true}}}')],
  ])('%j is malformed', (body) => {
    expect(parseConnectionInfo(body)).toEqual({ kind: 'wrong-shape' });
  });

  test('JSON of any depth', () => {
    const deep = JSON.parse(`${'{"Result":'.repeat(5_000)}{}${'}'.repeat(5_000)}`);
    expect(parseConnectionInfo({ ...documented, Extra: deep }).kind).toBe('info');
    expect(parseConnectionInfo(deep).kind).toBe('wrong-shape');
  });

  test('any JSON is handled, and a name is always harmless', () => {
    const field = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.double(), fc.bigInt());
    const like = fc.record(
      {
        Status: fc.oneof(fc.constant(200), field),
        PrinterName: fc.oneof(fc.string({ unit: 'binary' }), field),
        IsOnline: fc.oneof(fc.boolean(), field),
        LastConnectionTimeUtc: field,
        LastDisconnectTimeUtc: field,
        PrinterLocalIp: field,
        UserFacingPrinterUrl: field,
        PrinterLimits: fc.oneof(field, fc.record({ MaxDownloadFileSizeBytes: field, MaxUploadFileSizeBytes: field })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(like, fc.record({ Result: like }), fc.jsonValue()), (body) => {
        const response = parseConnectionInfo(body);
        if (response.kind !== 'info') return response.kind === 'wrong-shape' || response.kind === 'status';
        const { printerName, limits, lastConnectedAt, lastDisconnectedAt } = response.info;
        const numbers = [...Object.values(limits), lastConnectedAt, lastDisconnectedAt];
        return (
          /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]{1,200}$/u.test(printerName ?? 'none') &&
          numbers.every((number) => number === null || Number.isSafeInteger(number))
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  [100, 100],
  ['104857600', 104_857_600],
  [' 600 ', 600],
  ['600.0', 600],
  [600.9, 600],
  [0, 0],
  [-1, null],
  ['-1', null],
  [Number.NaN, null],
  [JSON.parse('1e400'), null],
  [1e300, null],
  ['1e3', null],
  ['0x10', null],
  ['', null],
  ['many', null],
  [null, null],
])('a limit of %j is %j', (reported, limit) => {
  expect(parsed({ PrinterLimits: { MaxDownloadFileSizeBytes: reported } }).limits.maxDownloadFileBytes).toBe(limit);
  expect(
    parsed({
      PrinterLimits: { MaxTotalWebcamStreamTimePerTimeWindowSeconds: reported, WebcamStreamTimeWindow: reported },
    }).limits.maxTotalWebcamStreamSeconds,
  ).toBe(limit);
});

test.each([
  ['2026-07-01T08:09:10.1234567Z', Date.UTC(2026, 6, 1, 8, 9, 10, 123)],
  ['2026-07-01T08:09:10.9999999Z', Date.UTC(2026, 6, 1, 8, 9, 10, 999)],
  ['2026-07-01T08:09:10.5', Date.UTC(2026, 6, 1, 8, 9, 10, 500)],
  ['2026-07-01T08:09:10', Date.UTC(2026, 6, 1, 8, 9, 10)],
  ['2026-07-01 08:09', Date.UTC(2026, 6, 1, 8, 9)],
  ['2026-07-01T08:09:10+02:00', Date.UTC(2026, 6, 1, 6, 9, 10)],
  ['2026-07-01T08:09:10-0530', Date.UTC(2026, 6, 1, 13, 39, 10)],
  ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ['0001-01-01T00:00:00', null],
  ['0001-01-01T00:00:00Z', null],
  ['0001-01-01T00:00:00.0000000Z', null],
  ['9999-12-31T23:59:59.9999999', null],
  ['2026-02-29T00:00:00Z', null],
  ['2026-13-01T00:00:00Z', null],
  ['2026-00-01T00:00:00Z', null],
  ['2026-07-01T24:00:00Z', null],
  ['2026-07-01', null],
  ['yesterday', null],
  ['1782893350', null],
  ['', null],
])('the time %j is %j', (reported, at) => {
  expect(readTime(reported)).toBe(at);
});

test.each([
  ['Voron', 'Voron'],
  ['  Voron 2.4 \t', 'Voron 2.4'],
  ['a\r\nb\u0000c\u009bd\u2028e', 'a b c d e'],
  ['\u202eevil\u202c\u2066x\u2069', 'evilx'],
  ['<b>bold</b> & _x', '<b>bold</b> & _x'],
  ['طابعة ثلاثية', 'طابعة ثلاثية'],
  ['👩‍🔧 Prusa', '👩‍🔧 Prusa'],
  ['می‌خواهم', 'می‌خواهم'],
  ['broken \ud800 half', 'broken \ufffd half'],
  ['', namelessPrinter],
  [' \n\u200b\u2060\ufeff ', namelessPrinter],
  ['\u200d', namelessPrinter],
])('the name %j reads %j', (reported, name) => {
  expect(sanitizedName(reported)).toBe(name);
});

test('a long name is truncated to 200 characters, never in the middle of one', () => {
  const long = sanitizedName('😀'.repeat(250_000));
  expect([...long]).toHaveLength(200);
  expect(long.endsWith('😀…')).toBe(true);
  expect(sanitizedName('x'.repeat(200))).toBe('x'.repeat(200));
});

test.each([
  ['192.168.1.20', '192.168.1.20'],
  [' fe80::1%eth0 ', 'fe80::1%eth0'],
  ['[::1]:80', '[::1]:80'],
  ['octopi.local', 'octopi.local'],
  ['', null],
  ['1.2.3.4; rm -rf', null],
  ['<script>', null],
  ['1'.repeat(101), null],
])('the local address %j is %j', (reported, localIp) => {
  expect(parsed({ PrinterLocalIp: reported }).localIp).toBe(localIp);
});
