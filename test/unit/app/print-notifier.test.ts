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
    update: (key: string, { title }: { title: string }) =>
      screen.has(key) && Boolean(screen.set(key, { title, sound: false })),
    close: (key: string) => void screen.delete(key),
    closeAll: () => {},
  };
  const stream: string[] = [];
  const parts = {
    fleet,
    notifier,
    overview: { names: (ids: readonly string[]) => ids, momentText: () => '12:00' },
    stream: { alert: ({ kind }: { kind: string }) => void stream.push(kind) },
    window: { show: () => {} },
    settings: { value: () => ({ ...defaultSettings, sound: true }) },
    language: { messages: () => messagesFor('en') },
    clock: { now: () => start },
    webcams: { forNotification: async () => null },
    pictures: { keep: async () => null },
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
  const notify = (kind: PrintAlertKind, about: readonly string[], again: boolean, seenAt: Instant | null = null) => {
    const event = { seenAt, since: at, about: false, fileName: 'benchy', duration: null, words: null, noLogin: false };
    const printEvents = about.map((printer) => ({ ...event, printer }));
    printNotifier.notify({ kind, printEvents, notification, again } satisfies PrintAlert);
    notification += 1;
  };
  return {
    fleet,
    answers,
    says: (name: string, reported: ReportFields) => answers(name, answered(reported)),
    notifies: (kind: PrintAlertKind, ...about: readonly string[]) => notify(kind, about, false),
    notifiesOfPrint: (kind: PrintAlertKind, seenAt: Instant, printer: string) => notify(kind, [printer], false, seenAt),
    notifiesAgain: (kind: PrintAlertKind, ...about: readonly string[]) => notify(kind, about, true),
    stream,
    dismissAll: () => screen.clear(),
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

  it('about a failed print stays while the next one runs', async () => {
    const some = printers('Voron', 'Ender');
    await some.says('Voron', running(10));
    const seenAt = some.fleet.get('Voron')?.print?.print?.seenAt ?? 0;
    await some.says('Voron', { ...running(11), state: 'error' });
    for (let minute = 0; minute < 3; minute += 1) await some.says('Voron', { ...running(minute), id: 'next' });
    some.notifiesOfPrint('print-failed', seenAt, 'Voron');
    for (let minute = 3; minute < 6; minute += 1) await some.says('Voron', { ...running(minute), id: 'next' });
    expect(some.titles()).toEqual(['Voron: print failed']);
  });

  it('closes when the print goes on, and is silent when the print is paused again', async () => {
    const some = await pausedPrint();
    expect(some.sounds()).toEqual([true]);
    await some.says('Voron', running(12));
    expect(some.titles()).toEqual([]);
    for (let look = 0; look < 2; look += 1) await some.says('Voron', paused(13));
    some.notifiesAgain('print-paused', 'Voron');
    expect(some.titles()).toEqual(['Voron: print paused']);
    expect(some.sounds()).toEqual([false]);
    expect(some.stream).toEqual(['print-paused']);
    await some.says('Voron', { state: 'cancelled', id: 'a' });
    expect(some.titles()).toEqual([]);
  });

  it('stays while the printer says nothing about its print', async () => {
    const some = await pausedPrint();
    await some.answers('Voron', failure('printer-not-answering', 785));
    await some.answers('Voron', failure('no-answer', 0));
    expect(some.titles()).toEqual(['Voron: print paused']);
  });

  it('reports an earlier problem of the same print that lasts, once the later one is over', async () => {
    const some = await pausedPrint();
    await some.answers('Voron', failure('printer-not-answering', 785));
    some.notifies('printer-not-answering', 'Voron');
    expect(some.titles()).toEqual(['Voron: printer not responding']);
    await some.says('Voron', paused(20));
    expect(some.titles()).toEqual(['Voron: print paused']);
    await some.says('Voron', running(21));
    expect(some.titles()).toEqual([]);
  });

  it('that was dismissed stays away when the later problem is over', async () => {
    const some = await pausedPrint();
    await some.answers('Voron', failure('printer-not-answering', 785));
    some.notifies('printer-not-answering', 'Voron');
    some.dismissAll();
    await some.says('Voron', paused(20));
    expect(some.titles()).toEqual([]);
  });

  it('stays about a failed print, and closes about the pause of the next one', async () => {
    const some = printers('Voron');
    await some.says('Voron', running(10));
    for (let look = 0; look < 2; look += 1) await some.says('Voron', printing(11, { state: 'error' }));
    some.notifies('print-failed', 'Voron');
    const next = { id: 'b', file: 'lid.gcode', duration: 30, left: 3_000, progress: 1 };
    for (let look = 0; look < 3; look += 1) await some.says('Voron', { ...next, state: 'printing' });
    expect(some.titles()).toEqual(['Voron: print failed']);
    await some.says('Voron', { ...next, state: 'paused' });
    some.notifies('print-paused', 'Voron');
    await some.says('Voron', { ...next, state: 'printing' });
    expect(some.titles()).toEqual([]);
  });

  it('closes when its print is no longer watched', async () => {
    const some = await pausedPrint();
    some.fleet.update('Voron', (record) => ({ ...record, print: null }));
    await vi.waitFor(() => expect(some.titles()).toEqual([]));
  });

  it('about several printers closes once all of them are fine', async () => {
    const some = printers('Voron', 'Ender');
    for (const name of ['Voron', 'Ender']) {
      await some.says(name, running(10));
      await some.answers(name, failure('printer-not-answering', 785));
    }
    some.notifies('printer-not-answering', 'Voron', 'Ender');
    await some.says('Voron', running(11));
    expect(some.titles()).toHaveLength(1);
    await some.says('Ender', running(11));
    expect(some.titles()).toEqual([]);
  });
});
