import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiagnosticsContent, diagnosticsText } from '../../../src/diagnostics/diagnostics-text.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { sanitizedName } from '../../../src/domain/sanitize-name.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';
import { createRedactor } from '../../../src/logging/redact.ts';
import type { PrinterRecord } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';

const at = Date.UTC(2026, 6, 1, 10, 0, 0);

const base: DiagnosticsContent = {
  at,
  startedAt: at - 3_723_000,
  versions: { app: '0.1.0', electron: '45.4.1', chromium: '144.0.1', node: '24.1.0', system: 'linux 6.1.0 x64' },
  demo: false,
  desktop: { name: 'XFCE', session: 'x11', trayHost: true, notificationServer: 'dunst 1.9.0' },
  keychain: 'unlocked',
  network: 'up',
  language: 'en',
  settings: defaultSettings,
  printers: [],
  log: [],
  home: '/home/ada',
};

function member(name: string, more: Partial<PrinterRecord> = {}): PrinterRecord {
  return {
    printer: newPrinter('11111111-2222-4333-8444-555555555555', name, at),
    status: notYetChecked(at),
    info: null,
    sighting: null,
    checkedAt: null,
    print: null,
    pollState: firstPoll(at),
    asking: false,
    nextCheckAt: null,
    ...more,
  };
}

const plain = (parts: Partial<DiagnosticsContent>) => diagnosticsText({ ...base, ...parts }, (text) => text);

