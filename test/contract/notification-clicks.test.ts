import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { content, loud, nothing, soon } from '../support/desktop/notification-samples.ts';
import { notifierOn, startServer } from '../support/desktop/notification-session.ts';

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('clicks on notifications over D-Bus', () => {
  let session: DesktopSession;

  beforeEach(async () => {
    session = new DesktopSession();
    await session.startBus();
  });
  it('call the last callback, with the activation token, and close the notification', async () => {
    const server = await startServer(session);
    const { notifier, tokens } = notifierOn(session);
    const clicks: unknown[] = [];
    await notifier.show('one', content('Old'), loud, (button) => clicks.push(['old', button]));
    await notifier.show('one', content('New'), loud, (button) => clicks.push(['new', button]));
    await notifier.show('two', content('Two'), loud, (button) => clicks.push(['two', button]));
    server.notify({ do: 'invoke', id: 99, key: 'default', token: 'another' });
    server.notify({ do: 'invoke', id: 1, key: 'off', token: 'token-1' });
    server.notify({ do: 'invoke', id: 2, key: 'default' });
    await vi.waitFor(
      () =>
        expect(clicks).toEqual([
          ['new', 'off'],
          ['two', null],
        ]),
      soon,
    );
    expect(tokens).toEqual(['token-1', null]);
    await vi.waitFor(() => expect(server.closed).toEqual([1, 2]), soon);
  });

  it('still work in the desktop’s notification list after the time on screen', async () => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session);
    const clicks: unknown[] = [];
    await notifier.show('one', content('One'), loud, () => clicks.push('one'));
    await notifier.show('two', content('Two'), loud, () => clicks.push('two'));
    server.notify({ do: 'close', id: 1, reason: 1 });
    server.notify({ do: 'invoke', id: 2, key: 'default' });
    await vi.waitFor(() => expect(clicks).toEqual(['two']), soon);
    expect(notifier.update('one', content('Three'), nothing)).toBe(false);
    server.notify({ do: 'invoke', id: 1, key: 'default' });
    await vi.waitFor(() => expect(clicks).toEqual(['two', 'one']), soon);
    expect(server.summaries).toEqual(['One', 'Two']);
    // KDE Plasma ignores changes of an expired notification, so new information comes as a new one.
    await notifier.show('three', content('Three'), loud, nothing);
    await notifier.show('four', content('Four'), loud, () => clicks.push('four'));
    server.notify({ do: 'close', id: 3, reason: 1 });
    server.notify({ do: 'invoke', id: 4, key: 'default' });
    await vi.waitFor(() => expect(clicks).toEqual(['two', 'one', 'four']), soon);
    expect(notifier.update('three', content('Changed'), nothing)).toBe(false);
    await notifier.show('three', content('Five'), loud, nothing);
    await server.noted();
    expect(server.shown.at(-1)).toMatchObject({ summary: 'Five', replaces: 0 });
    // The old one in the list would say what is no longer true.
    await vi.waitFor(() => expect(server.closed).toContain(3), soon);
  });

  it('are not needed for a change that waits while the notification expires: it appears', async () => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session, { retry: 400 });
    await notifier.show('one', content('One'), loud, nothing);
    server.notify({ do: 'refuse', next: 1 });
    await server.noted();
    expect(notifier.update('one', content('Two'), nothing)).toBe(true);
    await vi.waitFor(() => expect(server.refused).toBe(1), soon);
    server.notify({ do: 'close', id: 1, reason: 1 });
    await vi.waitFor(() => expect(server.summaries).toEqual(['One', 'Two']), soon);
    expect(server.shown.at(-1)).toMatchObject({ replaces: 0 });
    expect(server.closed).toEqual([1]);
  });

  it.each([2, 3])('count if the server reports the end first, with reason %i, but only once', async (reason) => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session);
    const clicks: unknown[] = [];
    await notifier.show('one', content('One'), loud, (button) => clicks.push(button));
    server.notify({ do: 'close', id: 1, reason });
    server.notify({ do: 'invoke', id: 1, key: 'off' });
    server.notify({ do: 'invoke', id: 1, key: 'off' });
    await vi.waitFor(() => expect(clicks).toEqual(['off']), soon);
    await notifier.show('one', content('Two'), loud, (button) => clicks.push(button));
    expect(clicks).toEqual(['off']);
    expect(server.closed).toEqual([]);
  });

  it('count if the app closes the notification in the same moment', async () => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session);
    const clicks: unknown[] = [];
    await notifier.show('one', content('One'), loud, (button) => clicks.push(button));
    notifier.close('one');
    server.notify({ do: 'invoke', id: 1, key: 'default' });
    await vi.waitFor(() => expect(clicks).toEqual([null]), soon);
  });

  it('do not count for a notification of a server that has ended', async () => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session);
    const clicks: unknown[] = [];
    await notifier.show('one', content('One'), loud, () => clicks.push('one'));
    notifier.close('one');
    await server.die();
    const next = await startServer(session);
    await vi.waitFor(() => notifier.show('two', content('Two'), loud, () => clicks.push('two')), soon);
    next.notify({ do: 'invoke', id: 1, key: 'default' });
    await vi.waitFor(() => expect(clicks).toEqual(['two']), soon);
  });

  it.each([[['--invoke-at-once=off']], [['--invoke-at-once=off', '--close-at-once=2']]])(
    'count while the app is too busy to have read the number of the notification: %j',
    async (behaviour) => {
      await startServer(session, behaviour);
      const { notifier } = notifierOn(session);
      const clicks: unknown[] = [];
      expect(await notifier.show('one', content('One'), loud, (button) => clicks.push(button))).toBe(true);
      await vi.waitFor(() => expect(clicks).toEqual(['off']), soon);
      // It is gone: news comes as a new one.
      expect(notifier.update('one', content('Two'), nothing)).toBe(false);
    },
  );
});
