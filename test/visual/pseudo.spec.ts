import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openScene } from './open-scene.ts';
import { scenes } from './stories.mjs';

/*
 * Checks that the window's layout is ready for other languages: each screen with texts that are 40 % longer and accented,
 * left-to-right and right-to-left, in the narrowest window and in a wide one. As in canton7/SyncTrayzor#540, where German
 * settings were cut off.
 */

const folder = join(import.meta.dirname, '../../test-results/look');
/** Runs in the page, which can only load plain scripts. */
const script = readFileSync(join(import.meta.dirname, 'page/pseudo-locale.js'), 'utf8');

const screens = [
  'empty',
  'six',
  'forty-unfolded',
  'detail',
  'add',
  'sign-in-no-way-back',
  'settings-quiet-hours',
  'keys',
  'first-printer',
  'printing',
  'print',
  'print-no-access',
  'detail-tags',
  'tagged',
  'selected',
];

for (const name of screens) {
  test(`${name} has room for longer languages`, { tag: '@kept' }, async ({ page }) => {
    const scene = scenes.find((one) => one.name === name);
    if (scene === undefined) throw new Error(`There is no scene ${name}.`);
    await page.setViewportSize({ width: 900, height: 640 });
    await openScene(page, scene);
    await page.evaluate(`${script}; pseudoLocalize()`);
    const menus = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll(':popover-open')].map(({ id }) => id)",
    );
    for (const direction of ['ltr', 'rtl'] as const) {
      await page.evaluate(`document.documentElement.dir = '${direction}'`);
      for (const width of [320, 900]) {
        await page.setViewportSize({ width, height: 640 });
        // A menu closes when the window changes its size.
        for (const id of menus) await page.evaluate(`document.getElementById('${id}').togglePopover(true)`);
        // The bar above the list stays in view: further down it would cover rows.
        await page.evaluate('document.scrollingElement.scrollTo(0, 0)');
        await page.screenshot({
          path: join(folder, `pseudo-${name}-${direction}-${width}.png`),
          fullPage: scene.whole !== false,
        });
        expect.soft(await page.evaluate('withoutRoom()'), `${direction}, ${width} pixels`).toEqual([]);
        const sideways = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect.soft(sideways, `${direction}, ${width} pixels: what sticks out sideways`).toBeLessThanOrEqual(0);
      }
    }
  });
}
