import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAppDir } from '../support/app/fake-app-image.ts';
import { unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import { processesOf } from '../support/app/processes-of.ts';
import { release } from '../support/app/update-server.ts';
import { Mouse } from '../support/desktop/mouse.ts';
import { expect } from '../support/e2e/service.ts';
import { appImage, checkNow, logOf, packaged, packageForUpdates, test } from '../support/e2e/updates.ts';
import { startRawServer } from '../support/network/raw-server.ts';

/** Puts a file in the place of another one, as package managers do. */
function installFile(path: string, content: Buffer): void {
  writeFileSync(`${path}.dpkg-new`, content);
  chmodSync(`${path}.dpkg-new`, 0o755);
  renameSync(`${path}.dpkg-new`, path);
}

test.describe('A newer version', () => {
  packageForUpdates();

  test('is downloaded, verified, and replaces the AppImage on quit', async ({
    desktop,
    fast,
    spawn,
    server,
    picture,
  }) => {
    makeAppDir(unpackedFolder);
    const file = appImage(desktop);
    const old = readFileSync(file);
    const env = { ...fast, APPIMAGE: file, APPDIR: unpackedFolder, OCTOGLANCE_UPDATES: server.address };
    // Chromium requests nothing beside the feed, such as a dictionary; requests to this computer itself bypass a proxy.
    const proxy = await startRawServer((socket) => socket.end());
    const args = ['--show', '--remote-debugging-port=0', `--proxy-server=${proxy.origin}`];
    const app = await spawn({ packaged, args, env });
    const { browser, page } = await windowOf(app.profile);
    const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');

    // An older version, the same one, and something that isn't a feed.
    await checkNow(page);
    await expect(state).toHaveText('You’re up to date.');
    expect(proxy.requests).toEqual([]);
    await proxy.close();
    server.feed = { version: '9.9.9', text: '<html>Sign in to this network</html>' };
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(state).toContainText('Couldn’t check for updates');

    const requestsBefore = server.requested.length;
    server.feed = { version: '9.9.9', redirects: true };
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => logOf(app)).toContain('Too many redirects');
    expect(server.requested.length).toBeLessThan(requestsBefore + 10);
    await expect(state).toContainText('Couldn’t check for updates');

    // More than any feed contains, and more than was announced.
    server.feed = { version: '9.9.9', text: `version: 9.9.9 # ${'x'.repeat(20_000_000)}` };
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => logOf(app)).toContain('longer than 1048576 bytes');
    // A download with a `Location` that isn't a redirect.
    const before = server.requested.length;
    server.feed = {
      version: '9.9.9',
      file: (response) =>
        response.writeHead(200, { location: '/octoglance-9.9.9.AppImage' }).end(Buffer.alloc(20_000_000)),
    };
    await expect(state).toContainText('Couldn’t check for updates');
    // The window can't request checks that often in a row.
    await expect(async () => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect.poll(() => server.requested.length, { timeout: 15_000 }).toBeGreaterThan(before);
    }).toPass({ timeout: 120_000 });
    await expect.poll(() => logOf(app)).toContain(`longer than ${release.length} bytes`);
    await expect(state).toContainText('Couldn’t check for updates');
    expect(server.requested.slice(before)).toEqual(['/latest-linux.yml', '/octoglance-9.9.9.AppImage']);

    // Tampered with: not what was announced.
    server.feed = { version: '9.9.9', sha512: createHash('sha512').update('another file').digest('base64') };
    await expect(async () => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect.poll(() => logOf(app), { timeout: 15_000 }).toContain('sha512 checksum mismatch');
    }).toPass({ timeout: 120_000 });
    await expect(state).toContainText('Couldn’t check for updates');
    await app.quit();
    await browser.close();
    expect(readFileSync(file)).toEqual(old);

    // Otherwise the first start's port would be taken for the second one's.
    rmSync(join(app.profile, 'DevToolsActivePort'));
    const again = await spawn({
      packaged,
      args: ['--show', '--remote-debugging-port=0'],
      env,
      profile: app.profile,
    });
    const second = await windowOf(again.profile);
    // Interrupted halfway.
    server.feed = {
      version: '9.9.9',
      file: (response) => {
        response.writeHead(200, { 'content-length': release.length });
        response.write(release.subarray(0, 100_000), () => response.destroy());
      },
    };
    await checkNow(second.page);
    const line = second.page.getByRole('region', { name: 'Updates' }).getByRole('status');
    await expect(line).toContainText('Couldn’t check for updates');
    expect(again.hasEnded).toBe(false);

    server.feed = { version: '9.9.9' };
    await second.page.getByRole('button', { name: 'Check now' }).click();
    await expect(line).toHaveText('Version 9.9.9 is ready and will be installed at the next start.');
    await expect(second.page.getByRole('button', { name: 'What’s new' })).toBeVisible();
    await second.page.keyboard.press('Escape');
    await expect(second.page.getByText('OctoGlance 9.9.9 is ready', { exact: true })).toBeVisible();
    // The running app isn't affected.
    expect(readFileSync(file)).toEqual(old);
    const mouse = new Mouse(desktop);
    await picture('update-ready');
    await mouse.clickOn(second.page.getByRole('button', { name: 'Restart now' }));
    expect(mouse.clicks, 'from the window of the old version to the new one').toBe(1);
    await expect.poll(() => again.hasEnded).toBe(true);
    await second.browser.close();
    expect(readFileSync(file)).toEqual(release);
    expect(readdirSync(join(file, '..'))).toEqual(['OctoGlance-0.1.0-x86_64.AppImage']);
    // Nothing that identifies an installation.
    expect(server.headers.filter((name) => /id|token|cookie/.test(name))).toEqual([]);
    expect(readdirSync(app.profile)).not.toContain('.updaterId');
  });

  test('that was installed over the running one is offered by a restart, and the old one works until then', async ({
    desktop,
    fast,
    spawn,
    findTray,
  }) => {
    const folder = join(mkdtempSync(join(desktop.home, 'opt-')), 'OctoGlance');
    execFileSync('cp', ['--archive', unpackedFolder, folder]);
    const program = join(folder, 'octoglance');
    const app = await spawn({ packaged: program, args: ['--show', '--remote-debugging-port=0'], env: fast });
    const { browser, page } = await windowOf(app.profile);
    await page.getByRole('button', { name: 'Settings' }).click();

    // Like dpkg: each file next to the old one, then renamed. Only the version differs.
    const archive = readFileSync(join(folder, 'resources', 'app.asar'), 'latin1');
    const [own = '', version = ''] = /"version": "(\d\.\d\.\d)"/.exec(archive) ?? [];
    const newArchive = Buffer.from(archive.replaceAll(own, own.replace(version, '9.9.9')), 'latin1');
    installFile(join(folder, 'resources', 'app.asar'), newArchive);
    installFile(program, readFileSync(program));

    const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
    await expect(state).toHaveText('Version 9.9.9 is installed. Restart OctoGlance to use it.', { timeout: 60_000 });
    // The old version still opens its windows and dialogs from what it has loaded.
    await page.reload();
    await expect(page.getByText('OctoGlance 9.9.9 is installed', { exact: true })).toBeVisible();
    rmSync(join(app.profile, 'DevToolsActivePort'));
    const mouse = new Mouse(desktop);
    await mouse.clickOn(page.getByRole('button', { name: 'Restart now' }));
    await expect.poll(() => app.hasEnded).toBe(true);
    await browser.close();

    const next = await windowOf(app.profile);
    await expect(next.page.getByText('OctoGlance is now 9.9.9', { exact: true })).toBeVisible();
    await next.browser.close();
    await (await findTray()).menu.click('Quit');
    await expect.poll(() => processesOf(program)).toEqual([]);
  });

  test('only notifies if something else manages the app, and no request is sent while checks are off', async ({
    fast,
    spawn,
    server,
  }) => {
    server.feed = { version: '9.9.9' };
    const env = { ...fast, OCTOGLANCE_UPDATES: server.address };
    const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env });
    const { browser, page } = await windowOf(app.profile);
    await page.getByRole('button', { name: 'Settings' }).click();
    const daily = page.getByRole('switch', { name: 'Check for updates daily' });
    await expect(daily).toBeChecked();
    await daily.click();
    await expect(daily).not.toBeChecked();
    expect(server.requested).toEqual([]);
    await page.getByRole('button', { name: 'Check now' }).click();
    const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
    await expect(state).toHaveText('Version 9.9.9 is available.');
    expect(server.requested).toEqual(['/latest-linux.yml']);
    await browser.close();
    await app.quit();
    expect(JSON.parse(readFileSync(join(app.profile, 'settings.json'), 'utf8')).settings.lookForUpdates).toBe(false);
    expect(logOf(app)).not.toMatch(/ ERROR /);
  });
});
