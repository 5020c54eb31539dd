import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execWords } from '../../../src/desktop/integration/exec-words.ts';
import { windowOf } from '../../../test/support/app/packaged-app.ts';
import { type RunningApp, spawnApp } from '../../../test/support/app/spawn-app.ts';
import { until } from '../../../test/support/desktop/processes.mjs';
import { Tray } from '../../../test/support/desktop/tray.ts';
import { click } from '../../screenshots/add-printers.ts';
import { tokenOf } from '../add-by-token.ts';
import { openedPages } from '../browser.ts';
import { fail, type Stage } from '../stage.ts';

const run = promisify(execFile);
const asRoot = process.getuid?.() === 0;

/** A sign-in in the desktop's browser, whose link comes back through the desktop. */
export async function linkSteps(stage: Stage): Promise<void> {
  const { desktop, simulator, kind } = stage.parts;
  await stage.step('sign-in: the browser opens, and its link comes back to the app', async () => {
    const before = openedPages(desktop.home).length;
    simulator.printer('Ender', { token: tokenOf('Ender') });
    const window = await stage.window();
    await click(window, 'Add printer');
    await click(window, 'Sign in with OctoEverywhere');
    const opened = () => openedPages(desktop.home)[before];
    const page = new URL(String(await until('the browser to open', opened, 30_000)));
    const link = new URL(page.searchParams.get('returnUrl') ?? fail('The portal gets no return address.'));
    const results = { success: 'true', appApiToken: tokenOf('Ender'), printername: 'Ender' };
    for (const [name, value] of Object.entries(results)) link.searchParams.append(name, value);
    const [program, ...args] = kind.opener;
    await run(program, [...args, link.href], { timeout: 30_000 });
    await window.getByRole('article', { name: 'Ender' }).waitFor({ timeout: 30_000 });
    return `through ${kind.opener.join(' ')}`;
  });
}

/** The packaged app, started as the session does at login. `packaged` is its executable. */
export async function loginSteps(stage: Stage, packaged: string): Promise<void> {
  const { desktop, kind, env } = stage.parts;
  const entry = join(desktop.home, '.config/autostart/octoglance.desktop');
  let app: RunningApp | null = null;
  await stage.step('the packaged app has one icon in the dock, and start at login can be turned on', async () => {
    await stage.app.quit();
    const args = [...kind.flags, '--show', '--remote-debugging-port=0'];
    app = await spawnApp({ desktop, packaged, args, env });
    const { browser, page } = await windowOf(app.profile);
    const windowClass = await until('the window on the screen', () => classOfWindow(kind.windowClass), 20_000);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Start at login' }).click();
    await until('the entry for the login', () => existsSync(entry), 15_000);
    await browser.close();
    await app.quit();
    await run('desktop-file-validate', [entry], { timeout: 20_000 });
    return `class “${windowClass}”`;
  });
  await stage.step('start at login: the app is in the tray, without a window', async () => {
    const exec = /^Exec=(.+)$/m.exec(readFileSync(entry, 'utf8'))?.[1] ?? fail('The entry starts nothing.');
    const [program = '', ...words] = execWords(exec) ?? fail(`Unreadable: ${exec}`);
    // Chromium's sandbox refuses root, whose session this may be.
    const args = [...words, ...kind.flags, ...(asRoot ? ['--no-sandbox'] : [])];
    const started = execFile(program, args, { env: { ...process.env, ...env } });
    try {
      const tray = await Tray.find(desktop, 60_000);
      const { tooltip } = await tray.read();
      await tray.menu.click('Quit');
      await until('the app to end', () => started.exitCode !== null, 20_000);
      return `${words.join(' ')}; tooltip “${tooltip}”`;
    } finally {
      started.kill('SIGKILL');
    }
  });
}

/** The class by which docks recognise the app's window. Throws while none is on the screen. */
async function classOfWindow(command: readonly [string, ...string[]]): Promise<string> {
  const [program, ...args] = command;
  const { stdout } = await run(program, args, { timeout: 20_000 });
  const names = stdout.match(/OctoGlance|io\.github\.octoglance\.OctoGlance|octoglance/g) ?? [];
  return names.at(-1) ?? fail(`No window of the app among: ${stdout.slice(0, 120)}`);
}
