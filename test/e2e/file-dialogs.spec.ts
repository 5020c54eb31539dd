import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { answerDialogs } from '../support/desktop/file-dialogs.ts';
import { Mouse } from '../support/desktop/mouse.ts';
import { until } from '../support/desktop/processes.mjs';
import { expect, test } from '../support/e2e/service.ts';
import { onLine } from '../support/message-lines.mjs';

/** A desktop portal that shows file dialogs and never closes one. */
async function startPortal(desktop: Desktop) {
  const program = resolve(import.meta.dirname, '../support/desktop/dialog-portal.mjs');
  const child = spawn(process.execPath, [program], { env: desktop.env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  onLine(child.stdout, (line) => lines.push(line));
  await until('the portal', () => lines.includes('ready'));
  return {
    dialogs: () => lines.filter((line) => line === 'dialog').length,
    send: (signal: 'SIGKILL' | 'SIGSTOP') => child.kill(signal),
  };
}

test.describe('A file dialog', () => {
  for (const [what, signal] of [
    ['ends', 'SIGKILL'],
    ['hangs', 'SIGSTOP'],
  ] as const)
    test(`whose portal ${what} is reported, and the next one opens`, async ({ desktop, fast, launch, findTray }) => {
      const portal = await startPortal(desktop);
      const app = await launch({ args: ['--show'], env: { ...fast, GTK_USE_PORTAL: '1' } });
      const window = await app.window();
      const mouse = new Mouse(desktop);
      await findTray();
      await window.getByRole('button', { name: 'Settings' }).click();
      await window.getByRole('button', { name: 'Save diagnostics…' }).click();
      await until('the dialog', () => portal.dialogs() === 1);
      try {
        portal.send(signal);
        await expect(window.getByText('The file dialog stopped responding', { exact: true })).toBeVisible({
          timeout: 60_000,
        });
        if (signal === 'SIGSTOP') portal.send('SIGKILL');
        const next = await startPortal(desktop);
        // As the message says. With mouse and keyboard, for the first dialog took the window's input away.
        await mouse.press('alt+F4');
        await until('the window to close', () => window.isClosed());
        await mouse.clickIcon();
        const again = await app.window();
        const settings = again.getByRole('button', { name: 'Settings' });
        // The desktop may still be moving the window.
        await expect(async () => {
          await mouse.clickOn(settings);
          await expect(settings).toBeHidden({ timeout: 2_000 });
        }).toPass();
        await mouse.clickOn(again.getByRole('button', { name: 'Import list…' }));
        await until('the next dialog', () => next.dialogs() === 1, 30_000);
        next.send('SIGKILL');
        await expect(again.getByText('The file dialog stopped responding', { exact: true })).toBeVisible({
          timeout: 60_000,
        });
      } finally {
        portal.send('SIGKILL');
      }
    });

  test('saves nothing in the app’s own folder, whose files it could replace', async ({ watching }) => {
    const { app } = await watching(['Voron']);
    const window = await app.window();
    await window.getByRole('button', { name: 'Settings' }).click();
    const list = join(app.profile, 'printers.json');
    const before = readFileSync(list, 'utf8');
    for (const [button, file] of [
      ['Export list…', list],
      ['Save diagnostics…', join(app.profile, 'history', 'diagnostics.txt')],
    ] as const) {
      await answerDialogs(app, file);
      await window.getByRole('button', { name: button }).click();
      // Each button has its own message, and the one that is clicked first is further up.
      const message = window.getByText('That folder is OctoGlance’s own', { exact: true }).last();
      await expect(message).toBeInViewport();
      await expect(window.getByText(file, { exact: true })).toBeVisible();
    }
    expect(readFileSync(list, 'utf8')).toBe(before);
    expect(existsSync(join(app.profile, 'history', 'diagnostics.txt'))).toBe(false);
  });
});
