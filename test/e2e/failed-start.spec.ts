import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { until } from '../../scripts/desktop/processes.mjs';
import { expect, test } from './service.ts';

const repo = resolve(import.meta.dirname, '../..');

test('An installation that lost its pictures says so in a box, and ends when it is closed', async ({
  desktop,
  spawn,
  fast,
}) => {
  const folder = mkdtempSync(join(desktop.home, 'without-assets-'));
  for (const part of ['package.json', 'out']) cpSync(join(repo, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(repo, 'node_modules/keytar'), join(folder, 'node_modules/keytar'));
  const app = await spawn({ env: fast, folder });
  const window = await until('the box', () => {
    try {
      const search = ['search', '--onlyvisible', '--pid', String(app.process.pid)];
      return execFileSync('xdotool', search, { env: desktop.env, encoding: 'utf8' }).split('\n')[0] || null;
    } catch {
      return null;
    }
  });
  execFileSync('xdotool', ['windowactivate', '--sync', window, 'key', 'Return'], { env: desktop.env });
  expect(await app.ended()).toBe(1);
  expect(app.stderr).toContain('Could not start');
  expect(readFileSync(join(app.profile, 'logs/octoglance.log'), 'utf8')).toContain('Could not start');
});
