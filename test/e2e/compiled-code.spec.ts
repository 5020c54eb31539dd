import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DrivenApp } from '../support/app/app.ts';
import { sendSignal } from '../support/desktop/processes.mjs';
import type { Tray } from '../support/desktop/tray.ts';
import { expect, test } from '../support/e2e/service.ts';
import { shown } from '../support/e2e/shown.ts';

const inPage = (app: DrivenApp, code: string) =>
  app.electron.evaluate(
    ({ BrowserWindow }, run) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run),
    code,
  );

/** Closes the window and opens it, some seconds after the start at the earliest. */
async function reopen(app: DrivenApp, tray: Tray): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const open = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(open).toBe(0);
  await tray.menu.click('Show window');
  await expect.poll(async () => (await shown(app))?.text ?? '').toContain('Voron');
}

/** The files of the page's compiled code, and when they were stored. */
function compiledCode({ profile }: DrivenApp): readonly string[] {
  const folder = join(profile, 'Code Cache/js');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /_\d$/.test(name)) : [];
  // Not by inode: a new file may get that of a deleted one.
  return names.map((name) => `${name} ${statSync(join(folder, name)).birthtimeMs}`);
}

test.describe('The compiled code of the page', () => {
  test('of an earlier run is deleted soon after the start, and what this run stores is used', async ({
    fast,
    launch,
    findTray,
    watching,
  }) => {
    const { app } = await watching(['Voron']);
    await reopen(app, await findTray());
    await expect.poll(() => compiledCode(app).length).toBeGreaterThan(0);
    const before = new Set(compiledCode(app));
    await app.quit();
    expect(compiledCode(app).filter((file) => before.has(file))).not.toEqual([]);

    const again = await launch({ args: ['--hidden'], env: fast, profile: app.profile });
    await expect.poll(() => compiledCode(again)).toEqual([]);
    const tray = await findTray();
    await tray.menu.click('Show window');
    await expect.poll(async () => (await shown(again))?.text ?? '').toContain('Voron');
    await expect.poll(() => compiledCode(again).length).toBeGreaterThan(0);
    const stored = compiledCode(again);
    await reopen(again, tray);
    expect(compiledCode(again)).toEqual(stored);
  });

  test('is deleted after its process was killed, like everything that it has stored', async ({
    watching,
    findTray,
  }) => {
    const { app } = await watching(['Voron']);
    await reopen(app, await findTray());
    const stored = `localStorage.getItem('left')`;
    await expect.poll(() => compiledCode(app).length).toBeGreaterThan(0);
    const before = new Set(compiledCode(app));
    const crashing = await shown(app);
    expect(await inPage(app, `localStorage.setItem('left', 'by the page'); ${stored}`)).toBe('by the page');
    sendSignal(crashing?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await shown(app))?.text ?? '').toContain('Voron');
    expect(await inPage(app, stored)).toBeNull();
    expect(compiledCode(app).filter((file) => before.has(file))).toEqual([]);
  });

  test('is not used again if it cannot be deleted then', async ({ watching, findTray, notifications }) => {
    const { app } = await watching(['Voron']);
    const tray = await findTray();
    await reopen(app, tray);
    await expect.poll(() => compiledCode(app).length).toBeGreaterThan(0);
    await app.electron.evaluate(({ session }) => {
      const own = session.defaultSession;
      const deleteCode = own.clearCodeCaches.bind(own);
      own.clearCodeCaches = (options) => deleteCode(options).then(() => Promise.reject(new Error('It stays')));
    });
    sendSignal((await shown(app))?.pid ?? 0, 'SIGKILL');
    await notifications.waitFor('of the window', (one) => one.summary === 'The window was closed');
    expect(compiledCode(app)).toEqual([]);

    // Neither is used any more, as code that was stored would be used.
    await tray.menu.click('Show window');
    await expect.poll(async () => (await shown(app))?.text ?? '').toContain('Voron');
    await reopen(app, tray);
    await pause(1_000);
    expect(compiledCode(app)).toEqual([]);
  });

  test('is not used again if Chromium leaves it without a word', async ({ watching, findTray, notifications }) => {
    const { app } = await watching(['Voron']);
    await reopen(app, await findTray());
    await expect.poll(() => compiledCode(app).length).toBeGreaterThan(0);
    await app.electron.evaluate(({ session }) => {
      session.defaultSession.clearCodeCaches = async () => {};
    });
    sendSignal((await shown(app))?.pid ?? 0, 'SIGKILL');
    await notifications.waitFor('of the window', (one) => one.summary === 'The window was closed');
  });
});
