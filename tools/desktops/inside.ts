import { execFile, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { startSimulator } from '../../src/demo/simulator.ts';
import { type DrivenApp, launchApp } from '../../test/support/app/app.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { Notifications } from '../../test/support/desktop/notifications.ts';
import { until } from '../../test/support/desktop/processes.mjs';
import { callMethod, connectToBus } from '../../test/support/desktop/session-bus.mjs';
import { Tray } from '../../test/support/desktop/tray.ts';
import { click } from '../screenshots/add-printers.ts';
import { type DesktopName, desktops } from './desktops.ts';
import { lock, unlock } from './keychains.ts';
import type { Step } from './run.ts';

const token = 'example-token-voron-0123456789abcdef';
const repo = join(import.meta.dirname, '../..');

/** Runs inside a desktop session: does what a user does there, and writes the result of each step to `report`. */
export async function goThrough(wanted: string, report: string): Promise<void> {
  const name = wanted as DesktopName;
  const kind = desktops[name];
  const home = String(process.env['HOME']);
  const busAddress = String(process.env['DBUS_SESSION_BUS_ADDRESS']);
  const bus = await connectToBus(busAddress);
  const desktop = { home, bus, busAddress, env: process.env, options: { account: null }, handOver: () => {} };
  const there = desktop as unknown as Desktop;
  const simulator = await startSimulator();
  const voron = simulator.printer('Voron', { token });
  const env = {
    OCTOGLANCE_ORIGIN: simulator.origin.origin,
    OCTOGLANCE_POLL_SECONDS: '1',
    OCTOGLANCE_GRACE_SECONDS: '2',
  };
  const notifications = await Notifications.watch(there);
  const steps: Step[] = [];
  let app: DrivenApp | null = null;
  let tray: Tray | null = null;

  async function step(what: string, take: () => Promise<string>): Promise<void> {
    const begun = performance.now();
    const done = (ok: boolean, note: string) => {
      steps.push({
        what,
        ok,
        took: Math.round(performance.now() - begun),
        note: note.split('\n')[0]?.slice(0, 200) ?? '',
      });
      writeFileSync(report, JSON.stringify(steps));
    };
    await take().then(
      (note) => done(true, note),
      (error: unknown) => done(false, String(error)),
    );
  }
  const running = () => app ?? fail('The app is not running.');
  const icon = () => tray ?? fail('There is no icon.');
  const picture = async (of: string) => {
    await wait(1_500);
    const file = join(repo, `docs/screenshots/desktops/${name}-${of}.png`);
    const [program, ...args] = kind.picture;
    await promisify(execFile)(program, [...args, file]);
    return file;
  };

  await step('icon in the tray', async () => {
    app = await launchApp({ desktop: there, args: [...kind.flags, '--show', '--status-stream'], env });
    tray = await Tray.find(there, 60_000);
    const { title, pixmaps } = await tray.read();
    return `Title “${title}”; ${pixmaps.map(({ width }) => width).join(', ')} px; Electron ${await running().electron.evaluate(() => process.versions['electron'])}`;
  });
  await step('token kept in the keychain', async () => {
    await addPrinter(await running().window());
    const { version, vendor } = await server();
    return `${kind.keychain}; notifications by ${vendor} ${version}`;
  });
  await step('icon turns green', async () => {
    const { tooltip } = await icon().waitForColour('green');
    return `tooltip “${tooltip}”`;
  });
  await step('loss: icon, tooltip, notification with picture and buttons', async () => {
    voron.set({ link: 'down' });
    const { tooltip } = await icon().waitForColour('amber');
    const told = await notifications.waitFor('of the loss', ({ summary }) => summary.includes('Voron'));
    if (!told.hasPicture) throw new Error('The notification has no picture.');
    await picture('loss');
    return `tooltip “${tooltip}”; “${told.summary}”, buttons: ${told.actions.map(({ label }) => label).join(', ') || 'none'}`;
  });
  await step('menu opens the settings', async () => {
    const items = await icon().menu.items();
    const label = items.find((one) => /^Settings/.test(one.label))?.label ?? fail('No settings in the menu.');
    await icon().menu.click(label);
    await (await running().window()).getByRole('heading', { name: 'Settings' }).first().waitFor({ timeout: 15_000 });
    return `${items.length} entries`;
  });
  await step('return: icon and menu change, notification replaced or new', async () => {
    const before = await icon().menu.text();
    voron.set({ link: 'up' });
    await icon().waitForColour('green');
    await until('the menu to change', async () => (await icon().menu.text()) !== before, 10_000);
    const told = await notifications.waitFor(
      'of the return',
      ({ summary }) => /connected again|back/i.test(summary),
      60_000,
    );
    return `“${told.summary}”${told.replacesId === 0 ? '' : ', in place'}`;
  });
  const { dark } = kind;
  if (dark !== null) {
    await step('dark theme while the window is open', async () => {
      const window = await running().window();
      const isDark = () => window.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
      if (await isDark()) throw new Error('It was dark before.');
      const [program, ...args] = dark;
      await promisify(execFile)(program, [...args]);
      await until('the window to turn dark', isDark, 20_000);
      await picture('dark');
      return args.at(-1) ?? '';
    });
  }
  await step('tray goes: the window says what this desktop needs', async () => {
    await (await running().window()).keyboard.press('Escape');
    process.kill(Number(readFileSync(join(home, kind.host.pid), 'utf8')), 'SIGKILL');
    const said = (await running().window()).getByText(kind.need).first();
    await said.waitFor({ timeout: 30_000 });
    return String(await said.textContent()).slice(0, 160);
  });
  await step('tray comes back: icon within seconds, the window says nothing', async () => {
    const [program, ...args] = kind.host.start;
    spawn(program, args, { stdio: 'ignore' }).unref();
    tray = await Tray.find(there, 60_000);
    await icon().waitForColour('green');
    await (await running().window()).getByText(kind.need).first().waitFor({ state: 'detached', timeout: 30_000 });
    await picture('back');
    return 'green';
  });
  await step('hidden start with the keychain locked: told in a notification', async () => {
    const { profile } = running();
    await running().quit();
    app = null;
    await lock(kind.keychain, bus);
    app = await launchApp({ desktop: there, args: [...kind.flags, '--hidden', '--status-stream'], env, profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' }, 40_000);
    const told = await notifications.waitFor('of the keychain', ({ summary }) => summary.includes('tokens'), 60_000);
    await picture('keychain');
    return `“${told.summary}”: ${told.body}`;
  });
  await step('unlocked outside the app: watching goes on', async () => {
    await unlock(kind.keychain, bus);
    await running().waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 60_000);
    return '';
  });
  await step('quit', async () => {
    await running().quit();
    return '';
  });
  notifications.close();
  await simulator.close();

  async function server() {
    const where = { to: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
    const call = { ...where, interface: where.to, member: 'GetServerInformation' };
    const [, vendor, version] = await callMethod(bus, call);
    return { vendor, version };
  }
}

async function addPrinter(window: Page): Promise<void> {
  await click(window, 'Add printer');
  await click(window, 'Paste a token instead');
  await window.getByRole('textbox', { name: 'App token or completion link' }).fill(token);
  await click(window, 'Connect');
  await window.getByRole('article', { name: 'Voron' }).waitFor({ timeout: 60_000 });
}

function fail(why: string): never {
  throw new Error(why);
}
