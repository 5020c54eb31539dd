import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/start/build.mjs';
import type { Simulator } from '../../src/demo/simulator.ts';
import { type DrivenApp, launchApp } from '../../test/support/app/app.ts';
import { spawnApp } from '../../test/support/app/spawn-app.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { Notifications } from '../../test/support/desktop/notifications.ts';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { Tray } from '../../test/support/desktop/tray.ts';
import { addPrinters, click } from './add-printers.ts';
import { pictureMenu, pictureNews, picturePanel } from './desktop-pictures.ts';
import { causeTrouble, startService } from './printers.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * The folder in the repository. It also contains the tray's states, drawn by `npm run icons`; those of the window are
 * in test/visual/.
 */
const folderName = 'docs/screenshots';

/** Backgrounds from which a menu of the same theme stands out. */
const grounds = { light: '#c9d2de', dark: '#3a4658' } as const;

type Look = keyof typeof grounds;

/**
 * Takes the README's pictures of tray, menu and notification on a light and on a dark desktop at twice the usual scale,
 * with the app at its normal speed, which takes about ten minutes. Throws if one of them can't be taken.
 */
export async function takePictures(root: string): Promise<void> {
  ensurePackages(say, ['xdotool', 'hsetroot', 'pngquant']);
  await buildIfStale(root, say);
  const folder = join(root, folderName);
  mkdirSync(folder, { recursive: true });
  for (const look of ['light', 'dark'] as const) {
    const path = (name: string) => join(folder, `${name}-${look}.png`);
    const desktop = await startDesktop({ scale: 2, look });
    try {
      say(`The ${look} panel`);
      await takePanel(desktop, path('panel'));
      await takeApp(desktop, look, path);
    } finally {
      await desktop.stop();
    }
  }
  say(`The pictures are in ${folderName}.`);
}

/** The panel with the amber icon, which the demo shows after some seconds. */
async function takePanel(desktop: Desktop, path: string): Promise<void> {
  const app = await spawnApp({ desktop, args: ['--demo', '--hidden'] });
  const tray = await Tray.find(desktop);
  await tray.waitForColour('amber', 60_000);
  await picturePanel(desktop, path);
  tray.close();
  await app.quit();
}

async function takeApp(desktop: Desktop, look: Look, path: (name: string) => string): Promise<void> {
  desktop.start('hsetroot', ['-solid', grounds[look]]);
  const simulator = await startService();
  const env = { OCTOGLANCE_ORIGIN: simulator.origin.origin };
  const app = await launchApp({ desktop, env, args: ['--show', '--status-stream'] });
  try {
    await addPrinters(await app.window());
    say('The notification: the app waits a minute and a half before it tells');
    await takeLoss(desktop, app, simulator, path('notification'));
    say('The tray menu');
    await pictureMenu(desktop, path('menu'));
  } finally {
    await app.quit();
    await simulator.close();
  }
}

/** Causes every problem there is; Voron disconnects last, so that its notification is separate. */
async function takeLoss(desktop: Desktop, app: DrivenApp, simulator: Simulator, path: string): Promise<void> {
  const window = await app.window();
  causeTrouble(simulator);
  await click(window, 'Refresh all');
  await window.close();
  const notifications = await Notifications.watch(desktop);
  for (const kind of ['perks-needed', 'update-needed', 'reconnect-needed'])
    await app.waitForStatus({ type: 'alert', kind }, 180_000);
  await notifications.dismissAll();
  simulator.printer('Voron').set({ link: 'down' });
  await pictureNews(desktop, path, () =>
    notifications.waitFor('of the loss', ({ summary }) => summary === 'Voron disconnected', 150_000),
  );
  await notifications.dismissAll();
  notifications.close();
}
