import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { DrivenApp } from '../support/app/app.ts';
import { lastClick } from '../support/app/last-click.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { Tray } from '../support/desktop/tray.ts';
import { expect, test } from '../support/e2e/service.ts';

/** Returns how many of the app's windows are visible. */
function windowsOn(desktop: Desktop): number {
  const search = ['search', '--onlyvisible', '--name', '^OctoGlance$'];
  const { status, stdout, stderr } = spawnSync('xdotool', search, { env: desktop.env, encoding: 'utf8' });
  // A window that goes while it is looked at ends the search: that says nothing about the others.
  if (/X Error/.test(stderr)) return windowsOn(desktop);
  // The search fails when it finds none.
  return status === 0 ? stdout.trim().split('\n').length : 0;
}

/** Counts the windows repeatedly until the app has ended; resolves to the smallest count. */
async function fewestWhileSwitching(app: DrivenApp, desktop: Desktop): Promise<number> {
  const counts: number[] = [];
  const giveUpAt = Date.now() + 30_000;
  while (!app.hasEnded && Date.now() < giveUpAt) {
    counts.push(windowsOn(desktop));
    await pause(50);
  }
  counts.push(windowsOn(desktop));
  expect(app.hasEnded, 'the first app ends').toBe(true);
  return Math.min(...counts);
}

test('A new user tries the demo printers, and the window never leaves the screen', async ({
  fast,
  launch,
  findTray,
  desktop,
}) => {
  const app = await launch({ args: ['--show'], env: fast, profile: 'usual' });
  const window = await app.window();
  await expect.poll(() => windowsOn(desktop)).toBe(1);
  await lastClick(window.getByRole('button', { name: 'Try it with demo printers' }));
  expect(await fewestWhileSwitching(app, desktop)).toBeGreaterThanOrEqual(1);
  let tray = await findTray();
  await expect.poll(() => tray.menu.text()).toContain('Demo: simulated printers');
  await expect.poll(() => tray.menu.text()).toContain('Voron');
  await tray.menu.click('Quit');
  await expect.poll(async () => (await Tray.all(desktop)).length).toBe(0);

  const demo = await launch({ args: ['--demo', '--show'], profile: 'usual' });
  const shown = await demo.window();
  await expect(shown.getByRole('article', { name: 'Voron' })).toBeVisible({ timeout: 15_000 });
  await lastClick(shown.getByRole('button', { name: 'Leave the demo' }));
  expect(await fewestWhileSwitching(demo, desktop)).toBeGreaterThanOrEqual(1);
  tray = await findTray();
  await expect.poll(() => tray.menu.text()).toContain('No printers yet');
  await tray.menu.click('Quit');
  await expect.poll(async () => (await Tray.all(desktop)).length).toBe(0);
});

test('The demo of a separate profile replaces the app', async ({ fast, launch, findTray }) => {
  const app = await launch({ args: ['--show'], env: fast });
  await lastClick((await app.window()).getByRole('button', { name: 'Try it with demo printers' }));
  await app.ended();
  const tray = await findTray();
  await expect.poll(() => tray.menu.text()).toContain('Demo: simulated printers');
  await tray.menu.click('Quit');
  await expect.poll(async () => tray.menu.text().catch(() => 'gone')).toBe('gone');
});
