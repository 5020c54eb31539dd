import { expect, it, vi } from 'vitest';
import { PrintNotifier } from '../../../src/app/print-notifier.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const at = Date.UTC(2026, 5, 1, 12);

it('the notification that a print needs somebody closes when its printer is removed', async () => {
  const fleet = new Fleet();
  for (const name of ['Voron', 'Ender']) fleet.put(printerRecord(name, { kind: 'online', answeredAt: at }, { at }));
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
    printNotifier.notify({ kind: 'print-failed', printEvents: [{ ...event, printer }], notification } as never);
  await vi.waitFor(() => expect(shown.size).toBe(2));
  fleet.remove('Voron');
  await vi.waitFor(() => expect([...shown]).toEqual(['alert-1']));
});
