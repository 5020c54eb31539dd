import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { addByToken } from '../add-by-token.ts';
import { drawnIcon, writeEnlarged } from '../drawn-icon.ts';
import type { Stage } from '../stage.ts';
import { isWithin, windowAndWorkArea } from '../window-area.ts';

/**
 * How the desktop draws the icon at its scale: which bitmap it gets, and whether it draws it pixel for pixel; and whether
 * the window fits the screen.
 */
export async function scaleSteps(stage: Stage, scale: string): Promise<void> {
  let first = '';
  const percent = Math.round(Number(scale) * 100);
  await stage.step(`icon at ${percent} %`, async () => {
    await stage.start('--show');
    await stage.findTray();
    await addByToken(await stage.window(), 'Voron');
    await stage.tray.waitForColour('green');
    stage.parts.simulator.printer('Voron').set({ link: 'down' });
    const { pixmaps } = await stage.tray.waitForColour('amber');
    first = await sizeOf(await stage.window());
    await (await stage.window()).close();
    // Notifications have the same colour, and disappear after a while.
    await wait(9_000);
    return stage.withScreenshot(async (file) => {
      const offered = pixmaps.at(-1)?.width ?? 0;
      const drawn = drawnIcon(file, offered);
      const { name } = stage.parts;
      writeEnlarged(file, drawn.area, `docs/screenshots/desktops/${name}-scale-${percent}.png`);
      const how = drawn.isExact ? 'drawn pixel for pixel' : `drawn about ${drawn.height} px high`;
      return `gets ${offered} px, ${how} (${Math.round(drawn.likeness * 100)} % of its opaque pixels)`;
    });
  });
  await stage.step(`window at ${percent} %`, async () => {
    const page = await stage.window();
    await page.getByRole('article', { name: 'Voron' }).waitFor({ timeout: 30_000 });
    // Window managers place and size it a moment after it has appeared.
    await wait(2_000);
    const { window, work } = await windowAndWorkArea(stage.parts.kind);
    const again = await sizeOf(page);
    if (again !== first) throw new Error(`It was ${first}, and ${again} when opened again.`);
    const ratio = await page.evaluate<number>('devicePixelRatio');
    if (percent === 150) await stage.picture('window-150');
    const text = `${window.width} × ${window.height} at ${window.x}, ${window.y} in ${work.width} × ${work.height}; ${ratio} pixels of the screen for one`;
    if (!isWithin(window, work)) throw new Error(`Not within the work area: ${text}`);
    return text;
  });
  await stage.step('quit', async () => {
    await stage.app.quit();
    return '';
  });
}

function sizeOf(page: Page): Promise<string> {
  return page.evaluate<string>('[innerWidth, innerHeight].join(" × ")');
}
