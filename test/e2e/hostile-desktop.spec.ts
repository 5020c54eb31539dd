import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { launchApp } from '../support/app/app.ts';
import { openAlerts } from '../support/app/kept-alerts.ts';
import { type RunningApp, spawnApp } from '../support/app/spawn-app.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { startDesktop } from '../support/desktop/start-desktop.mjs';
import { Tray } from '../support/desktop/tray.ts';
import { addAll, addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { recordAttack } from '../support/reliability-record.ts';

/** The app should quit within 2 s; the computer may be busy. */
const limit = 20_000;

test('A tray and a notification server that crash and restart are used again', async ({
  simulator,
  fast,
  launch,
  desktop,
  notifications,
}) => {
  const app = await launch({ args: ['--show', '--status-stream'], env: fast });
  const [voron] = await addAll(app, simulator, ['Voron']);
  await desktop.killPanel();
  await desktop.killNotificationServer();
  // Nothing shows this notification, which must not block anything.
  voron?.set({ link: 'down' });
  await app.waitForStatus({ type: 'alert', kind: 'disconnected' });
  await desktop.startNotificationServer();
  await desktop.startPanel();
  const tray = await Tray.find(desktop);
  await tray.waitForColour('amber');
  expect(await Tray.all(desktop)).toHaveLength(1);
  expect(await tray.menu.text()).toContain('Voron: Disconnected');
  voron?.set({ link: 'up' });
  await notifications.waitFor('of the recovery', (one) => one.summary === 'Voron is connected again');
  await tray.waitForColour('green');
  tray.close();
  recordAttack('desktop', {
    promise:
      'Tray host and notification server crash and come back: the icon returns, and the next notification arrives',
    test: 'test/e2e/hostile-desktop.spec.ts',
    cases: 2,
    lost: 0,
  });
});

test('A silent system or session bus does not delay quitting', async ({ desktop, fast, spawn, watching }) => {
  const { app: first } = await watching(['Voron']);
  await first.quit();
  const silent = join(desktop.home, 'silent-bus');
  const listener = createServer().listen(silent);
  for (const bus of ['DBUS_SYSTEM_BUS_ADDRESS', 'DBUS_SESSION_BUS_ADDRESS']) {
    const env = { ...fast, [bus]: `unix:path=${silent}` };
    const app = await spawn({ profile: first.profile, args: ['--hidden', '--status-stream'], env });
    await app.waitForStatus({ type: 'printer', name: 'Voron' });
    await expect.poll(() => existsSync(join(app.profile, 'status.sock'))).toBe(true);
    app.process.kill('SIGTERM');
    expect([bus, await app.ended(limit)]).toEqual([bus, 0]);
    // It removed its socket: the next start has nothing to check.
    expect(existsSync(join(app.profile, 'status.sock'))).toBe(false);
    expectWhole(app.profile);
  }
  listener.close();
});

test('A hanging lookup, as without a network, does not delay quitting', async ({ desktop, launch }) => {
  const app = await launch({ args: ['--show'] });
  await app.window();
  const pipe = join(desktop.home, 'nobody-writes');
  execFileSync('mkfifo', [pipe]);
  // It blocks one of the threads that Node uses for name lookups and files, as permanently as a hanging lookup does.
  await app.electron.evaluate((_electron, path) => {
    process.getBuiltinModule('fs').open(path, 'r', () => {});
  }, pipe);
  app.process.kill('SIGTERM');
  await app.ended(limit);
  expect(existsSync(join(app.profile, 'status.sock'))).toBe(false);
});

test.describe('Killing what the session depends on', () => {
  /** The app with one printer on a desktop of its own, as it runs after a login. */
  async function running(desktop: Desktop, env: Readonly<Record<string, string>>): Promise<RunningApp> {
    const first = await launchApp({ desktop, args: ['--show'], env });
    await addByToken(first, 'Voron');
    await first.quit();
    const app = await spawnApp({ desktop, args: ['--hidden', '--status-stream'], env, profile: first.profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    return app;
  }

  // Chromium deliberately aborts the process when it loses its D-Bus connection (dbus/bus.cc, seen on 33).
  test('ends the app at once without its session bus, and leaves no half-written file', async ({ simulator, fast }) => {
    const desktop = await startDesktop();
    try {
      const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
      const app = await running(desktop, fast);
      voron.set({ link: 'down' });
      await app.waitForStatus({ type: 'alert', kind: 'disconnected' });
      // Notified alerts are saved almost immediately; only those of the last moment could be lost.
      const open = () => openAlerts(JSON.parse(readFileSync(join(app.profile, 'alerts.json'), 'utf8')));
      await expect.poll(open).toEqual([['loss']]);
      await desktop.killSessionBus();
      await app.ended(limit);
      expectWhole(app.profile);
      expect(open()).toEqual([['loss']]);
      recordAttack('session-bus', {
        promise:
          'The session bus is killed: Chromium ends the app immediately, no file is half-written, and past notifications are remembered',
        test: 'test/e2e/hostile-desktop.spec.ts',
        cases: 1,
        lost: 0,
      });
    } finally {
      await desktop.stop();
    }
  });

  test('ends the app without its display, and leaves no half-written file', async ({ simulator, fast }) => {
    const desktop = await startDesktop();
    try {
      simulator.printer('Voron', { token: exampleToken('Voron') });
      const app = await running(desktop, fast);
      await desktop.killDisplay();
      await app.ended(limit);
      expectWhole(app.profile);
      recordAttack('display', {
        promise: 'The display is killed: the app exits within seconds, and no file is half-written',
        test: 'test/e2e/hostile-desktop.spec.ts',
        cases: 1,
        lost: 0,
      });
    } finally {
      await desktop.stop();
    }
  });
});

/** Checks that the list is there and every document is complete. */
function expectWhole(profile: string): void {
  // A new version that was being written at the end isn't the document yet, and is discarded by the next write.
  const documents = readdirSync(profile).filter((name) => name.endsWith('.json') && !name.endsWith('.new.json'));
  for (const name of documents) JSON.parse(readFileSync(join(profile, name), 'utf8'));
  const { printers } = JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8'));
  expect(printers.map(({ name }: { name: string }) => name)).toEqual(['Voron']);
}
