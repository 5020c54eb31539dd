import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processTree } from '../../tools/bench/process-tree.ts';
import type { DrivenApp } from '../support/app/app.ts';
import { sendSignal, until } from '../support/desktop/processes.mjs';
import { Tray } from '../support/desktop/tray.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { shown } from '../support/e2e/shown.ts';
import { recordAttack } from '../support/reliability-record.ts';

/** The log; it is opened some seconds after the first line. */
function logOf(profile: string): string {
  const file = join(profile, 'logs/octoglance.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The arguments of a process; empty if it has ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** How many threads a process has; 0 if it has ended. */
function threadsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length;
  } catch {
    return 0;
  }
}

/** Throws uncaught errors in the main process. */
const throwErrors = (app: DrivenApp, count: number, text: string) =>
  app.electron.evaluate(
    (_electron, notified) => {
      for (let number = 0; number < notified.count; number += 1) {
        setTimeout(() => {
          throw new Error(notified.text);
        });
      }
    },
    { count, text },
  );

test.describe('An error in the app', () => {
  test('in the main process is logged without secrets and reported once, and polling continues', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const window = await app.window();
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await throwErrors(app, 1, `It broke at ${exampleToken('Voron')} and AppToken: example-token-of-nobody`);
    const notified = 'Something went wrong in OctoGlance';
    await expect(window.getByText(notified, { exact: true })).toBeVisible();
    await notifications.waitFor('of the error', (one) => one.summary === notified);
    await app.electron.evaluate(() => void Promise.reject(new Error('A second one')));
    await throwErrors(app, 5, 'And more');

    const requestsBefore = simulator.log.length;
    await expect.poll(() => simulator.log.length).toBeGreaterThan(requestsBefore + 2);
    voron.set({ link: 'down' });
    await tray.waitForColour('amber');
    await notifications.waitFor('of the loss', (one) => one.summary === 'Voron disconnected');
    expect(notifications.all.map(({ summary }) => summary)).toEqual([notified, 'Voron disconnected']);
    for (const { summary, body } of notifications.all) expect(summary + body).not.toMatch(/It broke|Error|\bat /);
    const log = logOf(app.profile);
    expect(log).toContain('Uncaught error\n    Error: It broke at [redacted] and AppToken: [redacted]\n');
    expect(log).toContain('Unhandled rejection\n    Error: A second one\n');
    expect(log.match(/Error: And more/g)).toHaveLength(5);
    expect(log).not.toContain('example-token');

    await window.getByRole('button', { name: `Dismiss: ${notified}` }).click();
    await throwErrors(app, 1, 'The last one');
    await expect.poll(() => logOf(app.profile)).toContain('The last one');
    await expect(window.getByText(notified, { exact: true })).toHaveCount(0);
  });

  test('that repeats restarts the app, once', async ({
    simulator,
    fast,
    launch,
    desktop,
    findTray,
    notifications,
    watching,
  }) => {
    const { app } = await watching(['Voron']);
    await (await app.window()).close();
    await throwErrors(app, 50, 'Again and again');
    expect(await app.ended(20_000)).toBe(0);
    await notifications.waitFor('of the restart', (one) => one.summary === 'OctoGlance restarted itself', 30_000);
    const tray = await findTray();
    await tray.waitForColour('green');
    const log = logOf(app.profile);
    expect(log.match(/Error: Again and again/g)).toHaveLength(20);
    expect(log.match(/restarting/g)).toHaveLength(1);
    await tray.menu.click('Quit');
    await expect.poll(async () => (await Tray.all(desktop)).length).toBe(0);

    // The first error of the storm may have been shown, if the desktop was faster than the restart.
    const ofErrors = () => notifications.all.filter(({ summary }) => summary.startsWith('Something')).length;
    const before = ofErrors();
    expect(before).toBeLessThanOrEqual(1);
    const again = await launch({ args: ['--hidden', `--restarted-at=${Date.now()}`], env: fast, profile: app.profile });
    const newTray = await findTray();
    await newTray.waitForColour('green');
    await throwErrors(again, 50, 'It did not help');
    const requestsBefore = simulator.log.length;
    await expect.poll(() => simulator.log.length).toBeGreaterThan(requestsBefore + 2);
    expect(again.hasEnded).toBe(false);
    expect(logOf(app.profile).match(/Error: It did not help/g)).toHaveLength(19);
    // The restart was already reported: the following error isn't reported again.
    expect(ofErrors()).toBe(before);
  });

  test('in the window reloads it in place, once', async ({ findTray, notifications, watching }) => {
    const { app } = await watching(['Voron']);
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 640, height: 560 }),
    );
    const before = await shown(app);
    expect(before?.text).toContain('Voron');
    sendSignal(before?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await shown(app))?.text ?? '').toContain('Voron');
    const after = await shown(app);
    expect(after?.bounds).toEqual(before?.bounds);
    expect(after?.pid).not.toBe(before?.pid);
    expect(notifications.all).toEqual([]);

    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await notifications.waitFor('of the window', (one) => one.summary === 'The window was closed');
    expect(await shown(app)).toBeNull();
    await expect.poll(() => logOf(app.profile)).toMatch(/The window's process is gone: killed \(\d+\), reload/);
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('Show window');
    await expect.poll(async () => (await shown(app))?.text ?? '').toContain('The window was closed');
    const dumps = readdirSync(app.profile, { recursive: true, encoding: 'utf8' }).filter((path) => /\.dmp$/.test(path));
    expect(dumps).toEqual([]);
    expect(await app.electron.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
    const main = await app.electron.evaluate(() => process.pid);
    expect(
      processTree(main)
        .map(commandOf)
        .filter((command) => command.includes('crashpad')),
    ).toEqual([]);
  });

  test('in a helper process does not stop polling', async ({ simulator, fast, launch, findTray }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await (await app.window()).close();
    await tray.waitForColour('green');
    const main = await app.electron.evaluate(() => process.pid);
    const asksOn = async () => {
      const requestsBefore = simulator.log.length;
      await expect.poll(() => simulator.log.length).toBeGreaterThan(requestsBefore + 2);
    };
    const graphics = processTree(main).filter((pid) => commandOf(pid).includes('--type=gpu-process'));
    expect(graphics).toHaveLength(1);
    for (const pid of graphics) sendSignal(pid, 'SIGKILL');
    await expect.poll(() => logOf(app.profile)).toMatch(/Process gone: GPU, killed \(9\)/);
    await asksOn();
    await tray.menu.click('Show window');
    await expect.poll(async () => (await shown(app))?.text ?? '').toContain('Voron');
    await (await app.window()).close();
  });

  test('in the parent process of all windows restarts the app, with its window', async ({
    simulator,
    desktop,
    findTray,
    notifications,
    watching,
  }) => {
    const { app, printers } = await watching(['Voron']);
    await (await app.window()).close();
    const before = await findTray();
    await before.waitForColour('green');
    const main = await app.electron.evaluate(() => process.pid);
    const ofType = (type: string) => processTree(main).filter((pid) => commandOf(pid).includes(`--type=${type}`));
    await expect.poll(() => ofType('renderer')).toEqual([]);
    for (const pid of ofType('zygote')) sendSignal(pid, 'SIGKILL');
    // Monitoring needs none of them while there is no window.
    const requestsBefore = simulator.log.length;
    await expect.poll(() => simulator.log.length).toBeGreaterThan(requestsBefore + 2);
    await before.menu.click('Show window');
    expect(await app.ended(20_000)).toBe(0);
    await notifications.waitFor('of the restart', (one) => one.summary === 'OctoGlance restarted itself', 30_000);
    expect(logOf(app.profile)).toContain("The window's process is gone: launch-failed (1002), restart");
    const tray = await findTray();
    await tray.waitForColour('green');
    printers.Voron.set({ link: 'down' });
    await tray.waitForColour('amber');
    const windows = () =>
      execFileSync('xdotool', ['search', '--onlyvisible', '--name', 'OctoGlance'], { env: desktop.env });
    await expect.poll(() => windows().toString().trim()).not.toBe('');
    await tray.menu.click('Quit');
    await expect.poll(async () => (await Tray.all(desktop)).length).toBe(0);
  });

  test('that hangs the window reloads it', async ({ fast, spawn, desktop }) => {
    // Chromium doesn't check a window's responsiveness while a debugger is attached.
    const app = await spawn({ args: ['--show'], env: fast });
    const renderers = () =>
      processTree(app.process.pid ?? 0).filter((pid) => commandOf(pid).includes('--type=renderer'));
    const xdotool = (...args: readonly string[]) =>
      execFileSync('xdotool', args, { env: desktop.env, encoding: 'utf8' });
    const [window = ''] = await until('the window', () => {
      try {
        return xdotool('search', '--onlyvisible', '--name', '^OctoGlance$').trim().split('\n');
      } catch {
        return null;
      }
    });
    const [hanging = 0] = renderers();
    sendSignal(hanging, 'SIGSTOP');
    xdotool('mousemove', '--window', window, '50', '80', 'click', '1');
    await expect.poll(() => logOf(app.profile)).toContain('The window does not respond');
    await expect.poll(() => logOf(app.profile)).toContain("The window's process is gone: killed (9), reload");
    await expect.poll(() => renderers().filter((pid) => pid !== hanging).length).toBe(1);
  });

  test('in the graphics process, twice, restarts the app before Chromium ends it', async ({
    desktop,
    findTray,
    notifications,
    watching,
  }) => {
    const { app } = await watching(['Voron']);
    const main = await app.electron.evaluate(() => process.pid);
    const graphics = () => processTree(main).filter((pid) => commandOf(pid).includes('--type=gpu-process'));
    const [first = 0] = graphics();
    sendSignal(first, 'SIGKILL');
    // Once, Chromium didn't report the end of the second one, perhaps because that was still starting.
    const threads = () => graphics().map((pid) => (pid === first ? 0 : threadsOf(pid)));
    await expect
      .poll(async () => {
        const before = threads();
        await sleep(300);
        return before.length === 1 && (before[0] ?? 0) > 1 && before[0] === threads()[0];
      })
      .toBe(true);
    for (const pid of graphics()) sendSignal(pid, 'SIGKILL');
    expect(await app.ended(20_000)).toBe(0);
    await notifications.waitFor('of the restart', (one) => one.summary === 'OctoGlance restarted itself', 30_000);
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('Quit');
    await expect.poll(async () => (await Tray.all(desktop)).length).toBe(0);
    recordAttack('processes', {
      promise:
        'The window hangs; its process, the graphics process (once and twice) and the zygote are killed: monitoring continues, or the app restarts itself',
      test: 'test/e2e/crash.spec.ts',
      cases: 5,
      lost: 0,
    });
  });
});
