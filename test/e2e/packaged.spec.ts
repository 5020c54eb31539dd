import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decidedFuses, readFuses } from '../../scripts/packaging/fuses.mjs';
import { keychainHelpers } from '../support/app/keychain-helpers.ts';
import { packageOnce, unpackedFolder, windowOf } from '../support/app/packaged-app.ts';
import { Tray } from '../support/desktop/tray.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

const packaged = join(unpackedFolder, 'octoglance');

test.describe('The packaged app', () => {
  test.beforeAll('is packaged once', async ({ browserName: _unused }, info) => {
    test.setTimeout(300_000);
    await packageOnce(info);
  });

  test('has every fuse as documented', async () => {
    const found = await readFuses(packaged);
    // Electron 33 has eight, Electron 45 nine.
    expect(found.length).toBeGreaterThanOrEqual(8);
    expect(found.length, 'no fuse is undecided').toBeLessThanOrEqual(decidedFuses.length);
    const decided = decidedFuses.map(({ name, on }) => ({ name, state: on ? 'on' : 'off' }));
    expect(found).toEqual(decided.slice(0, found.length));
    for (const name of ['runAsNode', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments'])
      expect(found).toContainEqual({ name, state: 'off' });
    for (const name of ['onlyLoadAppFromAsar', 'enableEmbeddedAsarIntegrityValidation'])
      expect(found).toContainEqual({ name, state: 'on' });
  });

  test('starts in the tray, stores a token in the keychain, and quits', async ({
    simulator,
    fast,
    spawn,
    desktop,
    findTray,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await spawn({ packaged, args: ['--show', '--remote-debugging-port=0'], env: fast });
    const tray = await findTray();
    await tray.waitFor('empty', ({ tooltip }) => tooltip === 'No printers yet', 30_000);
    const { browser, page } = await windowOf(app.profile);
    await addByToken({ window: async () => page }, 'Voron');
    await tray.waitFor('about Voron', ({ tooltip, colour }) => colour === 'green' && tooltip.includes('Connected'));
    await browser.close();
    await app.quit();
    expect(app.process.exitCode).toBe(0);
    await expect.poll(() => Tray.all(desktop)).toEqual([]);
    expect(keychainHelpers(app)).toEqual([]);
    const log = readFileSync(join(app.profile, 'logs', 'octoglance.log'), 'utf8');
    expect(log).not.toMatch(/ ERROR |0123456789abcdef/);

    // The token is read back by the helper process, which doesn't need to run as Node.
    const again = await spawn({ packaged, args: ['--hidden', '--status-stream'], env: fast, profile: app.profile });
    await again.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 30_000);
    await again.quit();
    expect(again.process.exitCode).toBe(0);
  });

  test('runs only its own code, whatever its environment requests', async ({ fast, spawn, desktop, findTray }) => {
    const marker = join(desktop.home, 'foreign-code-ran');
    const foreign = join(desktop.home, 'foreign.cjs');
    writeFileSync(foreign, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
    const env = { ...fast, NODE_OPTIONS: `--require ${foreign}`, ELECTRON_RUN_AS_NODE: '1' };
    const app = await spawn({ packaged, args: ['--inspect=0', '--hidden', foreign], env });
    await (await findTray()).waitFor('empty', ({ tooltip }) => tooltip === 'No printers yet', 30_000);
    app.process.kill('SIGUSR1');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(existsSync(marker)).toBe(false);
    expect(app.stderr).not.toContain('Debugger listening');
    await app.quit();
  });

  test('does not start from a folder in place of its archive', async ({ fast, spawn, desktop }) => {
    const copy = join(desktop.home, 'changed');
    await cp(unpackedFolder, copy, { recursive: true });
    rmSync(join(copy, 'resources', 'app.asar'));
    const marker = join(desktop.home, 'folder-ran');
    const code = join(copy, 'resources', 'app');
    await mkdir(code);
    writeFileSync(join(code, 'package.json'), JSON.stringify({ name: 'foreign', main: 'main.cjs' }));
    writeFileSync(join(code, 'main.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
    const app = await spawn({ packaged: join(copy, 'octoglance'), args: ['--hidden'], env: fast });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(existsSync(marker)).toBe(false);
    expect(await Tray.all(desktop)).toEqual([]);
    await app.quit();
  });
});
