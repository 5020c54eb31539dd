import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { content, loud, nothing, soon } from '../support/desktop/notification-samples.ts';
import { notifierOn, startServer } from '../support/desktop/notification-session.ts';

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('notifications over D-Bus', () => {
  let session: DesktopSession;

  beforeEach(async () => {
    session = new DesktopSession();
    await session.startBus();
  });

  it('contain only what the server can show', async () => {
    const server = await startServer(session, ['--capabilities=body']);
    const { notifier } = notifierOn(session);
    const buttons = [{ id: 'off', label: 'Off on purpose' }];
    expect(await notifier.show('one', { ...content('A', 'Q&A <b>'), buttons }, loud, nothing)).toBe(true);
    await server.noted();
    expect(server.shown[0]).toMatchObject({ summary: 'A', body: 'Q&A <b>', actions: [], replaces: 0, expires: -1 });
    expect(server.shown[0]?.hints).toMatchObject({
      'desktop-entry': 'io.github.octoglance.OctoGlance',
      urgency: 1,
      category: 'network.disconnected',
      'image-data': 'picture',
    });
    expect(server.shown[0]?.hints).not.toHaveProperty('suppress-sound');
    await server.die();
    const able = await startServer(session, ['--specification=1.1']);
    const urgent = { buttons, urgency: 'critical', transient: true } as const;
    await notifier.show('two', { ...content('B', 'Q&A <b>'), ...urgent }, { sound: false }, nothing);
    // The notifier may notice the new server after this test does, and then shows what it kept.
    await vi.waitFor(() => expect(able.shown).toHaveLength(1), soon);
    expect(able.shown[0]).toMatchObject({
      body: 'Q&amp;A &lt;b&gt;',
      actions: ['default', 'Open', 'off', 'Off on purpose'],
      hints: { 'suppress-sound': true, urgency: 2, transient: true, image_data: 'picture' },
      // Until it is dismissed, even if the server doesn't keep critical ones automatically.
      expires: 0,
    });
  });

  it('use a picture’s path instead of the icon if the server supports it', async () => {
    const picture = '/home/some one/100%/a.png';
    for (const [specification, hints] of [
      ['1.2', { 'image-path': 'file:///home/some%20one/100%25/a.png' }],
      ['1.1', { image_path: 'file:///home/some%20one/100%25/a.png' }],
      ['1.0', { icon_data: 'picture' }],
    ] as const) {
      const server = await startServer(session, [`--specification=${specification}`]);
      const { notifier } = notifierOn(session);
      expect(await notifier.show('done', { ...content('Done'), picture }, loud, nothing)).toBe(true);
      await server.noted();
      expect(server.shown[0]?.hints).toMatchObject(hints);
      expect(Object.keys(server.shown[0]?.hints ?? {}).filter((hint) => /image|icon/.test(hint))).toHaveLength(1);
      await server.die();
    }
  });

  it('have the urgency and the buttons of their last update', async () => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session);
    const clicked: (string | null)[] = [];
    const buttons = [{ id: 'reconnect', label: 'Reconnect' }];
    await notifier.show('event', { ...content('Refused'), urgency: 'critical', buttons }, loud, nothing);
    const passing = { urgency: 'low', transient: true, buttons: [{ id: 'mute-today', label: 'Mute' }] } as const;
    notifier.update('event', { ...content('Well again'), ...passing }, (button) => clicked.push(button));
    await vi.waitFor(() => expect(server.shown).toHaveLength(2), soon);
    expect(server.shown.map(({ expires, actions, hints }) => [expires, actions, hints['urgency']])).toEqual([
      [0, ['default', 'Open', 'reconnect', 'Reconnect'], 2],
      [-1, ['default', 'Open', 'mute-today', 'Mute'], 0],
    ]);
    expect(server.shown[1]?.hints).toMatchObject({ transient: true, 'suppress-sound': true });
    server.notify({ do: 'invoke', id: 1, key: 'mute-today' });
    await vi.waitFor(() => expect(clicked).toEqual(['mute-today']), soon);
  });

  it('are updated in place and silently, and not shown again after being dismissed', async () => {
    const server = await startServer(session);
    const { notifier } = notifierOn(session);
    await notifier.show('event', content('1 of 3'), loud, nothing);
    expect(notifier.update('event', content('2 of 3'), nothing)).toBe(true);
    await vi.waitFor(() => expect(server.summaries).toEqual(['1 of 3', '2 of 3']), soon);
    expect(await notifier.show('event', content('3 of 3'), loud, nothing)).toBe(true);
    // While the change before is still being confirmed, this one follows it.
    await vi.waitFor(() => expect(server.shown).toHaveLength(3), soon);
    expect(server.shown.map(({ id, replaces }) => [id, replaces])).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
    expect(server.shown.map(({ hints }) => hints['suppress-sound'])).toEqual([undefined, true, true]);
    server.notify({ do: 'close', id: 1, reason: 2 });
    await vi.waitFor(() => expect(notifier.update('event', content('4 of 3'), nothing)).toBe(false), soon);
    // If requested, it is shown again, with sound.
    await notifier.show('event', content('Again'), loud, nothing);
    await server.noted();
    expect(server.shown.at(-1)).toMatchObject({ summary: 'Again', replaces: 0 });
    expect(server.shown.at(-1)?.hints).not.toHaveProperty('suppress-sound');
  });

  it('show only the newest of quick updates', async () => {
    const server = await startServer(session, ['--delay=300']);
    const { notifier } = notifierOn(session);
    const shown = notifier.show('event', content('1'), loud, nothing);
    for (const title of ['2', '3', '4']) notifier.update('event', content(title), nothing);
    await shown;
    for (const title of ['5', '6']) notifier.update('event', content(title), nothing);
    await vi.waitFor(() => expect(server.summaries.at(-1)).toBe('6'), soon);
    await wait(700);
    await server.noted();
    expect(server.summaries.length).toBeLessThan(5);
    expect(new Set(server.shown.map(({ id }) => id))).toEqual(new Set([1]));
    expect(server.shown.filter(({ hints }) => hints['suppress-sound'] === undefined)).toHaveLength(1);
  });

  it('follow a server that changes the id on replacement', async () => {
    const server = await startServer(session, ['--new-ids']);
    const { notifier } = notifierOn(session);
    await notifier.show('event', content('1'), loud, nothing);
    for (const title of ['2', '3']) {
      expect(notifier.update('event', content(title), nothing)).toBe(true);
      await vi.waitFor(() => expect(server.summaries.at(-1)).toBe(title), soon);
      await wait(50);
    }
    expect(server.shown.map(({ replaces }) => replaces)).toEqual([0, 1, 2]);
    notifier.close('event');
    await vi.waitFor(() => expect(server.closed).toEqual([3]), soon);
  });

  it('reach the newest printer if the server repeats its ids', async () => {
    const server = await startServer(session, ['--answer=u:1']);
    const { notifier } = notifierOn(session);
    const clicked: string[] = [];
    for (const one of ['A', 'B']) await notifier.show(one, content(one), loud, () => void clicked.push(one));
    // It is no longer on the screen, so closing it must not close the other.
    notifier.close('A');
    expect(notifier.update('A', content('A again'), nothing)).toBe(false);
    server.notify({ do: 'invoke', id: 1, key: 'default' });
    await vi.waitFor(() => expect(clicked).toEqual(['B']), soon);
    await vi.waitFor(() => expect(server.closed).toEqual([1]), soon);
  });

  it.each(['u:0', 'i:-1', 's:one', 'as:1,2', ':', 't:5'])(
    'are shown once by a server that returns no id, but %s',
    async (response) => {
      const server = await startServer(session, [`--answer=${response}`]);
      const { notifier } = notifierOn(session);
      const clicks: unknown[] = [];
      expect(await notifier.show('one', content('A'), loud, (button) => clicks.push(button))).toBe(true);
      expect(await notifier.show('two', content('B'), loud, (button) => clicks.push(button))).toBe(true);
      // It can't be changed in place, and isn't shown a second time.
      expect(notifier.update('one', content('A again'), nothing)).toBe(false);
      // It is unknown which notification was clicked.
      server.notify({ do: 'invoke', id: 0, key: 'default' });
      notifier.closeAll();
      expect(await notifier.show('three', content('C'), loud, nothing)).toBe(true);
      await server.noted();
      expect(server.shown.map(({ summary, replaces }) => [summary, replaces])).toEqual([
        ['A', 0],
        ['B', 0],
        ['C', 0],
      ]);
      expect([clicks, server.closed]).toEqual([[], []]);
    },
  );
});
