import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { until } from '../../../test/support/desktop/processes.mjs';
import { iconInPanel } from '../drawn-icon.ts';
import { colours } from '../pointer.ts';
import { fail, type Stage } from '../stage.ts';

/** The icon, its name, its size on this desktop, tooltip and menu. */
export async function iconSteps(stage: Stage): Promise<void> {
  await stage.step(
    'the icon is in the tray, in the right size, and named after the app as far as Electron allows',
    async () => {
      await stage.start('--show');
      const tray = await stage.findTray();
      const { title, pixmaps } = await tray.waitFor('drawn', (state) => state.pixmaps.length > 0);
      const id = String(await tray.byListedName('Id'));
      const electron = await stage.app.electron.evaluate(() => String(process.versions['electron']));
      // Electron 41 and later put the app's name into the id; no version sets a title.
      const wanted = Number.parseInt(electron, 10) >= 41 ? 'OctoGlance' : 'chrome_status_icon_';
      if (!id.startsWith(wanted)) throw new Error(`Its id is “${id}”, not “${wanted}…”`);
      const sizes = pixmaps.map(({ width }) => width);
      if (sizes.at(-1) !== stage.parts.kind.iconSize) throw new Error(`It has ${sizes} px`);
      return `Id “${id}”, Title “${title}”; ${sizes.join(', ')} px; Electron ${electron}`;
    },
  );
}

export async function menuSteps(stage: Stage): Promise<void> {
  await stage.step('the menu opens the settings', async () => {
    const items = await stage.tray.menu.items();
    const label = items.find((one) => /^Settings/.test(one.label))?.label ?? fail('No settings in the menu.');
    await stage.tray.menu.click(label);
    await (await stage.window()).getByRole('heading', { name: 'Settings' }).first().waitFor({ timeout: 15_000 });
    return `${items.length} entries`;
  });
  await stage.step('a menu that changes while it is open never does anything else than it showed', async () => {
    const { simulator } = stage.parts;
    const { menu } = stage.tray;
    await (await stage.window()).keyboard.press('Escape');
    const before = await menu.text();
    const shown = (await menu.items()).find((one) => /^Settings/.test(one.label)) ?? fail('No settings in the menu.');
    await menu.event(0, 'opened');
    simulator.printer('Voron').set({ link: 'up' });
    await stage.tray.waitForColour('green');
    await until('the menu to change', async () => (await menu.text()) !== before, 10_000);
    // The desktop still shows the older entries, and reports a click on one of them by its number.
    await menu.event(shown.id, 'clicked').catch(() => {});
    await menu.event(0, 'closed').catch(() => {});
    const window = await stage.window();
    const opened = await window
      .getByRole('heading', { name: 'Settings' })
      .first()
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
    if (!opened && stage.app.hasEnded) throw new Error('The click did something else: the app quit.');
    if (opened) await window.keyboard.press('Escape');
    return opened ? 'opened the settings' : 'did nothing; the desktop redraws the menu';
  });
}

/** A tray that goes, comes back, and starts after the app. */
export async function hostSteps(stage: Stage): Promise<void> {
  const { kind } = stage.parts;
  await stage.step('the tray disappears: the window says what this desktop needs', async () => {
    await (await stage.window()).keyboard.press('Escape');
    killHost(stage);
    const reported = (await stage.window()).getByText(kind.need).first();
    await reported.waitFor({ timeout: 30_000 });
    return String(await reported.textContent()).slice(0, 160);
  });
  await stage.step('the tray comes back: the icon within seconds, and the window no longer says so', async () => {
    const begun = performance.now();
    startHost(stage);
    await (await stage.findTray()).waitForColour('green');
    const took = Math.round((performance.now() - begun) / 100) / 10;
    await (await stage.window()).getByText(kind.need).first().waitFor({ state: 'detached', timeout: 30_000 });
    await onTheScreen(stage);
    await stage.picture('back');
    return `after ${took} s, and it is on the screen`;
  });
  await stage.step('a tray that starts after the app shows the icon', async () => {
    await stage.app.quit();
    killHost(stage);
    await stage.start('--hidden');
    await stage.app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 40_000);
    startHost(stage);
    await (await stage.findTray()).waitForColour('green');
    await onTheScreen(stage);
    return 'it is on the screen';
  });
}

/** A screen that is turned off and on, which takes waybar's tray along. */
export async function screenSteps(stage: Stage): Promise<void> {
  const { screen } = stage.parts.kind;
  if (screen === undefined) return;
  await stage.step('the screen is turned off and on: the icon is back', async () => {
    for (const [program, ...args] of screen) {
      await promisify(execFile)(program, args, { timeout: 20_000 });
      await wait(3_000);
    }
    await (await stage.findTray()).waitForColour('green');
    await onTheScreen(stage);
    return 'it is on the screen';
  });
}

/** Waits until the panel no longer shows the green icon of a status that isn't true any more. */
export async function notGreenOnTheScreen(stage: Stage): Promise<void> {
  const { pixmaps } = await stage.tray.read();
  const isGreen = (file: string) => {
    try {
      return iconInPanel(file, colours.green, pixmaps.at(-1)?.width ?? 0) !== null;
    } catch {
      return false;
    }
  };
  const isGone = () => stage.withScreenshot(async (file) => !isGreen(file));
  await until('the green icon to disappear from the screen', isGone, 15_000);
}

/** Waits until the panel shows the green icon, beyond what it has been sent. */
async function onTheScreen(stage: Stage): Promise<void> {
  const [program, ...args] = stage.parts.kind.host.settle ?? ['true'];
  await promisify(execFile)(program, args, { timeout: 90_000 });
  const { pixmaps } = await stage.tray.read();
  const drawn = () =>
    stage.withScreenshot(async (file) => iconInPanel(file, colours.green, pixmaps.at(-1)?.width ?? 0));
  await until('the icon on the screen', drawn, 30_000);
}

const hosts = new WeakMap<Stage, number>();

function killHost(stage: Stage): void {
  const { kind, desktop } = stage.parts;
  const id = hosts.get(stage) ?? Number(readFileSync(join(desktop.home, kind.host.pid), 'utf8'));
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has already exited.
  }
}

function startHost(stage: Stage): void {
  const [program, ...args] = stage.parts.kind.host.start;
  const host = spawn(program, args, { stdio: 'ignore' });
  host.unref();
  if (host.pid !== undefined) hosts.set(stage, host.pid);
}

/** The dark theme, where Electron can follow it. */
export async function themeSteps(stage: Stage): Promise<void> {
  const { dark } = stage.parts.kind;
  if (dark === null) return;
  await stage.step('the window follows the desktop’s dark theme while it is open', async () => {
    const window = await stage.window();
    const isDark = () => window.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
    if (await isDark()) throw new Error('It was dark before.');
    const [program, ...args] = dark;
    await promisify(execFile)(program, [...args], { timeout: 20_000 });
    await until('the window to turn dark', isDark, 20_000);
    await stage.picture('dark');
    return args.at(-1) ?? '';
  });
}
