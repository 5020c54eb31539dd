import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Notices } from '../../../src/app/notices.ts';
import { noTrayNotice, watchTrayHost } from '../../../src/app/tray-host-notifier.ts';
import type { SessionBus } from '../../../src/dbus/session-bus.ts';
import type { Notifier } from '../../../src/desktop/notifications/notifier.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { WindowMemory } from '../../../src/storage/window-store.ts';

/** A desktop whose tray host appears and disappears as the test decides. */
function desktop({ hidden = false, quiet = false, silent = false } = {}) {
  let isQuiet = quiet;
  let isOlderTray: boolean | null = false;
  let notify: (owner: string | null) => void = () => {};
  let notifyOfHost: (owner: string | null) => void = () => {};
  let hosts: readonly string[] = [];
  const bus = {
    onSignal: () => () => {},
    watchName: (name: string, listener: typeof notify) => {
      if (name.includes('Host-')) notifyOfHost = listener;
      else notify = listener;
      return () => {};
    },
    call: ({ member, body = [] }: { member: string; body?: unknown[] }) =>
      Promise.resolve(
        silent
          ? { kind: 'no-answer' }
          : {
              kind: 'returned',
              body: [
                member === 'ListNames' ? hosts : body[1] === 'IsStatusNotifierHostRegistered' ? true : [':1.5/Item'],
              ],
            },
      ),
  } as unknown as SessionBus;
  const seen = { windows: 0, offers: 0, notification: null as (() => void) | null };
  const notices = new Notices();
  const store = memoryDocument<WindowMemory>({
    place: null,
    noTrayDismissed: false,
    firstSteps: null,
    closeExplained: false,
  });
  watchTrayHost({
    bus,
    notices,
    notifier: {
      show: (_key: string, _content: object, _options: object, onAction: () => void) => {
        seen.notification = onAction;
        return Promise.resolve(true);
      },
      close: () => {
        seen.notification = null;
      },
    } as unknown as Notifier,
    store,
    quiet: { isSilent: () => isQuiet },
    hasOlderTray: async () => isOlderTray,
    hidden,
    window: {
      present: () => {
        seen.windows += 1;
      },
    },
    tray: {
      offerAgain: () => {
        seen.offers += 1;
      },
    },
    messages: () => messagesFor('en'),
  });
  const isShown = () => notices.all(messagesFor('en')).some(({ id }) => id === noTrayNotice);
  return {
    seen,
    isShown,
    host: (owner: string | null) => notify(owner),
    /** A host with its own bus name, which its watcher does not remove. */
    namedHost: (name: string | null) => {
      hosts = name === null ? [] : [name];
      if (name === null) notifyOfHost(null);
    },
    quiet: (is: boolean) => {
      isQuiet = is;
    },
    olderTray: (is: boolean | null) => {
      isOlderTray = is;
    },
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

describe('without a tray', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('a start shows the window once, and the window explains why until there is a tray', async () => {
    const { seen, isShown, host, pass } = desktop();
    host(null);
    await pass(5_000);
    expect([seen.windows, isShown()]).toEqual([1, true]);
    host(':1.9');
    await pass(100);
    expect(isShown()).toBe(false);
    host(null);
    await pass(5_000);
    expect([seen.windows, isShown()]).toEqual([1, true]);
  });

  it('notices that a tray host was killed although its watcher still reports it, as in Plasma', async () => {
    const { isShown, host, namedHost, pass } = desktop();
    namedHost('org.kde.StatusNotifierHost-4711');
    host(':1.9');
    await pass(5_000);
    expect(isShown()).toBe(false);
    namedHost(null);
    await pass(5_000);
    expect(isShown()).toBe(true);
    namedHost('org.kde.StatusNotifierHost-4712');
    await pass(10_000);
    expect(isShown()).toBe(false);
  });

  it('does not mention a panel that restarts', async () => {
    const { seen, isShown, host, pass } = desktop();
    host(':1.9');
    await pass(100);
    host(null);
    await pass(2_000);
    host(':1.10');
    await pass(10_000);
    expect([seen.windows, isShown()]).toEqual([0, false]);
  });

  it('a hidden start notifies after a minute, and a click opens the window', async () => {
    const { seen, host, pass } = desktop({ hidden: true });
    host(null);
    await pass(50_000);
    expect([seen.windows, seen.notification]).toEqual([0, null]);
    await pass(20_000);
    seen.notification?.();
    expect(seen.windows).toBe(1);
  });

  it('a hidden start stays silent if a tray appears within that minute or notifications are off', async () => {
    const late = desktop({ hidden: true });
    late.host(null);
    await late.pass(30_000);
    late.host(':1.9');
    await late.pass(60_000);
    expect([late.seen.windows, late.seen.notification]).toEqual([0, null]);
    const quiet = desktop({ hidden: true, quiet: true });
    quiet.host(null);
    await quiet.pass(20 * 60_000);
    expect([quiet.seen.windows, quiet.seen.notification]).toEqual([0, null]);
    quiet.quiet(false);
    await quiet.pass(60_000);
    expect(quiet.seen.notification).not.toBeNull();
  });

  it('a watcher that never responds counts as no tray', async () => {
    const { seen, isShown, host, pass } = desktop({ silent: true });
    host(':1.9');
    await pass(60_000);
    expect([seen.windows, isShown()]).toEqual([1, true]);
  });

  it('a tray of the older kind is enough, whenever it appears', async () => {
    const { seen, isShown, host, olderTray, pass } = desktop();
    olderTray(true);
    host(null);
    await pass(60_000);
    expect([seen.windows, isShown(), seen.offers]).toEqual([0, false, 0]);
    olderTray(false);
    await pass(70_000);
    expect(isShown()).toBe(true);
    olderTray(true);
    await pass(70_000);
    expect(isShown()).toBe(false);
    const late = desktop({ hidden: true });
    late.host(null);
    await late.pass(5_000);
    late.olderTray(true);
    await late.pass(120_000);
    expect([late.seen.windows, late.seen.notification, late.isShown()]).toEqual([0, null, false]);
  });

  it('puts the icon into a tray of the older kind when its watcher ends', async () => {
    const { seen, isShown, host, olderTray, pass } = desktop();
    olderTray(true);
    host(':1.9');
    await pass(100);
    expect(seen.offers).toBe(0);
    host(null);
    await pass(120_000);
    expect([seen.offers, isShown()]).toEqual([1, false]);
  });

  it('says nothing while the X server doesn’t say whether there is a tray', async () => {
    const { seen, isShown, host, olderTray, pass } = desktop();
    olderTray(true);
    host(null);
    await pass(1_000);
    olderTray(null);
    await pass(300_000);
    expect([seen.windows, isShown()]).toEqual([0, false]);
  });

  it('retries a missing icon a few times, then stops', async () => {
    const { seen, host, pass } = desktop();
    host(':1.9');
    await pass(10 * 60_000);
    expect(seen.offers).toBe(4);
    host(':1.10');
    await pass(10 * 60_000);
    expect(seen.offers).toBe(8);
  });
});
