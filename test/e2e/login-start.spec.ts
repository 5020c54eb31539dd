import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { packageOnce, unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import type { RunningApp } from '../support/app/spawn-app.ts';
import { expect, test } from '../support/e2e/service.ts';

const packaged = join(unpackedFolder, 'octoglance');
const args = ['--show', '--remote-debugging-port=0'];

const storedIn = (app: RunningApp) => {
  const file = join(app.profile, 'settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).settings.startAtLogin : undefined;
};

/** As when the user returns from the desktop's settings. */
const lookAgain = (page: Page) => page.evaluate('window.dispatchEvent(new Event("focus"))');

test.describe('Start at login', () => {
  test.beforeAll('is packaged once', async ({ browserName: _unused }, info) => {
    test.setTimeout(300_000);
    await packageOnce(info);
  });

  test('follows the entry, however it was edited, and keeps what the user wrote', async ({ desktop, fast, spawn }) => {
    const entry = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'octoglance.desktop');
    rmSync(entry, { force: true });
    const app = await spawn({ packaged, args, env: fast });
    const { browser, page } = await windowOf(app.profile);
    await page.getByRole('button', { name: 'Settings' }).click();
    const login = page.getByRole('switch', { name: 'Start at login' });
    await expect(login).not.toBeChecked();
    await login.click();
    await expect(login).toBeChecked();
    await expect.poll(() => storedIn(app)).toBe(true);
    const written = readFileSync(entry, 'utf8');

    // Disabled, deleted and put back elsewhere, while the window is open.
    writeFileSync(entry, `${written}Hidden=true\n`);
    await lookAgain(page);
    await expect(login).not.toBeChecked();
    await expect.poll(() => storedIn(app)).toBe(false);
    writeFileSync(entry, written);
    await lookAgain(page);
    await expect(login).toBeChecked();
    rmSync(entry);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(login).not.toBeChecked();
    const byHand = written.replace(/^Exec=(.*)$/m, (_, exec: string) => `Exec=sh -c "sleep 15 && ${exec} --lang=de"`);
    writeFileSync(entry, byHand);
    await lookAgain(page);
    await expect(login).toBeChecked();
    await expect.poll(() => storedIn(app)).toBe(true);
    await browser.close();
    await app.quit();

    // Later starts leave all of that alone.
    const restart = async (expected: boolean) => {
      rmSync(join(app.profile, 'DevToolsActivePort'), { force: true });
      const again = await spawn({ packaged, args, env: fast, profile: app.profile });
      const opened = await windowOf(again.profile);
      await opened.page.getByRole('button', { name: 'Settings' }).click();
      const shown = opened.page.getByRole('switch', { name: 'Start at login' });
      await expect(shown).toBeChecked({ checked: expected });
      await opened.browser.close();
      await again.quit();
      expect(storedIn(again)).toBe(expected);
    };
    await restart(true);
    expect(readFileSync(entry, 'utf8')).toBe(byHand);
    const disabled = byHand.replace('X-GNOME-Autostart-enabled=true', 'X-GNOME-Autostart-enabled=false');
    writeFileSync(entry, disabled);
    await restart(false);
    expect(readFileSync(entry, 'utf8')).toBe(disabled);

    // The app was moved.
    writeFileSync(entry, byHand.replaceAll(packaged, '/nowhere/OctoGlance-0.0.1.AppImage'));
    const settings = join(app.profile, 'settings.json');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8')
        .replace('"startAtLogin":false', '"startAtLogin":true')
        .replace('"startAtLogin": false', '"startAtLogin": true'),
    );
    await restart(true);
    expect(readFileSync(entry, 'utf8')).toBe(byHand);

    rmSync(entry);
    await restart(false);
    expect(existsSync(entry)).toBe(false);
  });

  test('reports why it cannot be switched on, and stays off in the window', async ({ desktop, fast, spawn }) => {
    const entry = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'octoglance.desktop');
    rmSync(entry, { force: true });
    mkdirSync(dirname(entry), { recursive: true });
    mkdirSync(entry);
    const app = await spawn({ packaged, args, env: fast });
    const { browser, page } = await windowOf(app.profile);
    await page.getByRole('button', { name: 'Settings' }).click();
    const login = page.getByRole('switch', { name: 'Start at login' });
    await login.click();
    await expect(page.getByText('Couldn’t change “Start at login”', { exact: true })).toBeVisible();
    await expect(
      page.getByText(`Something is in the way at ${entry}. Move it, then try again.`, { exact: true }),
    ).toBeVisible();
    await expect(login).not.toBeChecked();
    await browser.close();
    await app.quit();
    rmSync(entry, { recursive: true });
  });
});
