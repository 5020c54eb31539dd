import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Desktop, Region } from '../../test/support/desktop/desktop.mjs';
import { until } from '../../test/support/desktop/processes.mjs';
import { changedRegion } from './changed-region.ts';
import { writeSmall } from './small-picture.ts';

/** How long menus and notifications take to be drawn, in milliseconds. */
const drawn = 800;

/** Operates the desktop's mouse and keyboard with commands of xdotool. */
async function operate(desktop: Desktop, ...commands: readonly (string | number)[]): Promise<void> {
  await promisify(execFile)('xdotool', commands.map(String), { env: desktop.env });
  await sleep(drawn);
}

/** Moves the pointer out of the picture. */
const away = ['mousemove', 10, 1_500] as const;

async function picture(desktop: Desktop, path: string, region?: Region): Promise<void> {
  const whole = join(desktop.home, 'picture.png');
  await desktop.screenshot(whole, region);
  writeSmall(path, readFileSync(whole));
}

/** The end of the panel that contains the icon. */
export async function picturePanel(desktop: Desktop, path: string): Promise<void> {
  const width = 5 * desktop.panelHeight;
  await operate(desktop, ...away);
  await picture(desktop, path, { x: desktop.screen.width - width, y: 0, width, height: desktop.panelHeight });
}

/** Opens the tray menu with a right click on the icon and goes to the first printer's entry. */
export async function pictureMenu(desktop: Desktop, path: string): Promise<void> {
  const [before, after] = [join(desktop.home, 'before.png'), join(desktop.home, 'after.png')];
  const middle = desktop.panelHeight / 2;
  await operate(desktop, ...away);
  await desktop.screenshot(before);
  await operate(desktop, 'mousemove', desktop.screen.width - middle, middle, 'click', 3);
  await operate(desktop, 'key', 'Down');
  await desktop.screenshot(after);
  const menu = changedRegion(before, after, desktop.panelHeight);
  if (menu === null) throw new Error('The menu of the tray did not open.');
  const x = menu.x - middle;
  await picture(desktop, path, { x, y: 0, width: desktop.screen.width - x, height: menu.y + menu.height + middle });
  await operate(desktop, 'key', 'Escape', 'key', 'Escape', 'key', 'Escape');
}

/** What appears on the screen below the panel while `happens` runs, without anything around it. */
export async function pictureNews(desktop: Desktop, path: string, happens: () => Promise<unknown>): Promise<void> {
  const [before, after] = [join(desktop.home, 'before.png'), join(desktop.home, 'after.png')];
  await operate(desktop, ...away);
  await desktop.screenshot(before);
  await happens();
  await sleep(drawn);
  const added = await until('something new on the screen', async () => {
    await desktop.screenshot(after);
    return changedRegion(before, after, desktop.panelHeight);
  });
  await picture(desktop, path, added);
}
