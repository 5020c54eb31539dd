import { execFile, execFileSync, spawn as spawnProgram, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noAccountBecause } from '../support/app/account.ts';
import { filesBelow } from '../support/app/left-behind.ts';
import { debianPackages, packageOnce, windowOf } from '../support/app/packaged-app.ts';
import { processesOf } from '../support/app/processes-of.ts';
import { expect, test } from '../support/e2e/ordinary-user.ts';
import { startSignIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { exampleToken } from '../support/e2e/service.ts';

const installed = '/opt/OctoGlance/octoglance';
const desktopFile = '/usr/share/applications/io.github.octoglance.OctoGlance.desktop';

function cannotInstallBecause(): string | null {
  return existsSync('/usr/bin/apt-get') ? noAccountBecause() : 'there is no apt here';
}

/** As described in the user guide. */
async function apt(...args: readonly string[]): Promise<void> {
  const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await promisify(execFile)('apt-get', [...options, ...args], { env });
}

/** Files in the system named after the app, and system tables that mention it. */
function tracesInTheSystem(): readonly string[] {
  const folders = ['/opt', '/usr', '/etc', '/var/lib', '/var/cache'];
  const found = execFileSync('find', [...folders, '-xdev', '-iname', '*octoglance*'], { encoding: 'utf8' });
  const tables = ['/usr/share/applications/mimeinfo.cache', '/usr/share/applications/mimeapps.list'];
  const naming = tables.filter((path) => existsSync(path) && /octoglance/i.test(readFileSync(path, 'utf8')));
  return [...found.split('\n').filter(Boolean), ...naming];
}

const reason = cannotInstallBecause();
test.skip(reason !== null, reason ?? '');
test.describe.configure({ mode: 'serial' });
test.use({ fullName: 'Ina Installed', system: 'alone' });

test.describe('The .deb', () => {
  let before: readonly string[] = [];
  let isOurs = false;

  // While this test holds the desktop, no other test installs or removes anything.
  test.beforeAll('is built', async ({ desktop: _alone }, info) => {
    test.setTimeout(300_000);
    // An existing installation of OctoGlance must not be touched.
    isOurs = !existsSync(installed);
    test.skip(!isOurs, 'an OctoGlance is installed here already');
    await packageOnce(info);
    before = tracesInTheSystem();
  });

  test.afterAll('is removed even after a failed test', async () => {
    if (isOurs && existsSync(installed)) await apt('purge', 'octoglance');
  });

  test('is installed by apt', async ({ desktop }) => {
    await apt('install', ...debianPackages());
    expect(realpathSync('/usr/bin/octoglance')).toBe(installed);
    const sandbox = statSync('/opt/OctoGlance/chrome-sandbox');
    expect([sandbox.uid, sandbox.gid], 'the helper of the sandbox is root’s').toEqual([0, 0]);
    expect(execFileSync('desktop-file-validate', [desktopFile], { encoding: 'utf8' })).toBe('');
    const query = ['query', 'default', 'x-scheme-handler/octoglance'];
    const handler = execFileSync('xdg-mime', query, { env: desktop.env, ...desktop.options.account, encoding: 'utf8' });
    expect(handler.trim()).toBe('io.github.octoglance.OctoGlance.desktop');
    const metainfo = '/usr/share/metainfo/io.github.octoglance.OctoGlance.metainfo.xml';
    expect(spawnSync('appstreamcli', ['validate', '--no-net', metainfo]).status).toBe(0);
    for (const size of [16, 48, 256, 512])
      expect(existsSync(`/usr/share/icons/hicolor/${size}x${size}/apps/octoglance.png`)).toBe(true);
    expect(existsSync('/usr/share/doc/octoglance/copyright')).toBe(true);
    for (const name of ['app-update.yml', 'package-type'])
      expect(existsSync(join('/opt/OctoGlance/resources', name)), 'apt updates it, nothing else').toBe(false);
  });

  test('brings its own desktop file, through which links and the menu reach the app', async ({
    simulator,
    desktop,
    fast,
    spawn,
    findTray,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const args = ['--show', '--remote-debugging-port=0'];
    const app = await spawn({ packaged: '/usr/bin/octoglance', profile: 'usual', args, env: fast });
    const { browser, page } = await windowOf(app.profile);
    const { link } = await startSignIn({ window: async () => page }, desktop);
    const results = { success: 'true', appApiToken: exampleToken('Voron'), printername: 'Voron' };
    await xdgOpen(desktop, withResults(link, results));
    await expect(page.getByRole('article', { name: 'Voron' })).toBeVisible({ timeout: 15_000 });
    const processes = processesOf(installed);
    expect(processes.flatMap(({ commandLine }) => commandLine)).not.toContain('--no-sandbox');
    expect(processes.find(({ type }) => type === 'renderer')?.status.get('Seccomp')).toBe('2');
    const windowClass = /^StartupWMClass=(.+)$/m.exec(readFileSync(desktopFile, 'utf8'))?.[1];
    const shown = ['search', '--onlyvisible', '--class', `^${windowClass}$`];
    expect(execFileSync('xdotool', shown, { env: desktop.env, encoding: 'utf8' }), 'one icon in the dock').not.toBe('');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Start at login' }).click();
    const entry = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'octoglance.desktop');
    await expect
      .poll(() => existsSync(entry) && readFileSync(entry, 'utf8'))
      .toContain(`\nExec=${installed} --hidden\n`);
    await browser.close();
    await app.quit();
    expect(filesBelow(desktop.home)).not.toContain('data/applications/octoglance-sign-in.desktop');
    expect(readFileSync(join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'mimeapps.list'), 'utf8')).not.toContain(
      'octoglance',
    );

    spawnProgram('gio', ['launch', desktopFile], {
      env: { ...desktop.env, ...fast },
      stdio: 'ignore',
      ...desktop.options.account,
    });
    const tray = await findTray();
    await tray.waitFor('about Voron', ({ tooltip }) => tooltip.includes('Connected'));
    await tray.menu.click('Quit');
    await expect.poll(() => processesOf(installed)).toEqual([]);
  });

  test('is purged without leaving anything in the system', async () => {
    await apt('purge', 'octoglance');
    expect(tracesInTheSystem()).toEqual(before);
  });
});
