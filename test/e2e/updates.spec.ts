import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appDirFiles, makeAppDir, putAppImage } from '../support/app/fake-app-image.ts';
import { packageOnce, unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import type { RunningApp } from '../support/app/spawn-app.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { expect, test } from '../support/e2e/service.ts';

const packaged = join(unpackedFolder, 'octoglance');

/** What electron-builder puts into an AppImage but not into the folder it is made from. */
const configuration = join(unpackedFolder, 'resources', 'app-update.yml');

/** A release: a program that does nothing, to replace the old one. */
const release = Buffer.from(`#!/bin/sh\n# A newer version\nexit 0\n${'#'.repeat(200_000)}\n`);

interface Feed {
  readonly version: string;
  /** The announced hash; by default that of the release. */
  readonly sha512?: string;
  /** Sent in place of the feed. */
  readonly text?: string;
  /** Redirects to itself endlessly. */
  readonly redirects?: boolean;
  /** Sends something else in place of the release. */
  readonly file?: (response: ServerResponse) => void;
}

/** A real release server on this computer. */
class UpdateServer {
  feed: Feed = { version: '0.0.1' };
  readonly asked: string[] = [];
  readonly headers: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<UpdateServer> {
    const server = new UpdateServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    this.asked.push(path);
    this.headers.push(...Object.keys(request.headers));
    const name = `octoglance-${this.feed.version}.AppImage`;
    if (path === '/latest-linux.yml' && this.feed.redirects === true) {
      response.writeHead(302, { location: '/latest-linux.yml' }).end();
    } else if (path === '/latest-linux.yml') response.end(this.feed.text ?? this.#yml(name));
    else if (path !== `/${name}`) response.writeHead(404).end();
    else if (this.feed.file === undefined) response.end(release);
    else this.feed.file(response);
  }

  #yml(name: string): string {
    const sha512 = this.feed.sha512 ?? createHash('sha512').update(release).digest('base64');
    return [
      `version: ${this.feed.version}`,
      'files:',
      `  - url: ${name}`,
      `    sha512: ${sha512}`,
      `    size: ${release.length}`,
      `path: ${name}`,
      `sha512: ${sha512}`,
      "releaseDate: '2026-11-01T00:00:00.000Z'",
      '',
    ].join('\n');
  }
}

/** A file that looks like an AppImage, in a folder of its own. */
function appImage(desktop: Desktop, name = 'OctoGlance-0.1.0-x86_64.AppImage'): string {
  return putAppImage(join(mkdtempSync(join(desktop.home, 'applications-')), name));
}

const logOf = (app: RunningApp) => {
  const file = join(app.profile, 'logs/octoglance.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Checks for updates, expects that result, and quits. */
async function updateAndQuit(app: RunningApp, expected: string): Promise<void> {
  const { browser, page } = await windowOf(app.profile);
  await lookNow(page);
  const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
  await expect(state).toHaveText(expected, { timeout: 15_000 });
  await browser.close();
  await app.quit();
}

async function lookNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
}

test.describe('A newer version', () => {
  let server: UpdateServer;

  test.beforeAll('is packaged once', async ({ browserName: _unused }, info) => {
    test.setTimeout(300_000);
    await packageOnce(info);
    expect(existsSync(configuration), 'only in what updates itself').toBe(false);
    writeFileSync(
      configuration,
      'provider: generic\nurl: http://127.0.0.1/\nupdaterCacheDirName: octoglance-updater\n',
    );
  });
  test.afterAll(() => {
    for (const file of [configuration, ...appDirFiles(unpackedFolder)]) rmSync(file, { force: true });
  });
  test.beforeEach(async () => {
    server = await UpdateServer.start();
  });
  test.afterEach(() => server.stop());

  test('is downloaded, found to be whole, and takes the place of the AppImage at the end', async ({
    desktop,
    fast,
    spawn,
  }) => {
    makeAppDir(unpackedFolder);
    const file = appImage(desktop);
    const old = readFileSync(file);
    const env = { ...fast, APPIMAGE: file, APPDIR: unpackedFolder, OCTOGLANCE_UPDATES: server.address };
    const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env });
    const { browser, page } = await windowOf(app.profile);
    const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');

    // An older version, the same one, and something that isn't a feed.
    await lookNow(page);
    await expect(state).toHaveText('You’re up to date.');
    server.feed = { version: '9.9.9', text: '<html>Sign in to this network</html>' };
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(state).toContainText('Couldn’t check for updates');

    const asked = server.asked.length;
    server.feed = { version: '9.9.9', redirects: true };
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => logOf(app), { timeout: 15_000 }).toContain('Too many redirects');
    expect(server.asked.length).toBeLessThan(asked + 10);
    await expect(state).toContainText('Couldn’t check for updates');

    // More than any feed contains, and more than was announced.
    server.feed = { version: '9.9.9', text: `version: 9.9.9 # ${'x'.repeat(20_000_000)}` };
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => logOf(app), { timeout: 15_000 }).toContain('longer than 1048576 bytes');
    // A download with a `Location` that isn't a redirect.
    const before = server.asked.length;
    server.feed = {
      version: '9.9.9',
      file: (response) =>
        response.writeHead(200, { location: '/octoglance-9.9.9.AppImage' }).end(Buffer.alloc(20_000_000)),
    };
    await expect(state).toContainText('Couldn’t check for updates');
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => logOf(app), { timeout: 15_000 }).toContain(`longer than ${release.length} bytes`);
    await expect(state).toContainText('Couldn’t check for updates');
    expect(server.asked.slice(before)).toEqual(['/latest-linux.yml', '/octoglance-9.9.9.AppImage']);

    // Tampered with: not what was announced.
    server.feed = { version: '9.9.9', sha512: createHash('sha512').update('another file').digest('base64') };
    // The window can't request checks that often in a row.
    await expect(async () => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect.poll(() => logOf(app), { timeout: 2_000 }).toContain('sha512 checksum mismatch');
    }).toPass({ timeout: 60_000 });
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
    await lookNow(second.page);
    const said = second.page.getByRole('region', { name: 'Updates' }).getByRole('status');
    await expect(said).toContainText('Couldn’t check for updates', { timeout: 15_000 });
    expect(again.hasEnded).toBe(false);

    server.feed = { version: '9.9.9' };
    await second.page.getByRole('button', { name: 'Check now' }).click();
    await expect(said).toHaveText('Version 9.9.9 is ready and installs at the next start.', { timeout: 15_000 });
    await expect(second.page.getByRole('button', { name: 'What’s new' })).toBeVisible();
    await second.page.keyboard.press('Escape');
    await expect(second.page.getByText('OctoGlance 9.9.9 is ready', { exact: true })).toBeVisible();
    // The running app isn't affected.
    expect(readFileSync(file)).toEqual(old);
    await second.page.getByRole('button', { name: 'Settings' }).click();
    const restart = second.page.getByRole('button', { name: 'Restart now' });
    await expect(restart, 'two clicks from the window to the new version').toBeVisible();
    // The page may be gone before it reports the click.
    await restart.click().catch(() => {});
    await expect.poll(() => again.hasEnded, { timeout: 15_000 }).toBe(true);
    await second.browser.close();
    expect(readFileSync(file)).toEqual(release);
    expect(readdirSync(join(file, '..'))).toEqual(['OctoGlance-0.1.0-x86_64.AppImage']);
    // Nothing that identifies an installation.
    expect(server.headers.filter((name) => /id|token|cookie/.test(name))).toEqual([]);
    expect(readdirSync(app.profile)).not.toContain('.updaterId');
  });

  test('never takes the place of another program’s AppImage, from whose terminal the app was started', async ({
    desktop,
    fast,
    spawn,
  }) => {
    test.setTimeout(180_000);
    makeAppDir(unpackedFolder);
    server.feed = { version: '9.9.9' };
    const terminal = appImage(desktop, 'Terminal-1.0-x86_64.AppImage');
    const mount = join(desktop.home, '.mount_Termin');
    makeAppDir(mount, 'Terminal', 'terminal');
    const notes = join(mkdtempSync(join(desktop.home, 'notes-')), 'OctoGlance notes.txt');
    writeFileSync(notes, 'What I wrote about OctoGlance');
    for (const [APPIMAGE, APPDIR] of [
      [terminal, mount],
      [terminal, unpackedFolder],
      [terminal, undefined],
      [notes, unpackedFolder],
      [appImage(desktop), mount],
    ] as const) {
      const before = readFileSync(APPIMAGE);
      const { ino } = statSync(APPIMAGE);
      const env = { ...fast, APPIMAGE, APPDIR, OCTOGLANCE_UPDATES: server.address };
      const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env });
      await updateAndQuit(app, 'Version 9.9.9 is available.');
      expect(readFileSync(APPIMAGE)).toEqual(before);
      expect(statSync(APPIMAGE).ino).toBe(ino);
      expect(readdirSync(join(APPIMAGE, '..'))).toHaveLength(1);
    }
    expect(server.asked).not.toContain('/octoglance-9.9.9.AppImage');
  });

  test('never takes the place of a file that is another one by then', async ({ desktop, fast, spawn }) => {
    test.setTimeout(120_000);
    makeAppDir(unpackedFolder);
    const ready = 'Version 9.9.9 is ready and installs at the next start.';
    for (const change of [
      (file: string) => putAppImage(file, 'Put there by another updater'),
      (file: string) => {
        rmSync(file);
        writeFileSync(file, 'Something else of that name');
      },
    ]) {
      server.feed = { version: '9.9.9' };
      const file = appImage(desktop);
      const env = { ...fast, APPIMAGE: file, APPDIR: unpackedFolder, OCTOGLANCE_UPDATES: server.address };
      const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env });
      const { browser, page } = await windowOf(app.profile);
      await lookNow(page);
      const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
      await expect(state).toHaveText(ready, { timeout: 15_000 });
      change(file);
      const changed = readFileSync(file);
      await browser.close();
      await app.quit();
      expect(readFileSync(file)).toEqual(changed);
      expect(readdirSync(join(file, '..'))).toHaveLength(1);
      expect(logOf(app)).toContain('no longer the file that OctoGlance was started from');
    }
  });

  test('is only told where the AppImage may not be written to', async ({ desktop, fast, spawn }) => {
    makeAppDir(unpackedFolder);
    server.feed = { version: '9.9.9' };
    const file = appImage(desktop);
    chmodSync(file, 0o555);
    const env = { ...fast, APPIMAGE: file, APPDIR: unpackedFolder, OCTOGLANCE_UPDATES: server.address };
    const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env });
    await updateAndQuit(app, 'Version 9.9.9 is available.');
    expect(server.asked).not.toContain('/octoglance-9.9.9.AppImage');
  });

  test('is only told where something else owns the app, and nothing is asked while it is switched off', async ({
    fast,
    spawn,
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
    expect(server.asked).toEqual([]);
    await page.getByRole('button', { name: 'Check now' }).click();
    const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
    await expect(state).toHaveText('Version 9.9.9 is available.');
    expect(server.asked).toEqual(['/latest-linux.yml']);
    await browser.close();
    await app.quit();
    expect(JSON.parse(readFileSync(join(app.profile, 'settings.json'), 'utf8')).settings.lookForUpdates).toBe(false);
    expect(logOf(app)).not.toMatch(/ ERROR /);
  });
});
