import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { colourViolationsOf, violationsOf } from '../support/axe.ts';
import { openScene } from './open-scene.ts';
import type { Scene } from './stories/story.mjs';
import { scenes } from './stories.mjs';

/*
 * Renders every scene of the window in both themes and several widths. axe must find nothing, the page must not log
 * errors, and nothing may overflow sideways. Pictures go to test-results/look/, but those of kept scenes are compared
 * with the committed ones, which a person has checked.
 */

const folder = join(import.meta.dirname, '../../test-results/look');

for (const scene of scenes) {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of scene.widths) {
      const name = `${scene.name}-${theme}-${width}`;
      const kept = scene.kept === width;
      test.describe(() => {
        test.use({
          viewport: { width, height: scene.height ?? 640 },
          colorScheme: theme,
          contextOptions: { reducedMotion: 'reduce', forcedColors: scene.highContrast === true ? 'active' : 'none' },
          deviceScaleFactor: scene.scale ?? 1,
        });
        test(name, { tag: kept ? '@kept' : [] }, ({ page }) => look(page, scene, name, kept, theme === 'dark'));
      });
    }
  }
}

/** In the dark theme, only what depends on it is checked. */
async function look(page: Page, scene: Scene, name: string, kept: boolean, isDark: boolean): Promise<void> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (logged) => {
    const noise = logged.text().includes('favicon') || logged.location().url.endsWith('favicon.ico');
    if ((logged.type() === 'error' || logged.type() === 'warning') && !noise) complaints.push(logged.text());
  });
  await openScene(page, scene);
  const whole = scene.whole ?? true;
  if (kept) await expect.soft(page).toHaveScreenshot(`${name}.png`, { fullPage: whole });
  else await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect.soft(sideways, 'pixels that stick out sideways').toBeLessThanOrEqual(0);
  expect.soft(await (isDark ? colourViolationsOf(page) : violationsOf(page)), 'what axe finds').toEqual([]);
  expect.soft(complaints, 'what the page complains of').toEqual([]);
}
