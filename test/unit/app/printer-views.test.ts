import { expect, test } from 'vitest';
import { PrinterViews } from '../../../src/app/printer-views.ts';
import { sameInTray } from '../../../src/desktop/tray/tray-printer.ts';
import type { ConnectionInfo } from '../../../src/domain/connection-info.ts';
import type { Print } from '../../../src/domain/print/print.ts';
import { printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import type { PrinterStatus } from '../../../src/domain/status.ts';
import { notYetChecked } from '../../../src/domain/status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import type { PrinterRecord } from '../../../src/monitor/fleet.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const messages = messagesFor('en');
const running: Print = {
  id: 'a',
  fileName: 'benchy',
  startedAt: 0,
  namedStart: null,
  seenAt: 0,
  ranAt: null,
  lastAt: 0,
  duration: null,
  progress: 42.9,
  leap: null,
  lowerLayer: null,
  layer: null,
  totalLayers: null,
  firstLayer: null,
  gadget: { warnedAt: null, pausedAt: null },
  temperatures: null,
  finish: { at: 5_000, about: false, agreed: 3 },
  words: null,
  ended: null,
};
const connected: PrinterStatus = { ...notYetChecked(0), kind: 'online', answeredAt: 1_000 };
const member = printerRecord('a', connected, { name: 'Voron' });
const noInfo: ConnectionInfo = {
  ...{ printerName: null, localIp: null, isOnline: true, lastConnectedAt: null, lastDisconnectedAt: null },
  printerUrl: null,
  limits: {
    ...{ maxDownloadFileBytes: null, maxUploadFileBytes: null },
    ...{ maxWebcamStreamSeconds: null, maxTotalWebcamStreamSeconds: null },
  },
};
const views = (canOpen = true) => new PrinterViews(() => ({ page: canOpen, local: false }));

test('a view stays the same object until its printer or the language changes', () => {
  const all = views();
  const first = all.of(member, messages, 0, String);
  expect(all.of(member, messages, 0, String)).toBe(first);
  expect(all.of({ ...member, asking: true }, messages, 0, String).checkingNow).toBe(true);
  expect(all.of({ ...member, asking: true }, messagesFor('de'), 0, String).statusText).toBe('Verbunden');
});

test('the addresses of a printer are checked again only when they change', () => {
  const checked: (string | null)[] = [];
  const all = new PrinterViews(({ info }) => {
    checked.push(info?.localIp ?? null);
    return { page: true, local: info !== null };
  });
  const at = (localIp: string): PrinterRecord => ({ ...member, info: { ...noInfo, localIp } });
  expect(all.of(member, messages, 0, String).canOpenLocal).toBe(false);
  expect(all.of(at('192.168.0.2'), messages, 0, String).canOpenLocal).toBe(true);
  expect(all.of({ ...at('192.168.0.2'), asking: true }, messages, 0, String).canOpenLocal).toBe(true);
  all.of(at('192.168.0.3'), messages, 0, String);
  all.of(
    { ...at('192.168.0.3'), info: { ...noInfo, localIp: '192.168.0.3', printerUrl: 'https://a' } },
    messages,
    0,
    String,
  );
  expect(checked).toEqual([null, '192.168.0.2', '192.168.0.3', '192.168.0.3']);
});

test('data that only the window shows does not change the tray', () => {
  const before = views().of(member, messages, 0, String);
  const one = views().of(
    { ...member, asking: true, nextCheckAt: 5, status: { ...connected, answeredAt: 2_000 } },
    messages,
    0,
    String,
  );
  expect(one).not.toEqual(before);
  expect(sameInTray(before, one)).toBe(true);
});

test('a running print replaces “Connected”, and the print of a disconnected printer is hidden', () => {
  const status = printNotYetRequested(0);
  const printing: PrinterRecord = { ...member, print: { ...status, kind: 'printing', print: running } };
  const clock = (at: number) => `at ${at}`;
  const view = views().of(printing, messages, 1_000, clock);
  expect(view.print).toEqual({ text: 'Printing 42%, done at 6000', progress: 42, finishAt: 6_000, gadget: null });
  expect(sameInTray(views().of(member, messages, 1_000, clock), view)).toBe(false);
  const silent = { ...printing, status: { ...connected, answeredAt: 200_000 } };
  expect(views().of(silent, messages, 0, clock).print).toBeNull();
  const lost: PrinterRecord = { ...printing, status: { ...connected, kind: 'offline' } };
  expect(views().of(lost, messages, 0, clock).print).toBeNull();
});

test.each<[string, PrinterRecord, boolean]>([
  ['its state', { ...member, status: { ...connected, kind: 'offline' } }, true],
  ['its name', { ...member, printer: { ...member.printer, name: 'Prusa' } }, true],
  ['what is off on purpose', { ...member, printer: { ...member.printer, offOnPurpose: true } }, true],
  ['what is often off', { ...member, printer: { ...member.printer, oftenOff: true } }, true],
  ['its mute', { ...member, printer: { ...member.printer, muted: true } }, true],
  ['whether its page can be opened', member, false],
])('the tray changes with %s', (_, changed, canOpen) => {
  expect(sameInTray(views().of(member, messages, 0, String), views(canOpen).of(changed, messages, 0, String))).toBe(
    false,
  );
});
