import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appDirFiles, putAppImage } from '../app/fake-app-image.ts';
import { packageOnce, unpackedFolder, windowOf } from '../app/packaged-app.ts';
import type { RunningApp } from '../app/spawn-app.ts';
import { UpdateServer } from '../app/update-server.ts';
import type { Desktop } from '../desktop/desktop.mjs';
import { expect, test as serviceTest } from './service.ts';

/** The packaged app. */
export const packaged = join(unpackedFolder, 'octoglance');

/** A file that electron-builder puts into an AppImage but not into the unpacked folder. */
const configuration = join(unpackedFolder, 'resources', 'app-update.yml');

/** Creates a file that looks like an AppImage, in its own folder. */
export function appImage(desktop: Desktop, name = 'OctoGlance-0.1.0-x86_64.AppImage'): string {
  return putAppImage(join(mkdtempSync(join(desktop.home, 'applications-')), name));
}

/** Returns the app's log so far. */
export const logOf = (app: RunningApp) => {
  const file = join(app.profile, 'logs/octoglance.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Checks for updates, expects that result, and quits. */
export async function updateAndQuit(app: RunningApp, expected: string): Promise<void> {
  const { browser, page } = await windowOf(app.profile);
  await checkNow(page);
  const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
  await expect(state).toHaveText(expected);
  await browser.close();
  await app.quit();
}

/** Opens the settings and checks for updates. */
export async function checkNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
}

/** A test with a release server. */
export const test = serviceTest.extend<{ readonly server: UpdateServer }>({
  server: async ({ browserName: _unused }, use) => {
    const server = await UpdateServer.start();
    await use(server);
    server.stop();
  },
});

/** Packages the app once per test file, with updates enabled. */
export function packageForUpdates(): void {
  test.beforeAll('is packaged once', async ({ browserName: _unused }, info) => {
    test.setTimeout(300_000);
    await packageOnce(info);
    expect(existsSync(configuration), 'only in what updates itself').toBe(false);
    writeFileSync(
      configuration,
      'provider: generic\nurl: http://127.0.0.1/\nupdaterCacheDirName: octoglance-updater\n',
    );
  });
  // What another test has downloaded is not downloaded again.
  test.beforeEach(({ desktop }) =>
    rmSync(join(desktop.home, 'cache', 'octoglance-updater'), { recursive: true, force: true }),
  );
  test.afterAll(() => {
    for (const file of [configuration, ...appDirFiles(unpackedFolder)]) rmSync(file, { force: true });
  });
}
