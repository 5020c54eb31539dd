import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { content, loud, nothing, soon } from '../support/desktop/notification-samples.ts';
import { notifierOn, startServer } from '../support/desktop/notification-session.ts';

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))(
  'notifications over D-Bus without a working server',
  () => {
    let session: DesktopSession;

    beforeEach(async () => {
      session = new DesktopSession();
      await session.startBus();
    });
    it('wait for a server, only the newest of each key and only while still true', async () => {
      const { notifier } = notifierOn(session);
      expect(await notifier.show('gone', content('Over'), loud, nothing)).toBe(false);
      void notifier.show('event', content('1 of 2'), loud, nothing);
      expect(notifier.update('event', content('2 of 2'), nothing)).toBe(true);
      expect(await notifier.show('example', content('Example'), { ...loud, otherwise: 'drop' }, nothing)).toBe(false);
      notifier.close('gone');
      const server = await startServer(session);
      await vi.waitFor(() => expect(server.summaries).toEqual(['2 of 2']), soon);
      // Its sound hasn't been played yet.
      expect(server.shown[0]?.hints).not.toHaveProperty('suppress-sound');
      await wait(1_000);
      await server.noted();
      expect(server.summaries).toEqual(['2 of 2']);
    });

    it('are dropped after waiting too long for a server', async () => {
      const { notifier } = notifierOn(session, { keep: 600, retry: 200 });
      await notifier.show('old', content('Old'), loud, nothing);
      const server = await startServer(session);
      await notifier.show('new', content('New'), loud, nothing);
      await server.noted();
      expect(server.summaries).toEqual(['New']);
    });

    it('are not sent to a server that hangs, and those still true are shown when it continues', async () => {
      const server = await startServer(session);
      const { notifier } = notifierOn(session, { answer: 400, show: 600 });
      await notifier.show('first', content('First'), loud, nothing);
      server.hang();
      expect(await notifier.show('second', content('Second'), loud, nothing)).toBe(false);
      void notifier.show('third', content('Third'), loud, nothing);
      void notifier.show('fourth', content('Fourth'), loud, nothing);
      await wait(500);
      notifier.close('third');
      server.goOn();
      await vi.waitFor(() => expect(server.summaries).toEqual(['First', 'Second', 'Fourth']), soon);
    });

    it('are shown by the next server if one dies before showing them', async () => {
      const server = await startServer(session);
      const { notifier } = notifierOn(session);
      await notifier.show('seen', content('Seen'), loud, nothing);
      server.hang();
      void notifier.show('unseen', content('Unseen'), loud, nothing);
      await wait(100);
      await server.die();
      const next = await startServer(session);
      await vi.waitFor(() => expect(next.summaries).toEqual(['Unseen']), soon);
      // What the crashed server showed isn't repeated, but a change of it is shown.
      expect(notifier.update('seen', content('Changed'), nothing)).toBe(true);
      await vi.waitFor(() => expect(next.summaries).toEqual(['Unseen', 'Changed']), soon);
      expect(next.shown.map(({ hints }) => hints['suppress-sound'])).toEqual([undefined, true]);
    });

    it('have no picture for a server that refuses it, and are dropped by one that refuses all', async () => {
      const server = await startServer(session, ['--refuse=picture']);
      const { notifier } = notifierOn(session, { retry: 100 });
      expect(await notifier.show('one', content('One'), loud, nothing)).toBe(true);
      await server.noted();
      expect(server.shown[0]?.hints).not.toHaveProperty('image-data');
      await server.die();
      const strict = await startServer(session, ['--refuse=all']);
      expect(await notifier.show('two', content('Two'), loud, nothing)).toBe(false);
      await wait(1_000);
      expect(notifier.update('two', content('Two'), nothing)).toBe(false);
      await strict.die();
    });

    it.each(['GetCapabilities', 'GetServerInformation'])(
      'arrive at a server without %s, as plain text',
      async (member) => {
        const server = await startServer(session, [`--error-on=${member}`]);
        const { notifier } = notifierOn(session);
        expect(await notifier.show('one', content('One & two'), loud, nothing)).toBe(true);
        await server.noted();
        expect(server.summaries).toEqual(['One & two']);
        if (member === 'GetCapabilities') expect(server.shown[0]?.actions).toEqual([]);
      },
    );

    it.each([
      ['dismisses', 2, ['Once']],
      ['removes', 4, ['Once']],
      ['hides', 1, ['Once', 'Again']],
    ] as const)(
      'are not thought to be on the screen of a server that %s them at once',
      async (_what, reason, summaries) => {
        const server = await startServer(session, [`--close-at-once=${reason}`]);
        const { notifier } = notifierOn(session);
        expect(await notifier.show('key', content('Once'), loud, nothing)).toBe(true);
        // A change of what is gone would be shown again, without a sound.
        expect(notifier.update('key', content('Changed'), nothing)).toBe(false);
        if (reason === 1) expect(await notifier.show('key', content('Again'), loud, nothing)).toBe(true);
        await server.noted();
        expect(server.summaries).toEqual(summaries);
        for (const { hints } of server.shown) expect(hints).not.toHaveProperty('suppress-sound');
      },
    );

    it('wait for a server that accepts no more for now, as KDE Plasma does', async () => {
      const server = await startServer(session, ['--refuse=2']);
      const { notifier } = notifierOn(session, { retry: 100, show: 10_000 });
      expect(await notifier.show('one', content('One'), loud, nothing)).toBe(true);
      await server.noted();
      expect(server.shown[0]).toMatchObject({ summary: 'One', hints: { 'image-data': 'picture' } });
    });

    it('do not keep restarting a server that crashes', async () => {
      const starts = session.activate('org.freedesktop.Notifications', 'exit 1');
      const { notifier } = notifierOn(session, { retry: 400 });
      for (const key of ['one', 'two', 'three']) void notifier.show(key, content(key), loud, nothing);
      await wait(1_000);
      expect(starts()).toBeGreaterThan(0);
      expect(starts()).toBeLessThan(10);
      const server = await startServer(session);
      await vi.waitFor(() => expect(server.summaries).toEqual(['one', 'two', 'three']), soon);
    });

    it('survive a server that the first call starts and that never comes up', async () => {
      const starts = session.activate('org.freedesktop.Notifications', 'exec sleep 1000');
      const { notifier } = notifierOn(session, { answer: 300, show: 400, retry: 200 });
      for (const key of ['one', 'two', 'three'])
        expect(await notifier.show(key, content(key), loud, nothing)).toBe(false);
      notifier.close('two');
      expect(starts()).toBe(1);
      const server = await startServer(session);
      await vi.waitFor(() => expect(server.summaries).toEqual(['one', 'three']), soon);
    });

    it('find the bus again', async () => {
      const bus = new DesktopSession();
      const daemon = await bus.startBus();
      await startServer(bus);
      const { notifier } = notifierOn(bus);
      expect(await notifier.show('one', content('One'), loud, nothing)).toBe(true);
      daemon.kill('SIGKILL');
      expect(await notifier.show('two', content('Two'), loud, nothing)).toBe(false);
      await bus.startBus();
      const server = await startServer(bus);
      await vi.waitFor(() => expect(server.summaries).toEqual(['Two']), soon);
    });
  },
);
