import { expect, it, vi } from 'vitest';
import { PrintNotifier } from '../../../src/app/print-notifier.ts';
import type { PrintAlertKind } from '../../../src/domain/print/print-alert.ts';
import { type PrintStateKind, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const at = Date.UTC(2026, 5, 1, 12);

/** Two printers, each with a notification of `alert` on the screen, whose prints are in the state `printState`. */
async function notified(alert: PrintAlertKind, printState: PrintStateKind) {
  const fleet = new Fleet();
  const now = (name: string, kind: PrintStateKind | null) => {
    const print = kind === null ? null : { ...printNotYetRequested(at), kind };
    fleet.put({ ...printerRecord(name, { kind: 'online', answeredAt: at }, { at }), print });
  };
  for (const name of ['Voron', 'Ender']) now(name, printState);
  const shown = new Set<string>();
  const notifier = {
    show: async (key: string) => Boolean(shown.add(key)),
    update: () => false,
    close: (key: string) => void shown.delete(key),
    closeAll: () => {},
  };
  const parts = {
    fleet,
    notifier,
    overview: { names: (ids: readonly string[]) => ids, momentText: () => '12:00' },
    stream: null,
    window: { show: () => {} },
    settings: { value: () => ({ notifications: true, sound: false, hideFileNames: false }) },
    language: { messages: () => messagesFor('en') },
    clock: { now: () => at },
    webcams: { forNotification: async () => null },
    pictures: { keep: async () => null },
  };
  const printNotifier = new PrintNotifier(parts as never);
  const event = { since: at, about: false, fileName: 'benchy.gcode', duration: null, words: null, noLogin: false };
  for (const [notification, printer] of ['Voron', 'Ender'].entries())
    printNotifier.notify({ kind: alert, printEvents: [{ ...event, printer }], notification } as never);
  await vi.waitFor(() => expect(shown.size).toBe(2));
  return { fleet, shown, now };
}

/** Resolves once the fleet has announced its changes. */
const announced = () => new Promise((resolve) => setTimeout(resolve, 20));

it('the notification that a print needs somebody closes when its printer is removed', async () => {
  const { fleet, shown } = await notified('print-failed', 'failed');
  fleet.remove('Voron');
  await vi.waitFor(() => expect([...shown]).toEqual(['alert-1']));
});

it('the notification that a print is paused closes when it goes on, and only then', async () => {
  const { shown, now } = await notified('print-paused', 'paused');
  now('Voron', 'not-answering');
  now('Ender', 'paused');
  await announced();
  expect([...shown]).toEqual(['alert-0', 'alert-1']);
  now('Voron', 'printing');
  await vi.waitFor(() => expect([...shown]).toEqual(['alert-1']));
});

it('the notification that a print has failed stays when the next one begins', async () => {
  const { shown, now } = await notified('print-failed', 'failed');
  now('Voron', 'printing');
  await announced();
  expect([...shown]).toEqual(['alert-0', 'alert-1']);
});

it('the notification that a print is paused closes when prints are no longer watched', async () => {
  const { shown, now } = await notified('gadget-paused', 'paused');
  now('Ender', null);
  await vi.waitFor(() => expect([...shown]).toEqual(['alert-0']));
});
