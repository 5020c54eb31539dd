import { execFile, execFileSync, spawn as spawnProgram } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noAccountBecause } from '../support/app/account.ts';
import { filesAbout, filesBelow, promisedLeftovers } from '../support/app/left-behind.ts';
import { packageOnce, shownPage, unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import { processesOf } from '../support/app/processes-of.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { deleteEntry, entryNames } from '../support/desktop/keychain-entries.ts';
import { Tray } from '../support/desktop/tray.ts';
import { expect, test } from '../support/e2e/ordinary-user.ts';
import { startSignIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { addByToken, exampleToken } from '../support/e2e/service.ts';

const reason = noAccountBecause();
test.skip(reason !== null, reason ?? '');
test.describe.configure({ mode: 'serial' });
test.use({ fullName: 'Ulla Unpacked' });

/** The app after unpacking the archive in the home folder. */
const programOf = (desktop: Desktop) => join(desktop.home, 'unpacked', 'octoglance');
const driven = ['--show', '--remote-debugging-port=0'];
/** For a busy computer. */
const limit = { timeout: 15_000 };
let before: readonly string[] = [];

test.describe('The unpacked app of an ordinary user', () => {
  test.beforeAll('is packaged and unpacked', async ({ desktop }, info) => {
    test.setTimeout(300_000);
    await packageOnce(info);
    before = filesBelow(desktop.home);
    await promisify(execFile)('cp', ['-a', unpackedFolder, join(desktop.home, 'unpacked')]);
    desktop.handOver(join(desktop.home, 'unpacked'));
  });

  test('runs in Chromium’s sandbox, and writes only into its folder', async ({ desktop, fast, spawn, findTray }) => {
    const home = join(desktop.home, 'another-home');
    mkdirSync(home);
    desktop.handOver(home);
    const usual = { XDG_CONFIG_HOME: undefined, XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined };
    const env = { ...fast, ...usual, XDG_STATE_HOME: undefined, HOME: home };
    const app = await spawn({ packaged: programOf(desktop), profile: 'usual', args: driven, env });
    await (await findTray()).waitFor('empty', ({ tooltip }) => tooltip === 'No printers yet');
    const { browser } = await windowOf(app.profile);
    const processes = processesOf(programOf(desktop));
    expect(processes.flatMap(({ commandLine }) => commandLine)).not.toContain('--no-sandbox');
    expect(processes.map(({ status }) => status.get('Uid'))).not.toContainEqual(expect.stringMatching(/^0\b/));
    const main = processes.find(({ type }) => type === '');
    const [window] = processes.filter(({ type }) => type === 'renderer');
    expect(window?.status.get('NoNewPrivs')).toBe('1');
    expect(window?.status.get('Seccomp'), 'a filter of system calls').toBe('2');
    expect(window?.userNamespace).not.toBe(main?.userNamespace);
    await browser.close();
    await app.quit();
    expect(filesBelow(home).filter((name) => !name.startsWith('.config/OctoGlance/'))).toEqual([]);
    rmSync(home, { recursive: true });
  });

  test('reports a disconnection, receives its links and starts at login', async ({
    simulator,
    desktop,
    fast,
    spawn,
    findTray,
    notifications,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    simulator.printer('Ender', { token: exampleToken('Ender') });
    const packaged = programOf(desktop);
    const app = await spawn({ packaged, profile: 'usual', args: driven, env: fast });
    const tray = await findTray();
    const { browser, page } = await windowOf(app.profile);
    await addByToken({ window: async () => page }, 'Voron');
    voron.set({ link: 'down' });
    await notifications.waitFor('of the loss', ({ summary }) => summary === 'Voron disconnected');
    await tray.waitForColour('amber');

    const { link } = await startSignIn({ window: async () => page }, desktop);
    const results = { success: 'true', appApiToken: exampleToken('Ender'), printername: 'Ender' };
    await xdgOpen(desktop, withResults(link, results));
    await expect(page.getByRole('article', { name: 'Ender' })).toBeVisible({ timeout: 15_000 });
    expect(await entryNames(desktop)).toHaveLength(2);

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Start at login' }).click();
    const entry = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'octoglance.desktop');
    await expect.poll(() => existsSync(entry), limit).toBe(true);
    expect(execFileSync('desktop-file-validate', [entry], { encoding: 'utf8' })).toBe('');
    expect(readFileSync(entry, 'utf8')).toContain(`\nExec=${packaged} --hidden\n`);

    await page.evaluate('window.close()');
    await expect.poll(() => browser.contexts().flatMap((context) => context.pages()), limit).toEqual([]);
    const second = await spawn({ packaged, profile: 'usual', env: fast });
    expect(await second.ended()).toBe(0);
    await expect((await shownPage(browser)).getByRole('article', { name: 'Ender' })).toBeVisible();
    expect(await Tray.all(desktop)).toHaveLength(1);
    await browser.close();
    await app.quit();

    // Like the session does at the next login.
    spawnProgram('gio', ['launch', entry], {
      env: { ...desktop.env, ...fast },
      stdio: 'ignore',
      ...desktop.options.account,
    });
    const again = await findTray();
    await again.waitFor('about both', ({ tooltip }) => tooltip.includes('1 of 2 disconnected'));
    expect(processesOf(packaged).map(({ type }) => type)).not.toContain('renderer');
    await again.menu.click('Quit');
    await expect.poll(() => processesOf(packaged), limit).toEqual([]);
  });

  test('starts without a network and reports that', async ({ desktop, spawn, findTray }) => {
    const program = join(desktop.home, 'unpacked', 'without-network');
    const line = `exec unshare --user --map-current-user --net -- '${programOf(desktop)}' "$@"`;
    writeFileSync(program, `#!/bin/sh\n${line}\n`);
    chmodSync(program, 0o755);
    const app = await spawn({ packaged: program, profile: 'usual', args: ['--hidden'] });
    const tray = await findTray();
    await tray.waitFor('offline', ({ colour, tooltip }) => colour === 'grey' && tooltip === 'This computer is offline');
    expect(await tray.menu.text()).toContain('Voron');
    await app.quit();
    expect(app.process.exitCode).toBe(0);
  });

  test('leaves exactly what the user guide lists', async ({ desktop }) => {
    const profile = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'OctoGlance');
    const { printers } = JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8'));
    for (const own of ['settings.json', 'alerts.json', 'logs/octoglance.log'])
      expect(filesBelow(profile)).toContain(own);
    // Files created by the tests themselves: the app, its output, what the browser was given.
    const ours = ['unpacked', 'opened-links', ...readdirSync(desktop.home).filter((name) => name.startsWith('app-'))];
    for (const name of ours) rmSync(join(desktop.home, name), { recursive: true });

    const promised = promisedLeftovers(desktop);
    // The runtime folder disappears with the session.
    const added = filesBelow(desktop.home).filter((name) => !before.includes(name) && !name.startsWith('run/'));
    const elsewhere = (name: string) => !promised.some((place) => join(desktop.home, name).startsWith(place));
    expect(added.filter(elsewhere)).toEqual([]);

    for (const { id } of printers) await deleteEntry(desktop, id);
    for (const place of promised) {
      if (!place.endsWith('mimeapps.list')) rmSync(place, { recursive: true, force: true });
      else writeFileSync(place, readFileSync(place, 'utf8').replace(/^.*=octoglance-sign-in\.desktop\n/m, ''));
    }
    expect(await entryNames(desktop)).toEqual([]);
    expect(filesAbout('octoglance', desktop.home)).toEqual([]);
  });
});
