import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { showWindow } from './open-scene.ts';
import { screens, snapshotOf, textsIn } from './screens.mjs';

/*
 * Every screen in both languages and themes, from the narrowest window to a wide one, with texts at 100 and 200 %.
 * Nothing may overflow sideways, be cut off, covered or outside the window or its box; no time and no short word is
 * broken; every target has 24 px or room around it,
 * and axe finds nothing, contrast included. Zooming is the same as a window that is as many times narrower.
 */

const folder = join(import.meta.dirname, '../../test-results/screens');
const script = ['pseudo-locale.js', 'overlaps.js', 'broken-words.js']
  .map((name) => readFileSync(join(import.meta.dirname, 'page', name), 'utf8'))
  .join('\n');
/** In the app, rows are only drawn when they come near the window; a picture of the whole page would lack them. */
const drawFarRows = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.row { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
`;
/** The state is what a row is read for. */
const cutStates = `[...document.querySelectorAll('.row-state .status-text')]
  .filter((text) => text.scrollWidth > text.clientWidth + 1)
  .map((text) => text.textContent)`;
const widths = [320, 480, 900, 1180, 1600];
const sizes = [100, 200];

for (const screen of screens) {
  for (const language of ['en', 'de'] as const) {
    test(`${screen.name} in ${language}`, { tag: '@screens' }, async ({ page }) => {
      test.setTimeout(600_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.setViewportSize({ width: 900, height: 640 });
      await showWindow(page, snapshotOf(screen, language));
      await screen.act?.(page, textsIn(language));
      await page.mouse.move(0, 0);
      await page.evaluate(script);
      await page.evaluate(drawFarRows);
      for (const size of sizes) {
        await page.evaluate(`document.documentElement.style.fontSize = '${size}%'`);
        for (const width of widths) {
          const where = `${screen.name} in ${language}, ${width} pixels, ${size} %`;
          await page.setViewportSize({ width, height: 640 });
          await page.evaluate('scrollTo(0, 0)');
          await screen.open?.(page, textsIn(language));
          expect.soft(await page.evaluate('withoutRoom()'), where).toEqual([]);
          expect.soft(await page.evaluate('overlappingTexts()'), where).toEqual([]);
          expect.soft(await page.evaluate(cutStates), `${where}: cut off`).toEqual([]);
          expect.soft(await page.evaluate('brokenWords()'), where).toEqual([]);
          const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
          expect.soft(await page.evaluate<number>(sideways), `${where}: sticks out sideways`).toBeLessThanOrEqual(0);
          for (const theme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme: theme });
            const name = [screen.name, language, theme, width, size].join('-');
            await page.screenshot({ path: join(folder, `${name}.png`), fullPage: screen.whole ?? true });
            if (width === 320 || width === 900)
              expect.soft(await violationsOf(page, ['target-size']), `${where}, ${theme}`).toEqual([]);
          }
        }
      }
      expect.soft(complaints, 'what the page complains of').toEqual([]);
    });
  }
}
