import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openAlerts } from '../support/app/kept-alerts.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { addAll, expect, test } from '../support/e2e/service.ts';
import { recordAttack } from '../support/reliability-record.ts';

const file = 'test/e2e/unsaved.spec.ts';
const cannotSave = 'OctoGlance can’t save anything';

const disks: Disk[] = [];
test.afterEach(() => {
  for (const disk of disks.splice(0)) disk.unmount();
});

/** A separate file system, as far as this computer allows one. */
class Disk {
  readonly folder: string;

  constructor(desktop: Desktop, bytes: number) {
    this.folder = mkdtempSync(join(desktop.home, 'disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'tmpfs', this.folder]);
    disks.push(this);
  }

  /** Retries while the app has a file there open for writing: the disk is busy then. */
  async remount(how: string): Promise<void> {
    await expect(() => execFileSync('mount', ['-o', `remount,${how}`, this.folder])).toPass({ timeout: 20_000 });
  }

  /** Uses up all remaining space; `free` releases it. */
  fill(): void {
    const chunk = Buffer.alloc(4_096);
    try {
      for (;;) writeFileSync(join(this.folder, 'ballast'), chunk, { flag: 'a' });
    } catch {
      // Full.
    }
  }

  free(): void {
    rmSync(join(this.folder, 'ballast'));
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.folder]);
  }
}

const mayMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A document of the profile; null if there is none yet. */
const stored = (profile: string, name: string) => {
  const path = join(profile, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
};

test.describe('A disk that accepts nothing', () => {
  test.skip(!mayMount, 'This user may not mount anything');

  test('because it is read-only affects no start and no alert, is reported, and is caught up on later', async ({
    desktop,
    simulator,
    fast,
    launch,
    findTray,
    notifications,
  }) => {
    const disk = new Disk(desktop, 16 * 1024 * 1024);
    const profile = join(disk.folder, 'profile');
    const first = await launch({ args: ['--show'], env: fast, profile });
    const [voron] = await addAll(first, simulator, ['Voron']);
    await first.quit();
    const before = readdirSync(profile).sort();
    await disk.remount('ro');

    const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    const window = await app.window();
    // What a start saves depends on how far the previous one got: these two documents are certain.
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByText('Light', { exact: true }).click();
    await window.keyboard.press('Escape');
    voron?.set({ link: 'down' });
    await notifications.waitFor('of the loss', (one) => one.summary === 'Voron disconnected');
    await expect(window.getByText(cannotSave, { exact: true })).toBeVisible();
    await expect(window.getByText('EROFS')).toBeVisible();
    // A second launch finds the first one nevertheless.
    const second = await launch({ env: fast, profile }).then(
      () => 'came up',
      () => 'ended',
    );
    expect(second).toBe('ended');
    expect(readdirSync(profile).sort()).toEqual(before);

    await disk.remount('rw');
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByText('Dark', { exact: true }).click();
    await expect.poll(() => stored(profile, 'settings')?.settings.theme).toBe('dark');
    await (await findTray()).menu.click('Quit');
    expect(await app.ended()).toBe(0);
    expect(openAlerts(stored(profile, 'alerts'))).toEqual([['loss']]);
    recordAttack('read-only', {
      promise: 'A read-only profile: the app starts, notifies and says so; once it is writable, everything is saved',
      test: file,
      cases: 1,
      lost: 0,
    });
  });

  test('because it is full is reported once, damages no file, and is caught up on later', async ({
    desktop,
    simulator,
    fast,
    launch,
    notifications,
  }) => {
    const disk = new Disk(desktop, 24 * 1024 * 1024);
    const profile = join(disk.folder, 'profile');
    const first = await launch({ args: ['--show'], env: fast, profile });
    const [voron] = await addAll(first, simulator, ['Voron']);
    await first.quit();

    const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    const window = await app.window();
    const documents = ['settings', 'printers', 'alerts', 'window'].filter((name) =>
      readdirSync(profile).includes(`${name}.json`),
    );
    disk.fill();
    // Not earlier: until now everything is saved correctly, and a complete temporary file would still replace the old one.
    await expect.poll(() => readdirSync(profile).filter((name) => /\.json\..+/.test(name))).toEqual([]);
    const before = documents.map((name) => stored(profile, name));
    voron?.set({ link: 'down' });
    await notifications.waitFor('of the loss', (one) => one.summary === 'Voron disconnected');
    await expect(window.getByText(/The disk is full\./).first()).toBeVisible({ timeout: 15_000 });
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByText('Dark', { exact: true }).click();
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
    await window.keyboard.press('Escape');
    await expect(window.getByText(cannotSave, { exact: true })).toHaveCount(1);
    // Unchanged.
    expect(documents.map((name) => stored(profile, name))).toEqual(before);

    disk.free();
    app.process.kill('SIGTERM');
    expect(await app.ended()).toBe(0);
    expect(stored(profile, 'settings').settings.theme).toBe('dark');
    expect(openAlerts(stored(profile, 'alerts'))).toEqual([['loss']]);
    expect(stored(profile, 'printers').printers).toHaveLength(1);
    const [history = ''] = readdirSync(join(profile, 'history'));
    expect(readFileSync(join(profile, 'history', history), 'utf8')).toContain('disconnected');
    recordAttack('full-disk', {
      promise:
        'A full disk: monitoring continues, it is reported once, no file is damaged; once there is space, everything is saved',
      test: file,
      cases: documents.length + 1,
      lost: 0,
    });
  });
});

test('A log that can’t be opened for lack of file descriptors is opened later, with every line', async ({
  fast,
  spawn,
  watching,
}) => {
  const { app: first, printers } = await watching(['Voron']);
  await first.quit();
  const log = join(first.profile, 'logs', 'octoglance.log');
  rmSync(log, { force: true });
  const app = await spawn({ args: ['--hidden', '--status-stream'], env: fast, profile: first.profile });
  const limit = (files: number) => execFileSync('prlimit', [`--nofile=${files}:`, '--pid', `${app.process.pid}`]);
  await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 30_000);
  expect(existsSync(log)).toBe(false);
  limit(30);
  // The log opens 3 s after its first line.
  await wait(5_000);
  expect(existsSync(log)).toBe(false);
  limit(1_024);
  printers.Voron.set({ link: 'down' });
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8'), { timeout: 30_000 }).toContain('now offline');
  expect(readFileSync(log, 'utf8')).toMatch(/^\S+ INFO +OctoGlance \S+ watches 1 printers\n/);
});
