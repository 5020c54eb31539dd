import { describe, expect, it, vi } from 'vitest';
import { FirstSteps } from '../../../src/app/first-steps.ts';
import { Notices } from '../../../src/app/notices.ts';
import type { NotificationContent } from '../../../src/desktop/notifications/notifier.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import type { FleetListener } from '../../../src/monitor/fleet.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { WindowMemory } from '../../../src/storage/window-store.ts';

// Only the real app needs Electron here, to quit.
vi.mock('electron', () => ({ app: {} }));

const voron = newPrinter('00000000-0000-4000-8000-000000000001', 'Voron', 0);
const fresh: WindowMemory = { place: null, noTrayDismissed: false, firstSteps: null, closeExplained: false };

function firstStart(memory: WindowMemory = fresh, { listed = 0, tray = true, demo = false, server = true } = {}) {
  const store = memoryDocument(memory);
  const shown: NotificationContent[] = [];
  const notices = new Notices();
  let size = listed;
  let heard: FleetListener = () => {};
  let close = () => {};
  const opened: string[] = [];
  const steps = new FirstSteps({
    fleet: {
      size: () => size,
      subscribe: (listener) => {
        heard = listener;
        return () => {};
      },
    },
    printers: { value: () => Array.from({ length: listed }, () => voron) },
    store,
    window: {
      onClosedByUser: (listener) => {
        close = listener;
      },
      show: ({ show }) => void opened.push(show),
    },
    notifier: {
      show: async (_key, content, _options, onAction) => {
        if (!server) return false;
        shown.push(content);
        onAction(null);
        return true;
      },
    },
    notices,
    trayHost: { isPresent: tray },
    demo,
    messages: () => messagesFor('en'),
  });
  const add = () => {
    size += 1;
    heard(new Set([voron.id]));
  };
  return { steps, store, shown, notices, opened, add, close: () => close() };
}

describe('The first steps', () => {
  it('appear after the first printer until they are read, and never again', () => {
    const { steps, store, add } = firstStart();
    expect(steps.view()).toBeNull();
    add();
    expect(steps.view()).toEqual({ tray: 'panel' });
    // The user may quit the app before reading them.
    expect(firstStart(store.value(), { listed: 1 }).steps.view()).toEqual({ tray: 'panel' });
    steps.finish();
    expect(steps.view()).toBeNull();
    add();
    expect(firstStart(store.value(), { listed: 2 }).steps.view()).toBeNull();
  });

  it('explain a desktop without a tray', () => {
    const { steps, add } = firstStart(fresh, { tray: false });
    add();
    expect(steps.view()).toEqual({ tray: 'none' });
  });

  it.each([
    ['had printers before', { listed: 3 }],
    ['looks at the demo', { listed: 6, demo: true }],
  ])('are not shown to a user who %s, nor is the hint about closing', (_who, options) => {
    const { steps, add, close, shown } = firstStart(fresh, options);
    add();
    expect(steps.view()).toBeNull();
    close();
    expect(shown).toEqual([]);
  });
});

describe('Closing the window', () => {
  it('tells the user once that the app keeps running, and offers to quit', () => {
    const { close, shown, store, opened } = firstStart();
    close();
    expect(shown).toMatchObject([
      { title: 'OctoGlance is still running', buttons: [{ id: 'quit', label: 'Quit instead' }] },
    ]);
    expect(opened).toEqual(['printers']);
    close();
    const again = firstStart(store.value());
    again.close();
    expect([...shown, ...again.shown]).toHaveLength(1);
  });

  it('does not mention an icon where there is none', () => {
    const { close, shown } = firstStart(fresh, { tray: false });
    close();
    expect(shown[0]?.body).not.toMatch(/tray|icon/);
  });

  it('is explained in the window if no notification can be shown, until that is read or a notification is shown', async () => {
    const silent = firstStart(fresh, { server: false });
    const texts = () => silent.notices.all(messagesFor('en'));
    silent.close();
    await vi.waitFor(() => expect(texts()).toMatchObject([{ title: 'OctoGlance kept running', dismissable: true }]));
    silent.close();
    await vi.waitFor(() => expect(texts(), 'not twice').toHaveLength(1));
    const later = firstStart(silent.store.value());
    later.close();
    expect(later.shown, 'the app was quit before it was read').toHaveLength(1);

    silent.notices.dismiss(texts()[0]?.id ?? '');
    silent.close();
    await Promise.resolve();
    expect(texts()).toEqual([]);
    const again = firstStart(silent.store.value());
    again.close();
    expect(again.shown).toEqual([]);
  });

  it('does not name a menu where there is no icon', async () => {
    const { close, notices } = firstStart(fresh, { tray: false, server: false });
    close();
    await vi.waitFor(() => expect(notices.all(messagesFor('en'))[0]?.text).toContain('Ctrl+Q'));
  });
});
