import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../support/e2e/service.ts';

test.use({ desktopOptions: { panel: false } });

test('shows the window and explains how to get a tray', async ({ fast, launch, spawn }) => {
  const app = await launch({ env: fast });
  const window = await app.window();
  await expect(window.getByText('This desktop doesn’t show tray icons', { exact: true })).toBeVisible({
    timeout: 15_000,
  });
  // Once read, it isn't shown again at the next start; the window opens nevertheless.
  await window.getByRole('button', { name: 'Dismiss: This desktop doesn’t show tray icons' }).click();
  const file = join(app.profile, 'window.json');
  await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('"noTrayDismissed": true');
  await app.quit();
  const again = await launch({ env: fast, profile: app.profile });
  await expect((await again.window()).getByRole('button', { name: 'Sign in with OctoEverywhere' })).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await expect((await again.window()).getByText('This desktop doesn’t show tray icons')).toHaveCount(0);

  const hidden = await spawn({ env: fast, args: ['--hidden', '--status-stream'] });
  await hidden.waitForStatus({ type: 'glance', state: 'none' });
});

test('says nothing about a missing tray where an older one shows the icon, as in i3 or LXDE', async ({
  desktop,
  fast,
  launch,
  spawn,
}) => {
  desktop.start('trayer', ['--edge', 'top', '--widthtype', 'request', '--height', '32']);
  const query = ['search', '--class', 'trayer'];
  const search = () => promisify(execFile)('xdotool', query, { env: desktop.env });
  await expect.poll(() => search().catch(() => null)).not.toBeNull();
  const file = join(desktop.temporary, 'top.png');
  const top = async () => {
    await desktop.screenshot(file, { x: 0, y: 0, width: desktop.screen.width, height: 32 });
    return readFileSync(file, 'base64');
  };
  const empty = await top();
  const hidden = await spawn({ env: fast, args: ['--hidden', '--status-stream'] });
  await hidden.waitForStatus({ type: 'glance', state: 'none' });
  await expect.poll(top, { timeout: 15_000 }).not.toBe(empty);
  await hidden.quit();
  const app = await launch({ env: fast });
  const window = await app.window();
  await expect(window.getByRole('button', { name: 'Sign in with OctoEverywhere' })).toBeVisible();
  // Longer than it takes without that tray.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  await expect(window.getByText('This desktop doesn’t show tray icons')).toHaveCount(0);
});
