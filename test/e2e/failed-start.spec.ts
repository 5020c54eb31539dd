import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunningApp } from '../support/app/spawn-app.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { until } from '../support/desktop/processes.mjs';
import { expect, test } from '../support/e2e/service.ts';
import { recordAttack } from '../support/reliability-record.ts';

const repo = resolve(import.meta.dirname, '../..');

/** Waits for the app's system dialog, and returns its window id. */
const box = (desktop: Desktop, { process: { pid } }: RunningApp) =>
  until('the box', () => {
    try {
      const search = ['search', '--onlyvisible', '--pid', String(pid)];
      return execFileSync('xdotool', search, { env: desktop.env, encoding: 'utf8' }).split('\n')[0] || null;
    } catch {
      return null;
    }
  });

async function closeBox(desktop: Desktop, app: RunningApp): Promise<void> {
  const window = await box(desktop, app);
  execFileSync('xdotool', ['windowactivate', '--sync', window, 'key', 'Return'], { env: desktop.env });
}

test('An installation without its pictures reports that in a dialog, and ends when it is closed', async ({
  desktop,
  spawn,
  fast,
}) => {
  const folder = mkdtempSync(join(desktop.home, 'without-assets-'));
  for (const part of ['package.json', 'out']) cpSync(join(repo, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(repo, 'node_modules/keytar'), join(folder, 'node_modules/keytar'));
  const app = await spawn({ env: fast, folder });
  await closeBox(desktop, app);
  expect(await app.ended()).toBe(1);
  expect(app.stderr).toContain('Could not start');
  expect(readFileSync(join(app.profile, 'logs/octoglance.log'), 'utf8')).toContain('Could not start');
});

test('A file in place of the profile is named in a dialog, and stays', async ({ desktop, spawn, fast, picture }) => {
  const profile = join(mkdtempSync(join(desktop.home, 'in-the-way-')), 'profile');
  writeFileSync(profile, 'Important');
  const app = await spawn({ env: fast, profile });
  await box(desktop, app);
  await picture('box');
  await closeBox(desktop, app);
  const closedAt = Date.now();
  expect(await app.ended()).toBe(1);
  // It took 30 s while nothing woke Electron.
  expect(Date.now() - closedAt).toBeLessThan(20_000);
  expect(readFileSync(profile, 'utf8')).toBe('Important');
  // The end of a session doesn't wait for anyone to close the dialog.
  const again = await spawn({ env: fast, profile });
  await box(desktop, again);
  await again.quit();
  recordAttack('failed-start', {
    promise:
      'An installation without its icons, a file in place of the profile folder: a dialog says so, and nothing is changed',
    test: 'test/e2e/failed-start.spec.ts',
    cases: 2,
    lost: 0,
  });
});
