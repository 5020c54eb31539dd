import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addByToken } from '../add-by-token.ts';
import { drawnIcon, writeEnlarged } from '../drawn-icon.ts';
import type { Stage } from '../stage.ts';

/** How the desktop draws the icon at its scale: which bitmap it gets, and whether it draws it pixel for pixel. */
export async function scaleSteps(stage: Stage, scale: string): Promise<void> {
  await stage.step(`icon at ${Math.round(Number(scale) * 100)} %`, async () => {
    await stage.start('--show');
    await stage.findTray();
    await addByToken(await stage.window(), 'Voron');
    await stage.tray.waitForColour('green');
    stage.parts.simulator.printer('Voron').set({ link: 'down' });
    const { pixmaps } = await stage.tray.waitForColour('amber');
    await (await stage.window()).close();
    // Notifications have the same colour, and disappear after a while.
    await wait(9_000);
    const file = join(tmpdir(), `octoglance-scale-${process.pid}.png`);
    try {
      await stage.screenshot(file);
      const offered = pixmaps.at(-1)?.width ?? 0;
      const drawn = drawnIcon(file, offered);
      const { name } = stage.parts;
      writeEnlarged(file, drawn.area, `docs/screenshots/desktops/${name}-scale-${Math.round(Number(scale) * 100)}.png`);
      const how = drawn.isExact ? 'drawn pixel for pixel' : `drawn about ${drawn.height} px high`;
      return `gets ${offered} px, ${how} (${Math.round(drawn.likeness * 100)} % of its opaque pixels)`;
    } finally {
      rmSync(file, { force: true });
    }
  });
  await stage.step('quit', async () => {
    await stage.app.quit();
    return '';
  });
}
