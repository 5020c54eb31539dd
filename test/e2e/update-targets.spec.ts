import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAppDir, putAppImage } from '../support/app/fake-app-image.ts';
import { unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import { expect } from '../support/e2e/service.ts';
import { appImage, checkNow, logOf, packaged, packageForUpdates, test, updateAndQuit } from '../support/e2e/updates.ts';

test.describe('An update', () => {
  packageForUpdates();

  test('never replaces another program’s AppImage, from whose terminal the app was started', async ({
    desktop,
    fast,
    spawn,
    server,
  }) => {
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
    expect(server.requested).not.toContain('/octoglance-9.9.9.AppImage');
  });

  test('never replaces a file that has changed since the start', async ({ desktop, fast, spawn, server }) => {
    makeAppDir(unpackedFolder);
    const ready = 'Version 9.9.9 is ready and will be installed at the next start.';
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
      await checkNow(page);
      const state = page.getByRole('region', { name: 'Updates' }).getByRole('status');
      await expect(state).toHaveText(ready);
      change(file);
      const changed = readFileSync(file);
      await browser.close();
      await app.quit();
      expect(readFileSync(file)).toEqual(changed);
      expect(readdirSync(join(file, '..'))).toHaveLength(1);
      expect(logOf(app)).toContain('no longer the file that OctoGlance was started from');
    }
  });

  test('only notifies if the AppImage is read-only, and names the AppImage to download', async ({
    desktop,
    fast,
    spawn,
    server,
  }) => {
    makeAppDir(unpackedFolder);
    server.feed = { version: '9.9.9' };
    const file = appImage(desktop);
    chmodSync(file, 0o555);
    const env = { ...fast, APPIMAGE: file, APPDIR: unpackedFolder, OCTOGLANCE_UPDATES: server.address };
    const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env });
    const { browser, page } = await windowOf(app.profile);
    await checkNow(page);
    const updates = page.getByRole('region', { name: 'Updates' });
    await expect(updates.getByRole('status')).toHaveText('Version 9.9.9 is available.');
    await expect(updates).toContainText(/Download octoglance-9\.9\.9-linux-\w+\.AppImage from/);
    await browser.close();
    await app.quit();
    expect(server.requested).not.toContain('/octoglance-9.9.9.AppImage');
  });
});
