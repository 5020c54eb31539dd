import { expect, test } from '@playwright/test';
import { openScene } from './open-scene.ts';
import { scenes } from './stories.mjs';

/** Runs in the page: how far the focused element is covered by the header above and the bar below, CSS px. */
const covered = `(() => {
  const focused = document.activeElement.getBoundingClientRect();
  const header = document.querySelector('header.bar').getBoundingClientRect();
  const bar = document.querySelector('.selection-bar')?.getBoundingClientRect();
  return Math.max(0, header.bottom - focused.top, focused.bottom - (bar?.top ?? innerHeight));
})()`;

for (const [name, width] of [
  ['forty', 320],
  ['forty', 480],
  ['forty', 900],
  ['german-forty', 580],
] as const) {
  test(`what takes the focus is below the filter and above the selection bar: ${name}, ${width} pixels`, {
    tag: '@kept',
  }, async ({ page }) => {
    const scene = scenes.find((one) => one.name === name);
    if (scene === undefined) throw new Error(`There is no scene ${name}.`);
    await page.setViewportSize({ width, height: 640 });
    await openScene(page, scene);
    await page.locator('article.row:not([hidden]) .row-button').first().focus();
    await page.keyboard.press('Control+a');
    await expect(page.locator('.selection-bar')).toBeVisible();
    for (const key of ['ArrowDown', 'ArrowUp']) {
      for (let step = 0; step < 25; step += 1) {
        await page.keyboard.press(key);
        expect.soft(await page.evaluate(covered), `${key} ${step}`).toBe(0);
      }
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('.selection-bar')).toHaveCount(0);
    // Without the bar the whole window is there for the rows.
    expect(await page.evaluate('document.documentElement.style.scrollPaddingBlockEnd')).toBe('');
  });
}
