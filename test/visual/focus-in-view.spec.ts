import { expect, test } from '@playwright/test';
import { openScene } from './open-scene.ts';
import { scenes } from './stories.mjs';

/** Runs in the page: how much of the focused line is out of sight, or below the header or the bar, CSS px. */
const covered = `(() => {
  const focused = document.activeElement.closest('.row-main').getBoundingClientRect();
  const header = document.querySelector('header.bar').getBoundingClientRect();
  const bar = document.querySelector('.selection-bar')?.getBoundingClientRect();
  return Math.max(0, header.bottom - focused.top, -focused.top, focused.bottom - Math.min(bar?.top ?? innerHeight, innerHeight));
})()`;

for (const [name, width, height, textSize] of [
  ['forty', 320, 640],
  ['forty', 480, 640],
  ['forty', 900, 640],
  ['german-forty', 580, 640],
  // A low window zoomed in to 150 %, the usual and the smallest window at 200 %, and large text.
  ['forty', 320, 267],
  ['forty', 240, 320],
  ['german-forty', 160, 200],
  ['german-forty', 320, 640, '200%'],
] as const) {
  const size = `${width} × ${height} pixels${textSize === undefined ? '' : ' with large text'}`;
  test(`what takes the focus is below the filter and above the selection bar: ${name}, ${size}`, {
    tag: '@kept',
  }, async ({ page }) => {
    const scene = scenes.find((one) => one.name === name);
    if (scene === undefined) throw new Error(`There is no scene ${name}.`);
    await page.setViewportSize({ width, height });
    await openScene(page, { ...scene, ...(textSize === undefined ? {} : { textSize }) });
    await page.locator('article.row:not([hidden]) .row-button').first().focus();
    await page.keyboard.press('Control+a');
    await expect(page.locator('.selection-bar')).toBeVisible();
    // The window reacts to its height in the next frame.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    for (const key of ['ArrowDown', 'ArrowUp']) {
      for (let step = 0; step < 25; step += 1) {
        await page.keyboard.press(key);
        expect.soft(await page.evaluate(covered), `${key} ${step}`).toBe(0);
      }
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('.selection-bar')).toHaveCount(0);
    // Without the bar the whole window is there for the rows.
    await expect.poll(() => page.evaluate('document.documentElement.style.scrollPaddingBlockEnd')).toBe('');
  });
}
