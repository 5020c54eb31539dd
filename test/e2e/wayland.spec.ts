import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../support/desktop/processes.mjs';
import { accepts } from '../support/desktop/session-bus.mjs';
import { expect, test } from '../support/e2e/service.ts';

/**
 * Where Wayland draws nothing of a window before it is shown, Electron often never reports that it is ready to be
 * shown.
 */
test('on Wayland the window opens after a start in the tray', async ({ desktop, launch, spawn }) => {
  const name = 'wayland-octoglance';
  desktop.start('weston', ['--backend=headless-backend.so', `--socket=${name}`, '--idle-time=0', '--no-config']);
  const socket = join(desktop.env['XDG_RUNTIME_DIR'] ?? '', name);
  await until('the compositor', () => accepts(socket), 30_000);

  const env = { WAYLAND_DISPLAY: name, XDG_SESSION_TYPE: 'wayland' };
  const args = ['--demo', '--ozone-platform=wayland'];
  const app = await launch({ env, args: [...args, '--hidden', '--status-stream'] });
  await app.waitForStatus({ type: 'glance' });
  await spawn({ env, args, profile: app.profile });
  await app.window();
  const isShown = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
  await expect.poll(isShown).toBe(true);

  // It doesn't grow or shrink when it is opened again.
  const size = () => app.window().then((page) => page.evaluate<string>('[innerWidth, innerHeight].join(" × ")'));
  // The desktop has given it its size by then, which may differ from the requested one.
  await wait(2_000);
  const first = await size();
  const isOpen = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length > 0);
  await (await app.window()).close();
  await expect.poll(isOpen).toBe(false);
  await spawn({ env, args, profile: app.profile });
  await expect.poll(isShown).toBe(true);
  await wait(2_000);
  expect(await size()).toBe(first);
});
