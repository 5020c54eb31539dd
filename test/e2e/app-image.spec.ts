import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appDirFiles, makeAppDir, putAppImage } from '../support/app/fake-app-image.ts';
import { lastClick } from '../support/app/last-click.ts';
import { packageOnce, unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { Tray } from '../support/desktop/tray.ts';
import { portalOpenedBy } from '../support/e2e/portal.ts';
import { expect, test } from '../support/e2e/service.ts';

const packaged = join(unpackedFolder, 'octoglance');
const args = ['--show', '--remote-debugging-port=0'];

/** The files for start at login, links and the browser. */
const places = (desktop: Desktop) => ({
  login: join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'octoglance.desktop'),
  links: join(desktop.env['XDG_DATA_HOME'] ?? '', 'applications', 'octoglance-sign-in.desktop'),
  list: join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'mimeapps.list'),
  browser: join(desktop.env['XDG_DATA_HOME'] ?? '', 'applications', 'test-browser.desktop'),
});

/**
 * Installs a browser that also records its environment. Returns where it does, and a function that restores the old
 * one.
 */
function notingBrowser(desktop: Desktop): { readonly seen: string; readonly undo: () => void } {
  const { login, links, list, browser } = places(desktop);
  const folder = mkdtempSync(join(desktop.home, 'browser-'));
  const program = join(folder, 'browser');
  const seen = join(folder, 'environment');
  writeFileSync(program, `#!/bin/sh\nenv > '${seen}'\nexec '${desktop.env['BROWSER']}' "$@"\n`, { mode: 0o755 });
  const before = [list, browser].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  writeFileSync(browser, readFileSync(browser, 'utf8').replace(/^Exec=.*$/m, `Exec=${program} %u`));
  const undo = () => {
    for (const { path, text } of before) writeFileSync(path, text);
    for (const path of [login, links]) rmSync(path, { force: true });
  };
  return { seen, undo };
}

test.describe('The running AppImage', () => {
  test.beforeAll('is packaged once', async ({ browserName: _unused }, info) => {
    test.setTimeout(300_000);
    await packageOnce(info);
  });
  test.afterAll(() => {
    for (const file of appDirFiles(unpackedFolder)) rmSync(file, { force: true });
  });

  for (const [whose, isOurs] of [
    ['OctoGlance', true],
    ['another program', false],
  ] as const) {
    test(`login start, links and the browser use the right one: it is that of ${whose}`, async ({
      desktop,
      fast,
      spawn,
    }) => {
      makeAppDir(unpackedFolder);
      const mount = join(desktop.home, '.mount_Termin');
      makeAppDir(mount, 'Terminal', 'terminal');
      const apps = mkdtempSync(join(desktop.home, 'apps-'));
      const image = putAppImage(join(apps, isOurs ? 'OctoGlance-0.1.0.AppImage' : 'Terminal.AppImage'));
      const unpacked = isOurs ? unpackedFolder : mount;
      const { seen, undo } = notingBrowser(desktop);
      const env = {
        ...{ ...fast, APPIMAGE: image, APPDIR: unpacked, OWD: '/', ARGV0: './x' },
        LD_LIBRARY_PATH: `${unpackedFolder}/usr/lib:/nowhere`,
        PATH: `${unpackedFolder}:${unpackedFolder}/usr/sbin:${desktop.env['PATH']}`,
      };
      const app = await spawn({ packaged, args, env });
      const { browser, page } = await windowOf(app.profile);
      await page.getByRole('button', { name: 'Settings' }).click();
      const login = page.getByRole('switch', { name: 'Start at login' });
      await login.click();
      const program = isOurs ? image : packaged;
      const entry = () => (existsSync(places(desktop).login) ? readFileSync(places(desktop).login, 'utf8') : '');
      await expect.poll(entry).toContain(`\nExec=${program} --hidden`);
      await expect(login).toBeChecked();
      await page.keyboard.press('Escape');
      await portalOpenedBy(desktop, async () => {
        await page.getByRole('button', { name: 'Add printer' }).first().click();
        await page.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
      });
      expect(readFileSync(places(desktop).links, 'utf8')).toContain(`\nExec=${program} `);
      const environment = readFileSync(seen, 'utf8').split('\n');
      expect(environment.filter((line) => /^(APPIMAGE|APPDIR|OWD|ARGV0)=/.test(line))).toEqual([]);
      // The folders of this app's own image are removed; those of other images are kept.
      if (isOurs) {
        expect(environment).toContain('LD_LIBRARY_PATH=/nowhere');
        expect(environment).toContain(`PATH=${desktop.env['PATH']}`);
      }
      await browser.close();
      await app.quit();
      undo();
    });
  }

  test('keeps running if it was moved, since it can’t restart', async ({ desktop, spawn }) => {
    makeAppDir(unpackedFolder);
    const image = putAppImage(join(mkdtempSync(join(desktop.home, 'apps-')), 'OctoGlance-0.1.0.AppImage'));
    const app = await spawn({ packaged, args, env: { APPIMAGE: image, APPDIR: unpackedFolder } });
    const { browser, page } = await windowOf(app.profile);
    renameSync(image, `${image}.moved`);
    await page.getByRole('button', { name: 'Try it with demo printers' }).click();
    await expect(page.getByText('Couldn’t switch', { exact: true })).toBeVisible();
    await browser.close();
    await app.quit();
  });

  test('is the one that restarts, and no other program', async ({ desktop, spawn, findTray }) => {
    const folder = mkdtempSync(join(desktop.home, 'apps-'));
    const marker = join(folder, 'ran');
    const terminal = join(folder, 'OctoGlance-terminal.AppImage');
    writeFileSync(terminal, `#!/bin/sh\n: > '${marker}'\n`, { mode: 0o755 });
    const app = await spawn({ packaged, args, env: { APPIMAGE: terminal, APPDIR: folder } });
    const { browser, page } = await windowOf(app.profile);
    await lastClick(page.getByRole('button', { name: 'Try it with demo printers' }));
    expect(await app.ended()).toBe(0);
    await browser.close().catch(() => {});
    const tray = await findTray();
    await expect.poll(() => tray.menu.text()).toContain('Demo: simulated printers');
    expect(existsSync(marker)).toBe(false);
    await tray.menu.click('Quit');
    await expect.poll(async () => (await Tray.all(desktop)).length).toBe(0);
  });
});
