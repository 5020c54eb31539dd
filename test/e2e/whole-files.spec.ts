import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialogs } from '../support/desktop/file-dialogs.ts';
import { expect, test } from '../support/e2e/service.ts';

const mayMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test('An export or diagnostics onto a full disk keep the older file, and report why', async ({ desktop, watching }) => {
  test.skip(!mayMount, 'This user may not mount anything');
  const { app } = await watching(['Voron']);
  const window = await app.window();
  const folder = mkdtempSync(join(desktop.home, 'disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16384', 'tmpfs', folder]);
  try {
    const file = join(folder, 'older.txt');
    writeFileSync(file, 'an older list\n');
    try {
      for (;;) writeFileSync(join(folder, 'ballast'), Buffer.alloc(1_024), { flag: 'a' });
    } catch {
      // Full.
    }
    await answerDialogs(app, file);
    await window.getByRole('button', { name: 'Settings' }).click();
    for (const [button, title] of [
      ['Export list…', 'Couldn’t export the list'],
      ['Save diagnostics…', 'Couldn’t save the diagnostics'],
    ] as const) {
      await window.getByRole('button', { name: button }).click();
      await expect(window.getByText(title, { exact: true })).toBeVisible();
      await expect(window.getByText(/The disk is full\. No file was changed\./).first()).toBeVisible();
      expect(readFileSync(file, 'utf8')).toBe('an older list\n');
    }
    expect(readdirSync(folder).sort()).toEqual(['ballast', 'older.txt']);
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
});
