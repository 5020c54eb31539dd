import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

/** A folder with the only programs the app finds; `xdgOpen` is a line of shell for `xdg-open`, or null for none. */
function programs(desktop: Desktop, xdgOpen: string | null) {
  const folder = mkdtempSync(join(desktop.home, 'programs-'));
  symlinkSync('/usr/bin/tee', join(folder, 'tee'));
  const path = join(folder, 'xdg-open');
  const set = (line: string | null) => {
    rmSync(path, { force: true });
    if (line === null) return;
    writeFileSync(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${line}\n`);
    chmodSync(path, 0o755);
  };
  set(xdgOpen);
  return { folder, set };
}

test('A browser that does not open is reported in the window, with the address to copy and to open again', async ({
  simulator,
  fast,
  launch,
  desktop,
}) => {
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const { folder, set } = programs(desktop, null);
  const app = await launch({ args: ['--show'], env: { ...fast, PATH: folder } });
  await addByToken(app, 'Voron');
  const window = await app.window();
  const page = `${simulator.origin.origin}/view/Voron`;
  const notice = window.getByText('Couldn’t open the browser', { exact: true });
  const open = window.getByRole('article', { name: 'Voron' }).getByRole('button', { name: 'Open in OctoEverywhere' });
  await open.click();
  await expect(notice).toBeVisible({ timeout: 15_000 });
  await expect(window.getByText(page)).toBeVisible();
  await window.getByRole('button', { name: 'Copy address' }).click();
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(page);

  set('exit 3');
  await window.getByRole('button', { name: 'Open again' }).click();
  await expect(window.getByText('xdg-open: 3')).toBeVisible({ timeout: 15_000 });

  set('sleep 1000');
  await window.getByRole('button', { name: 'Open again' }).click();
  await expect(window.getByText('Did your browser open?')).toBeVisible({ timeout: 25_000 });
  await expect(notice).toHaveCount(0);

  set(`exec '${desktop.env['BROWSER']}' "$1"`);
  await window.getByRole('button', { name: 'Open again' }).click();
  await expect.poll(() => desktop.openedLinks()).toContain(page);
  await expect(window.getByText('Did your browser open?')).toHaveCount(0);
});

test('A sign-in whose browser does not open continues, with the address to copy', async ({ fast, launch, desktop }) => {
  const { folder } = programs(desktop, 'exit 4');
  const app = await launch({ args: ['--show'], env: { ...fast, PATH: folder } });
  const window = await app.window();
  await window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
  await expect(window.getByText('Couldn’t open the browser', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(window.getByText('Waiting for your browser')).toBeVisible();
  await window.getByRole('button', { name: 'Copy address' }).click();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^http:\/\/127\.0\.0\.1:\d+\/appportal\/v1\/\?appid=devtest/);
});

test('Without a window a notification reports it, and its button copies the address', async ({
  simulator,
  fast,
  launch,
  desktop,
  findTray,
  notifications,
}) => {
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const { folder } = programs(desktop, 'exit 2');
  const app = await launch({ args: ['--show'], env: { ...fast, PATH: folder } });
  await addByToken(app, 'Voron');
  await (await app.window()).close();
  const tray = await findTray();
  await tray.menu.click('Voron: Connected');
  const notification = await notifications.waitFor(
    'of the browser',
    (one) => one.summary === 'Couldn’t open the browser',
  );
  expect(notification.actions.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Copy address', 'Open again']),
  );
  await notifications.activate(notification, 'copy');
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(`${simulator.origin.origin}/view/Voron`);
});
