import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PNG } from 'pngjs';
import { type DrivenApp, launchApp } from '../support/app/app.ts';
import { until } from '../support/desktop/processes.mjs';
import { startDesktop } from '../support/desktop/start-desktop.mjs';
import { Tray } from '../support/desktop/tray.ts';
import { expect, test } from '../support/e2e/fixtures.ts';

const repo = resolve(import.meta.dirname, '../..');
const folder = resolve(repo, 'tools/bench/apps/floor');

test.describe('The test desktop', () => {
  test('shows an icon, clicks its menu, receives and activates its notification', async ({
    desktop,
    spawn,
    findTray,
    notifications,
    picture,
  }) => {
    const app = await spawn({ folder });
    const tray = await findTray();
    expect(await tray.read()).toMatchObject({ colour: 'green', tooltip: 'Floor is here' });
    expect(await tray.menu.text()).toBe('Notify');

    await tray.menu.click('Notify');
    const seen = await notifications.waitFor('of the click', (one) => one.summary === 'Floor');
    expect(seen).toMatchObject({
      application: 'Floor',
      body: 'The entry was clicked',
      urgency: 'normal',
      closed: null,
    });
    // The server draws it shortly after accepting it.
    const corner = { x: desktop.screen.width - 380, y: desktop.panelHeight + 8, width: 360, height: 60 };
    const drawn = async () => (await pixels(await picture('notification', corner))).visible > 1_000;
    await until('the notification to be drawn', drawn);
    await tray.menu.click('Notify');
    const second = await notifications.waitFor('of the second click', (one) => one.id > seen.id);
    await notifications.activate(second);
    await notifications.activate(seen);
    expect(notifications.activated.map(({ id }) => id)).toEqual([second.id, seen.id]);
    await app.waitForStatus({ clicked: 'notification' });

    expect((await pixels(await picture('panel', desktop.trayRegion))).green).toBeGreaterThan(100);
  });

  test('opens a folder as the official Electron does', async ({ spawn }) => {
    const app = await spawn({ folder, args: ['--hidden', 'word'] });
    const ready = await app.waitForStatus({ ready: 'Floor', version: '1.2.3' });
    const args = ready['argv'] as string[];
    expect(args.slice(args.indexOf(folder))).toEqual([folder, `--user-data-dir=${app.profile}`, '--hidden', 'word']);
  });

  test('lets Playwright control the main process', async ({ launch }) => {
    const app = await launch({ folder });
    expect(await app.electron.evaluate(({ app: inside }) => inside.getAppPath())).toBe(folder);
    await app.waitForStatus({ ready: 'Floor' });
    const scale = await app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().scaleFactor);
    expect(scale).toBe(1);
  });

  test('has a keyring that keytar sees locked, unlocked, stopped and restarted', async ({ desktop, launch }) => {
    const app = await launch({ folder });
    expect(await keptSecret(app)).toBe('example-secret-floor');
    await desktop.keyring.lock();
    expect(await keptSecret(app)).toBe('refused');
    await desktop.keyring.unlock();
    expect(await keptSecret(app)).toBe('example-secret-floor');
    await desktop.keyring.kill();
    expect(await keptSecret(app)).toBe('refused');
    await desktop.keyring.start('unlocked');
    // A process that connected to the keyring before it was restarted stays locked out: libsecret keeps its old
    // session.
    expect(await keptSecret(await launch({ folder }))).toBe('example-secret-floor');
  });

  for (const scale of [1.5, 2] as const)
    test(`has displays of scale ${scale}`, async () => {
      const desktop = await startDesktop({ scale, look: 'light' });
      try {
        const app = await launchApp({ desktop, folder });
        const seen = await app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().scaleFactor);
        expect(seen).toBe(scale);
        await app.quit();
      } finally {
        await desktop.stop();
      }
      expect(desktop.processes.alive()).toEqual([]);
    });

  test('can have no tray, keyring or notification server', async () => {
    const desktop = await startDesktop({ panel: false, keyring: 'none', notificationServer: 'none' });
    try {
      const app = await launchApp({ desktop, folder });
      await app.waitForStatus({ ready: 'Floor' });
      expect(await keptSecret(app)).toBe('refused');
      await expect(Tray.all(desktop)).rejects.toThrow();
      await app.quit();
    } finally {
      await desktop.stop();
    }
  });

  test('loses and restores its tray', async ({ desktop, spawn }) => {
    await spawn({ folder });
    await (await Tray.find(desktop)).close();
    await desktop.killPanel();
    await desktop.startPanel();
    await until('the icon to be back', async () => (await Tray.all(desktop)).length === 1);
  });
});

/** Writes a secret with keytar in the app's main process and reads it back; `refused` if the keyring refuses. */
function keptSecret(app: DrivenApp): Promise<string> {
  return app.electron.evaluate(async (_electron, root) => {
    const require = process.getBuiltinModule('node:module').createRequire(`${root}/package.json`);
    const keytar = require('keytar');
    return keytar.setPassword('Floor', 'account', 'example-secret-floor').then(
      () => keytar.getPassword('Floor', 'account'),
      () => 'refused',
    );
  }, repo);
}

async function pixels(path: string): Promise<{ readonly visible: number; readonly green: number }> {
  const { data } = PNG.sync.read(await readFile(path));
  let visible = 0;
  let green = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    if (r + g + b > 60) visible += 1;
    if (g > 120 && r < 90 && b < 110) green += 1;
  }
  return { visible, green };
}
