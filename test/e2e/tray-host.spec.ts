import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { watchLoop } from '../support/app/event-loop.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { until } from '../support/desktop/processes.mjs';
import { nameHasOwner } from '../support/desktop/session-bus.mjs';
import { Tray } from '../support/desktop/tray.ts';
import { addAll, expect, test } from '../support/e2e/service.ts';

test.use({ desktopOptions: { panel: false } });

const name = 'org.kde.StatusNotifierWatcher';

/** A watcher whose host appears when the test says so. */
async function startWatcher(desktop: Desktop, args: readonly string[] = []): Promise<ChildProcess> {
  const program = resolve(import.meta.dirname, '../support/desktop/tray-watcher.mjs');
  const child = spawn(process.execPath, [program, ...args], { env: desktop.env, stdio: ['pipe', 'ignore', 'inherit'] });
  await until('the watcher', () => nameHasOwner(desktop.bus, name));
  return child;
}

async function stopWatcher(desktop: Desktop, watcher: ChildProcess): Promise<void> {
  watcher.kill('SIGKILL');
  await until('the watcher to be gone', async () => !(await nameHasOwner(desktop.bus, name)));
}

/** Checks that there is exactly one icon, which can be read and whose menu responds. */
async function expectOneIcon(desktop: Desktop): Promise<void> {
  const tray = await Tray.find(desktop, 20_000);
  try {
    await expect.poll(() => tray.menu.text()).toContain('Quit');
    expect(await Tray.all(desktop)).toHaveLength(1);
  } finally {
    tray.close();
  }
}

test('An app that was started before the panel shows its icon there, at each start of the panel', async ({
  desktop,
  fast,
  spawn: start,
}) => {
  const app = await start({ env: fast, args: ['--hidden', '--status-stream'] });
  await app.waitForStatus({ type: 'glance', state: 'none' });
  for (let round = 0; round < 4; round += 1) {
    await desktop.startPanel();
    await expectOneIcon(desktop);
    // It is still the only icon after both have settled.
    await new Promise((done) => setTimeout(done, 6_000));
    await expectOneIcon(desktop);
    await desktop.killPanel();
  }
});

test('A host that starts after its watcher gets the icon', async ({ desktop, fast, spawn: start }) => {
  const watcher = await startWatcher(desktop);
  const app = await start({ env: fast, args: ['--hidden', '--status-stream'] });
  await app.waitForStatus({ type: 'glance', state: 'none' });
  watcher.stdin?.write('{"host":true}\n');
  await expectOneIcon(desktop);
  await app.quit();
  await expect.poll(() => Tray.all(desktop)).toEqual([]);
  await stopWatcher(desktop, watcher);
});

test('An icon that a watcher accepted and lost is registered again', async ({ desktop, fast, spawn: start }) => {
  const watcher = await startWatcher(desktop, ['--host', '--lose=2']);
  const app = await start({ env: fast, args: ['--hidden', '--status-stream'] });
  await app.waitForStatus({ type: 'glance', state: 'none' });
  await expectOneIcon(desktop);
  await app.quit();
  await stopWatcher(desktop, watcher);
});

test('A panel that hangs blocks nothing', async ({ desktop, simulator, fast, launch }) => {
  await desktop.startPanel();
  const app = await launch({ args: ['--show', '--status-stream'], env: fast });
  const [voron] = await addAll(app, simulator, ['Voron']);
  await expectOneIcon(desktop);
  const worst = await watchLoop(app);
  desktop.panel?.kill('SIGSTOP');
  voron?.set({ link: 'down' });
  await app.waitForStatus({ type: 'alert', kind: 'disconnected' });
  voron?.set({ link: 'up' });
  await app.waitForStatus({ type: 'alert', kind: 'recovered' });
  expect(await worst()).toBeLessThan(1_000);
  desktop.panel?.kill('SIGCONT');
  const tray = await Tray.find(desktop, 20_000);
  await tray.waitForColour('green');
  tray.close();
  await desktop.killPanel();
});

test('The window reports a missing tray until there is one', async ({ desktop, fast, launch }) => {
  // Without programs such as dbus-send.
  const programs = mkdtempSync(join(desktop.home, 'programs-'));
  symlinkSync('/usr/bin/tee', join(programs, 'tee'));
  const app = await launch({ env: { ...fast, PATH: programs } });
  const window = await app.window();
  const notice = window.getByText('This desktop doesn’t show tray icons', { exact: true });
  await expect(notice).toBeVisible({ timeout: 20_000 });
  const watcher = await startWatcher(desktop, ['--host']);
  await expect(notice).toHaveCount(0);
  await expectOneIcon(desktop);
  watcher.stdin?.write('{"host":false}\n');
  await expect(notice).toBeVisible({ timeout: 20_000 });
  watcher.stdin?.write('{"host":true}\n');
  await expect(notice).toHaveCount(0);
  await stopWatcher(desktop, watcher);
  await expect(notice).toBeVisible({ timeout: 20_000 });
});

test('On Wayland the icon appears in a bar that starts later', async ({ desktop, fast, spawn: start }) => {
  const display = 'wayland-tray-host';
  const weston = ['--backend=headless-backend.so', `--socket=${display}`, '--idle-time=0', '--no-config'];
  desktop.start('weston', weston);
  const socket = join(desktop.env['XDG_RUNTIME_DIR'] ?? '', display);
  await expect.poll(() => existsSync(socket)).toBe(true);
  const env = { ...fast, WAYLAND_DISPLAY: display, XDG_SESSION_TYPE: 'wayland' };
  const app = await start({ env, args: ['--ozone-platform=wayland', '--hidden', '--status-stream'] });
  await app.waitForStatus({ type: 'glance', state: 'none' });
  for (let round = 0; round < 2; round += 1) {
    const watcher = await startWatcher(desktop, round === 0 ? [] : ['--host']);
    watcher.stdin?.write('{"host":true}\n');
    await expectOneIcon(desktop);
    await stopWatcher(desktop, watcher);
  }
});
