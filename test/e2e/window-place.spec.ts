import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrivenApp } from '../support/app/app.ts';
import { expect, test } from '../support/e2e/service.ts';

const boundsOf = (app: DrivenApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test('The window opens at its last place and in its last size', async ({ fast, launch }) => {
  const app = await launch({ args: ['--show'], env: fast });
  await (await app.window()).getByRole('button', { name: 'Sign in with OctoEverywhere' }).waitFor();
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 222, y: 111, width: 555, height: 505 });
  });
  const file = join(app.profile, 'window.json');
  const stored = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(stored).toContain('"width": 555');
  const left = await boundsOf(app);
  await app.quit();

  const again = await launch({ args: ['--show'], env: fast, profile: app.profile });
  await (await again.window()).getByRole('button', { name: 'Sign in with OctoEverywhere' }).waitFor();
  const opened = await boundsOf(again);
  expect(opened).toMatchObject({ width: 555, height: 505 });
  // Window managers may or may not count the frame.
  expect(Math.abs((opened?.x ?? 0) - (left?.x ?? 0))).toBeLessThanOrEqual(12);
  expect(Math.abs((opened?.y ?? 0) - (left?.y ?? 0))).toBeLessThanOrEqual(32);
});
