import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { filesBelow } from '../support/app/left-behind.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { answerDialogs } from '../support/desktop/file-dialogs.ts';
import { Mouse } from '../support/desktop/mouse.ts';
import { filledRing, isProgress, pictureOf } from '../support/desktop/pixmap.ts';
import { until } from '../support/desktop/processes.mjs';
import { addByToken, completionLink, exampleToken, expect, test } from '../support/e2e/service.ts';

/** Brings the app's dialog to the front once it is above the window: both have the app's name. */
async function activateDialog({ env }: Desktop): Promise<void> {
  const xdotool = (...args: readonly string[]) => execFileSync('xdotool', args, { env, encoding: 'utf8' }).trim();
  const all = await until('the dialog', () => {
    const found = xdotool('search', '--onlyvisible', '--name', '^OctoGlance$').split('\n');
    return found.length === 2 && found;
  });
  xdotool('windowactivate', '--sync', all.sort((one, other) => Number(one) - Number(other)).at(-1) ?? '');
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Returns the corners in which a picture is bright. */
function brightCorners({ width, height, data }: Pixels): readonly string[] {
  const inset = 6;
  return (['top left', 'top right', 'bottom left', 'bottom right'] as const).filter((corner) => {
    const x = corner.endsWith('left') ? inset : width - 1 - inset;
    const y = corner.startsWith('top') ? inset : height - 1 - inset;
    return [0, 1, 2].every((channel) => (data[(y * width + x) * 4 + channel] ?? 0) > 180);
  });
}

test('A print is watched, and paused after a system dialog', async ({
  simulator,
  fast,
  launch,
  desktop,
  notifications,
  picture,
}) => {
  const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
  voron.mount({ Rotation: 90, FlipH: false, FlipV: true });
  voron.print({ print: { id: 'a', file: 'benchy.gcode', seconds: 150 } });
  const app = await launch({ args: ['--show', '--status-stream'], env: fast });
  await addByToken(app, 'Voron', completionLink(simulator, 'Voron'));
  const window = await app.window();

  // Off until it is switched on.
  await window.getByRole('button', { name: 'Details: Voron' }).click();
  const print = window.getByRole('region', { name: 'Print', exact: true });
  await expect(print).toContainText('benchy.gcode');
  await expect(print).toContainText('Looking good');
  await expect(print.getByRole('button', { name: /^Pause/ })).toHaveCount(0);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('switch', { name: 'Allow controlling prints' }).check();
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Details: Voron' }).click();
  await print.getByRole('button', { name: /^Share this print/ }).click();
  await expect(print).toContainText('Link copied');

  // The page can't answer for the user: whatever it requests, nothing is sent before the click in the dialog.
  const mouse = new Mouse(desktop);
  const controls = () => simulator.pluginLog.filter(({ command }) => command === 'pause').length;
  const pause = print.getByRole('button', { name: /^Pause/ });
  await pause.click();
  await expect(pause).toHaveAttribute('aria-busy', 'true');
  await activateDialog(desktop);
  await picture('pause-dialog');
  await mouse.press('Escape');
  await expect(pause).toHaveAttribute('aria-busy', 'false');
  expect(controls()).toBe(0);
  await pause.click();
  await activateDialog(desktop);
  await mouse.press('Tab', 'Return');
  await expect(print).toContainText('Paused');
  expect(controls()).toBe(1);
  // The user's own pause causes no notification: checked for a minute in the app's accelerated time.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(notifications.all.filter(({ summary }) => /paused/.test(summary))).toEqual([]);

  // The webcam's picture is drawn, first rotated and then flipped: its bright corner moves from the top left to the top right,
  // and from there to the bottom. The notification of a finished print has the same, readable only by its user.
  const webcam = print.getByRole('img', { name: 'Webcam picture: Voron' });
  await expect(webcam).toBeVisible({ timeout: 15_000 });
  await expect(webcam).toHaveAttribute('width', '240');
  await expect(webcam).toHaveAttribute('height', '320');
  const drawn = await window.evaluate<Pixels>(`(() => {
    const canvas = document.querySelector('.webcam canvas');
    const { width, height } = canvas;
    return { width, height, data: [...canvas.getContext('2d').getImageData(0, 0, width, height).data] };
  })()`);
  expect(brightCorners(drawn)).toEqual(['bottom right']);
  await picture('webcam');
  voron.print({ print: { id: 'b', file: 'lid.gcode', seconds: 5 } });
  const done = await notifications.waitFor(
    'of the end',
    ({ summary }) => summary === 'Voron finished printing',
    60_000,
  );
  const file = fileURLToPath(done.picture ?? 'file:///no/picture');
  expect(file).toContain(app.profile);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const pictured = PNG.sync.read(readFileSync(file));
  expect([pictured.width, pictured.height]).toEqual([240, 320]);
  expect(brightCorners(pictured)).toEqual(['bottom right']);
  await picture('finished');
  const past = window.getByRole('table', { name: 'Prints of the last 90 days' });
  await expect(past.getByRole('row', { name: /lid\.gcode/ })).toContainText('Finished');

  // The prints of all printers are exported where their history is.
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Settings' }).click();
  const table = join(desktop.home, 'all-prints.csv');
  await answerDialogs(app, table);
  await window.getByRole('button', { name: 'Export prints…' }).click();
  await expect(window.getByText('Prints exported', { exact: true })).toBeVisible();
  expect(readFileSync(table, 'utf8')).toMatch(/\r\nVoron,lid\.gcode,.*,finished,/);
  await app.quit();
  expect(existsSync(file)).toBe(false);
  // Nothing that was written has the link that was shared, or what opens the printer.
  const { url: _address, ...secrets } = simulator.secret(exampleToken('Voron'));
  for (const path of filesBelow(app.profile)) {
    const content = statSync(join(app.profile, path)).isFile() ? readFileSync(join(app.profile, path), 'latin1') : '';
    expect(
      [...Object.values(secrets), `${simulator.origin.origin}/l/e`].filter((one) => content.includes(one), path),
    ).toEqual([]);
  }
});

test('The icon in the tray shows how far a print is, unless there is a problem', async ({
  simulator,
  fast,
  launch,
  findTray,
  picture,
}) => {
  const [voron, ender] = ['Voron', 'Ender'].map((name) => simulator.printer(name, { token: exampleToken(name) }));
  const app = await launch({ args: ['--show'], env: fast });
  await addByToken(app, 'Voron', completionLink(simulator, 'Voron'));
  await addByToken(app, 'Ender');
  const tray = await findTray();
  const icon = async () => (await tray.read()).pixmaps[0] ?? { width: 0, height: 0, rgba: new Uint8Array() };
  const shows = (what: string, step: number, warns = false) =>
    tray.waitFor(what, ({ pixmaps: [first] }) => first !== undefined && isProgress(first, { step, warns }));

  // Three prints, seen for the first time at 0, 42 and 92 percent.
  const seconds = 100_000;
  for (const { percent, step, secondsAgo } of [
    { percent: 0, step: 0, secondsAgo: 0 },
    { percent: 42, step: 5, secondsAgo: 42_200 },
    { percent: 92, step: 11, secondsAgo: 92_200 },
  ]) {
    voron?.print({ print: { id: `at-${percent}`, file: 'benchy.gcode', seconds } }, secondsAgo);
    await shows(`at ${percent} %`, step);
    expect(filledRing(await icon())).toBeCloseTo(step / 12, 1);
    if (percent > 0) expect((await tray.read()).tooltip).toContain(`Voron ${percent}%`);
    await picture(`ring-${percent}`);
  }

  voron?.print({ gadget: 'warn' });
  await shows('a warning by Gadget', 11, true);
  ender?.set({ link: 'down' });
  await tray.waitFor(
    'about the problem',
    ({ pixmaps: [first] }) => first !== undefined && pictureOf(first) === 'offline',
  );
  ender?.set({ link: 'up' });
  await shows('the print again', 11, true);
});
