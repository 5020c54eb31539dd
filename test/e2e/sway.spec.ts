import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import type { Step } from '../../tools/desktops/run.ts';
import { expect, test } from '../support/e2e/service.ts';

const repo = resolve(import.meta.dirname, '../..');

test.describe('A second desktop: sway with waybar, under Wayland', () => {
  test('shows icon, tooltip, menu and notifications, and keeps the icon when the bar restarts', async () => {
    test.setTimeout(240_000);
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-sway-'));
    const report = join(folder, 'steps.json');
    const electron = dirname((await electronExecutable({ say: () => {} })).path);
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron, STEPS: 'few' };
    const inside = [process.execPath, join(repo, 'tools/desktops.mjs'), '--inside', 'sway', report, ''];
    try {
      await promisify(execFile)('bash', [join(repo, 'tools/desktops/sway.sh'), ...inside], {
        cwd: repo,
        env,
        timeout: 200_000,
        maxBuffer: 2 ** 24,
      });
      const steps: readonly Step[] = JSON.parse(readFileSync(report, 'utf8'));
      expect(steps.filter(({ ok }) => !ok)).toEqual([]);
      expect(steps.at(-1)?.what).toBe('quit');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
