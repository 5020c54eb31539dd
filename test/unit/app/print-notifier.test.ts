import { describe, expect, it, vi } from 'vitest';
import { PrintNotifier } from '../../../src/app/print-notifier.ts';
import type { PrintAlert, PrintAlertKind } from '../../../src/domain/print/print-alert.ts';
import { nextPrintStatus, type PrintOutcome, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { type Instant, MINUTE } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';
import { printing } from '../../support/print/benchy.ts';
import { answered, failure, type ReportFields, rules, start } from '../../support/print/reports.ts';

/** Printers, and the notifications on a screen that nobody dismisses. */
function printers(...names: readonly string[]) {
  const fleet = new Fleet();
  for (const name of names) fleet.put(printerRecord(name, { kind: 'online', answeredAt: start }, { at: start }));
  const screen = new Map<string, { readonly title: string; readonly sound: boolean }>();
  const notifier = {
    show: async (key: string, { title }: { title: string }, { sound }: { sound: boolean }) =>
      Boolean(screen.set(key, { title, sound })),
    update: (key: string) => screen.has(key),
    close: (key: string) => void screen.delete(key),
    closeAll: () => {},
  };
  let isSilent = false;
  const parts = {
    fleet,
    notifier,
    overview: { names: (ids: readonly string[]) => ids, momentText: () => '12:00' },
    stream: null,
    window: { show: () => {} },
    settings: { value: () => ({ ...defaultSettings, sound: true }) },
    language: { messages: () => messagesFor('en') },
    clock: { now: () => start },
    webcams: { forNotification: async () => null },
    pictures: { keep: async () => null },
    quiet: { isSilent: () => isSilent },
  };
  const printNotifier = new PrintNotifier(parts as never);
  let notification = 0;
  let at: Instant = start;
  const answers = async (name: string, outcome: PrintOutcome) => {
    at += MINUTE;
    fleet.update(name, (record) => ({
      ...record,
      print: nextPrintStatus(record.print ?? printNotYetRequested(start), outcome, at, rules),
    }));
    // The fleet announces its changes in the next turn.
    await new Promise(setImmediate);
  };
  return {
    fleet,
    printNotifier,
    answers,
    says: (name: string, reported: ReportFields) => answers(name, answered(reported)),
    notifies: (kind: PrintAlertKind, ...about: readonly string[]) => {
      const event = { since: at, about: false, fileName: 'benchy', duration: null, words: null, noLogin: false };
      const printEvents = about.map((printer) => ({ ...event, printer }));
      printNotifier.notify({ kind, printEvents, notification } satisfies PrintAlert);
      notification += 1;
    },
    setSilent: (silent: boolean) => {
      isSilent = silent;
    },
    titles: () => [...screen.values()].map(({ title }) => title),
    sounds: () => [...screen.values()].map(({ sound }) => sound),
  };
}

const running = (minutes: number) => printing(minutes);
const paused = (minutes: number) => printing(minutes, { state: 'paused' });

/** A print that was paused, and the notification of that. */
async function pausedPrint() {
  const some = printers('Voron', 'Ender');
  await some.says('Voron', running(10));
  await some.says('Voron', paused(11));
  await some.says('Voron', paused(11));
  some.notifies('print-paused', 'Voron');
  expect(some.titles()).toEqual(['Voron: print paused']);
  return some;
}

describe('A notification about a print', () => {
  it('closes when its printer is removed', async () => {
    const some = printers('Voron', 'Ender');
    some.notifies('print-failed', 'Voron');
    some.notifies('print-failed', 'Ender');
    expect(some.titles()).toHaveLength(2);
    some.fleet.remove('Voron');
    await vi.waitFor(() => expect(some.titles()).toEqual(['Ender: print failed']));
  });

  it('closes when the print goes on, and comes back silently when it is paused again', async () => {
    const some = await pausedPrint();
    await some.says('Voron', running(12));
    expect(some.titles()).toEqual([]);
    await some.says('Voron', paused(13));
    expect(some.titles(), 'seen once').toEqual([]);
    await some.says('Voron', paused(13));
    expect(some.titles()).toEqual(['Voron: print paused']);
    expect(some.sounds()).toEqual([false]);
    await some.says('Voron', { state: 'cancelled', id: 'a' });
    expect(some.titles()).toEqual([]);
  });

  it('stays while the printer says nothing about its print', async () => {
    const some = await pausedPrint();
    await some.answers('Voron', failure('printer-not-answering', 785));
    await some.answers('Voron', failure('no-answer', 0));
    expect(some.titles()).toEqual(['Voron: print paused']);
  });

  it('does not come back for the next print, which is reported on its own', async () => {
    const some = await pausedPrint();
    const next = { id: 'b', file: 'lid.gcode', duration: 30, left: 3_000 };
    for (const state of ['printing', 'printing', 'paused', 'paused'])
      await some.says('Voron', { ...next, state, progress: 1 });
    expect(some.titles()).toEqual([]);
  });

  it('does not come back while nothing is to be shown, but afterwards if it is still true', async () => {
    const some = await pausedPrint();
    await some.says('Voron', running(12));
    some.setSilent(true);
    for (let look = 0; look < 2; look += 1) await some.says('Voron', paused(13));
    expect(some.titles()).toEqual([]);
    some.setSilent(false);
    await some.says('Voron', paused(13));
    expect(some.titles()).toEqual(['Voron: print paused']);
  });

  it('does not come back for a muted printer', async () => {
    const some = await pausedPrint();
    await some.says('Voron', running(12));
    some.fleet.update('Voron', (record) => ({ ...record, printer: { ...record.printer, muted: true } }));
    for (let look = 0; look < 2; look += 1) await some.says('Voron', paused(13));
    expect(some.titles()).toEqual([]);
  });

  it('does not come back because the user pauses the print here, but for the pause after that', async () => {
    const some = await pausedPrint();
    await some.says('Voron', running(12));
    some.printNotifier.actedOn('Voron', 'pause');
    for (let look = 0; look < 2; look += 1) await some.says('Voron', paused(13));
    expect(some.titles()).toEqual([]);
    some.printNotifier.actedOn('Voron', 'resume');
    await some.says('Voron', running(14));
    for (let look = 0; look < 2; look += 1) await some.says('Voron', paused(15));
    expect(some.titles()).toEqual(['Voron: print paused']);
  });

  it('about Gadget comes back only if it was Gadget again', async () => {
    const some = printers('Voron');
    await some.says('Voron', running(10));
    const gadgets = (secondsAgo: number) => printing(11, { state: 'paused', gadgetPaused: secondsAgo });
    await some.says('Voron', gadgets(5));
    some.notifies('gadget-paused', 'Voron');
    await some.says('Voron', printing(12, { gadgetPaused: 65 }));
    expect(some.titles()).toEqual([]);
    for (const ago of [125, 185]) await some.says('Voron', printing(13, { state: 'paused', gadgetPaused: ago }));
    expect(some.titles()).toEqual([]);
    await some.says('Voron', printing(14, { gadgetPaused: 245 }));
    for (const ago of [5, 65]) await some.says('Voron', printing(15, { state: 'paused', gadgetPaused: ago }));
    expect(some.titles()).toHaveLength(1);
  });

  it('about several printers closes once all of them are fine', async () => {
    const some = printers('Voron', 'Ender');
    const silent = failure('printer-not-answering', 785);
    for (const name of ['Voron', 'Ender']) {
      await some.says(name, running(10));
      await some.answers(name, silent);
    }
    some.notifies('printer-not-answering', 'Voron', 'Ender');
    await some.says('Voron', running(11));
    expect(some.titles()).toHaveLength(1);
    await some.says('Ender', running(11));
    expect(some.titles()).toEqual([]);
  });
});