describe('the diagnostics', () => {
  it('contain the versions, the system, the settings and the printers’ status', () => {
    const offline: PrinterStatus = {
      kind: 'offline',
      since: at - 60_000,
      answeredAt: at - 30_000,
      stale: true,
      link: null,
      silence: { since: at - 10_000, failures: 2, problem: { type: 'network', cause: 'dns' } },
      refusal: { status: 604, firstAt: at - 20_000, lastAt: at - 20_000 },
    };
    const printer = { ...member('Voron').printer, muted: true, offOnPurpose: true, oftenOff: true };
    const text = plain({ printers: [member('Ender'), member('Voron', { printer, status: offline, asking: true })] });
    expect(text).toContain('OctoGlance: 0.1.0\n');
    expect(text).toContain('Electron: 45.4.1, Chromium 144.0.1, Node 24.1.0\n');
    expect(text).toContain('Running for: 1 h 2 min\n');
    expect(text).toContain('Desktop: XFCE, session x11\nTray host: present\nNotification server: dunst 1.9.0\n');
    expect(text).toContain('Keychain: unlocked\n');
    expect(text).toContain('  pollSeconds: 60\n');
    expect(text).toContain(
      'Printers: 2, 1 muted, 1 off on purpose, 1 often off\n  Printer 1: checking since 2026-07-01T10:00:00Z; never answered\n',
    );
    expect(text).toContain(
      '  Printer 2: offline since 2026-07-01T09:59:00Z; answered 2026-07-01T09:59:30Z; ' +
        'no answer since 2026-07-01T09:59:50Z (network dns); refused with 604 at 2026-07-01T09:59:40Z; being asked; stale; ' +
        'muted; off on purpose; often off\n',
    );
  });

  it('mark what is unknown', () => {
    const text = plain({ desktop: { name: null, session: ' \n', trayHost: false, notificationServer: null } });
    expect(text).toContain('Desktop: unknown, session unknown\nTray host: none\nNotification server: unknown\n');
  });

  const time = '2026-07-01T09:00:00.000Z';

  it.each([
    [`${time} INFO  Voron: online, now offline`, 'INFO  Printer 2: online, now offline'],
    [`${time} INFO  Voron: online: reconnect-needed (604)`, 'INFO  A former printer: reconnect-needed (604)'],
    [`${time} INFO  Old friend: online, now offline`, 'INFO  A former printer: online, now offline'],
    [`${time} INFO  e: checking`, 'INFO  Printer 3: checking'],
    [`${time} ERROR It failed for Voron and e`, 'ERROR It failed for Printer 2 and Printer 3'],
    ['    at ask (/home/ada/octoglance/main.cjs:12:34)', 'at ask (~/octoglance/main.cjs:12:34)'],
    ['    at ask (file:///opt/octoglance/main.cjs:12:34)', 'at ask (file:///opt/octoglance/main.cjs:12:34)'],
    ['    at https://octoeverywhere.com/view/Old', 'at [address]'],
    ['    getaddrinfo ENOTFOUND foo.octoeverywhere.com', 'ENOTFOUND [address]'],
    ['    connect ECONNREFUSED 192.168.1.40:80', 'ECONNREFUSED [address]'],
    ['    connect ECONNREFUSED fe80::1c2:3ff:fe04:5%eth0', 'ECONNREFUSED [address]'],
    ['    connect ECONNREFUSED 2001:db8:1:2:3:4:5:6', 'ECONNREFUSED [address]'],
    ['    entry 0f8fad5b-d9cb-469f-a165-70867728950e', 'entry [id]'],
    [`${time} INFO  OctoGlance 0.1.0 watches 3 printers`, 'INFO  OctoGlance 0.1.0 watches 3 printers'],
  ])('turn the log line %j into %j', (line, expected) => {
    const printers = ['Ender', 'Voron', 'e'].map((name) => member(name));
    const text = plain({ printers, log: [line] });
    expect(text).toContain(expected);
    expect(text.slice(text.indexOf('Log, last 1 lines'))).not.toMatch(
      /Voron|Old|octoeverywhere\.com|192\.168|fe80|db8/,
    );
  });

  const baseline = plain({ printers: [member('x')], log: [`${time} ERROR It failed`] });

  /** Names that occur neither elsewhere in the text nor in their replacements. */
  const name = fc
    .oneof(fc.string({ minLength: 3, maxLength: 30 }), fc.string({ unit: 'grapheme', minLength: 3, maxLength: 30 }))
    .map(sanitizedName)
    .filter((one) => one.length >= 3 && !/^[\s\d:.TZ-]*$/.test(one) && !baseline.includes(one))
    .filter(
      (one) =>
        !/printer|address|\[id\]|former|seen/i.test(one) && !'Printer 1 A former printer: online, now'.includes(one),
    );
  const places = fc.constantFrom<(input: string) => string>(
    (input) => `${time} INFO  ${input}: online, now offline`,
    (input) => `${time} INFO  ${input}: checking`,
    (input) => `${time} ERROR Uncaught error`.concat(`\n    Error: ${input} went wrong`),
    (input) => `    at ${input}`,
    (input) => `    {"name":"${input}"}`,
  );

  it('contain no printer name, wherever in the log it appears', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
        fc.array(places, { maxLength: 6 }),
        (names, put) => {
          const log = put.flatMap((one, index) => one(names[index % names.length] ?? '').split('\n'));
          const text = plain({ printers: names.map((one) => member(one)), log });
          for (const one of names) expect(text).not.toContain(one);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('contain no name of a removed or renamed printer in a status line', () => {
    fc.assert(
      fc.property(name, (former) => {
        const text = plain({ printers: [member('Voron')], log: [`${time} INFO  ${former}: online, now offline`] });
        expect(text).toContain('A former printer: online, now offline');
        expect(text).not.toContain(former);
      }),
    );
  });

  const secret = fc.stringMatching(/^[A-Za-z0-9]{16,60}$/);
  const surrounding = fc.constantFrom('', ' ', '"', '(', '=', ', ', '\t');

  it('contain no token, App Connection host, id or address, wherever in the log it appears', () => {
    const known = fc.oneof(
      fc.ipV4().map((ip) => ({ shown: ip, hidden: ip })),
      fc
        .ipV6()
        .filter((ip) => ip.length > 4 && !ip.includes('.'))
        .map((ip) => ({ shown: ip, hidden: ip })),
      fc.uuid().map((id) => ({ shown: id, hidden: id })),
      secret.map((one) => ({
        shown: `https://app-${one.toLowerCase()}.octoeverywhere.com/x`,
        hidden: one.toLowerCase(),
      })),
      secret.map((one) => ({ shown: `app-${one.toLowerCase()}.octoeverywhere.com`, hidden: one.toLowerCase() })),
      secret.map((one) => ({ shown: `https://octoeverywhere.com/view/${one}`, hidden: one })),
      secret.map((one) => ({ shown: `AppToken: ${one}`, hidden: one })),
    );
    fc.assert(
      fc.property(known, surrounding, surrounding, ({ shown, hidden }, before, after) => {
        const log = [`    ${before}${shown}${after}`, `${time} WARN  said${before || ' '}${shown}`];
        const text = diagnosticsText({ ...base, log }, createRedactor().redact);
        expect(text).not.toContain(hidden);
      }),
      { numRuns: 500 },
    );
  });

  it('contain no value the service reported for a printer, only whether it did', () => {
    fc.assert(
      fc.property(secret, fc.ipV4(), (page, localIp) => {
        const info = {
          printerName: page,
          localIp,
          isOnline: true,
          lastConnectedAt: at,
          lastDisconnectedAt: null,
          printerUrl: `https://octoeverywhere.com/view/${page}`,
          limits: {
            maxDownloadFileBytes: null,
            maxUploadFileBytes: null,
            maxWebcamStreamSeconds: null,
            maxTotalWebcamStreamSeconds: null,
          },
        };
        const text = plain({ printers: [member(page, { info })] });
        expect(text).toContain('page known, local address known');
        for (const one of [page, localIp, member('').printer.id]) expect(text).not.toContain(one);
      }),
    );
  });

  it('redact a token registered in this run, in any form', () => {
    const redactor = createRedactor();
    fc.assert(
      fc.property(secret, (token) => {
        redactor.register(token);
        const log = [token, JSON.stringify({ token }), encodeURIComponent(token)].map((one) => `    ${one}`);
        expect(diagnosticsText({ ...base, log }, redactor.redact)).not.toContain(token);
      }),
      { numRuns: 50 },
    );
  });
});
