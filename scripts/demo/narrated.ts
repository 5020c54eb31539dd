import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnApp } from '../../test/support/app/spawn-app.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { Notifications } from '../../test/support/desktop/notifications.ts';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { Tray } from '../../test/support/desktop/tray.ts';
import { buildIfStale } from '../start/build.mjs';

/** A little more than one round of the demo's story, in seconds. */
const usualSeconds = 140;

/** How often the tray is checked, in milliseconds. */
const look = 200;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs the demo on a desktop without a screen, prints each change of the tray and each notification as the desktop
 * receives them, and saves pictures in `demo-screenshots/`. `--seconds=N` makes it shorter. Returns the exit code.
 */
export async function narratedDemo(root: string, flags: readonly string[]): Promise<number> {
  ensurePackages(say);
  await buildIfStale(root, say);
  const seconds = Number(flags.find((flag) => flag.startsWith('--seconds='))?.split('=')[1] ?? usualSeconds);
  const folder = join(root, 'demo-screenshots');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const desktop = await startDesktop();
  try {
    return await narrate(desktop, folder, seconds);
  } finally {
    await desktop.stop();
  }
}

async function narrate(desktop: Desktop, folder: string, seconds: number): Promise<number> {
  const notifications = await Notifications.watch(desktop);
  say('There is no display here, so the demo runs on a virtual desktop: a real tray, a real notification server.');
  say(`Six simulated printers live through every state in about two minutes; this stops after ${seconds} s.\n`);
  const app = await spawnApp({ desktop, args: ['--demo', '--show'] });
  const tray = await Tray.find(desktop);
  const started = Date.now();
  const at = () => new Date(Date.now() - started).toISOString().slice(14, 19);

  const pictured = new Set<string>();
  let shown = '';
  let notified = 0;
  while (Date.now() - started < seconds * 1_000 && !app.hasEnded) {
    const { colour, tooltip } = await tray.read();
    if (inSteps(tooltip) !== inSteps(shown)) say(`${at()}  tray          ${colour.padEnd(7)} ${tooltip}`);
    shown = tooltip;
    for (const { summary, body } of notifications.all.slice(notified)) {
      say(`${at()}  notification  ${summary}: ${body}`);
    }
    const newTold = notifications.all.length > notified;
    notified = notifications.all.length;
    if (!pictured.has(colour) || newTold) {
      pictured.add(colour);
      await new Promise((resolve) => setTimeout(resolve, 700));
      await picture(desktop, folder, `${at().replace(':', '-')}-${colour}`, newTold);
    }
    await new Promise((resolve) => setTimeout(resolve, look));
  }
  const ended = app.hasEnded;
  say(`${at()}  menu\n${(await tray.menu.text().catch(() => '')).replace(/^/gm, '                       ')}`);
  tray.close();
  notifications.close();
  await app.quit();
  say(`\nPictures of tray, notifications and window are in ${folder}.`);
  if (ended) process.stderr.write(`The app ended before its time:\n${app.stderr}\n`);
  return ended ? 1 : 0;
}

/** The progress of a print is reported every twenty percent. */
function inSteps(tooltip: string): string {
  return tooltip.replace(/(\d+)%.*/, (_, percent) => `${Math.floor(Number(percent) / 20)}`);
}

async function picture(desktop: Desktop, folder: string, name: string, withNotification: boolean): Promise<void> {
  await desktop.screenshot(join(folder, `${name}-tray.png`), desktop.trayRegion);
  await desktop.screenshot(join(folder, `${name}-${withNotification ? 'notification' : 'window'}.png`));
}
