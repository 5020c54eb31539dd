/**
 * Looks at the window: every screen in both themes and several widths, as pictures in test-results/look/, and what axe
 * finds on each. Ends with 1 when axe finds anything, when the page complains, or when something sticks out sideways.
 *
 *     node test/look/run.mjs [part of a scene's name [folder for the pictures]]
 */
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { scenes } from './scenes.mjs';
import { serveWindow } from './site.mjs';
import { pastsOf, snapshots } from './snapshots.mjs';
import { standInBridge } from './stand-in-bridge.mjs';

const folder = resolve(process.argv[3] ?? resolve(import.meta.dirname, '../../test-results/look'));
const wanted = process.argv[2] ?? '';
const site = await serveWindow();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
});
/** @type {string[]} */
const complaints = [];

for (const scene of scenes.filter(({ name }) => name.includes(wanted))) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of scene.widths) {
      await look(scene, theme, width);
    }
  }
}
await browser.close();
await site.close();
for (const complaint of complaints) console.log(complaint);
console.log(complaints.length === 0 ? 'Nothing to complain about.' : `${complaints.length} complaints.`);
process.exitCode = complaints.length === 0 ? 0 : 1;

/**
 * @param {import('./scenes.mjs').Scene} scene
 * @param {'light' | 'dark'} theme
 * @param {number} width
 */
async function look(scene, theme, width) {
  const context = await browser.newContext({
    viewport: { width, height: 640 },
    colorScheme: theme,
    forcedColors: scene.highContrast === true ? 'active' : 'none',
    deviceScaleFactor: scene.scale ?? 1,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const name = `${scene.name}-${theme}-${width}`;
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  page.on('console', (said) => {
    const noise = said.text().includes('favicon') || said.location().url.endsWith('favicon.ico');
    if ((said.type() === 'error' || said.type() === 'warning') && !noise) complaints.push(`${name}: ${said.text()}`);
  });
  const first = snapshots[scene.snapshot];
  if (first === undefined) throw new Error(`There is no snapshot ${scene.snapshot}.`);
  await page.addInitScript(standInBridge, { first, pasts: pastsOf(first) });
  await page.goto(site.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (scene.textSize !== undefined) {
    await page.evaluate((size) => {
      const { documentElement } = /** @type {any} */ (globalThis).document;
      documentElement.style.fontSize = size;
    }, scene.textSize);
  }
  await scene.act?.(page);
  const { wide, room } = await page.evaluate(() => {
    const { documentElement } = /** @type {any} */ (globalThis).document;
    return { wide: documentElement.scrollWidth, room: documentElement.clientWidth };
  });
  if (wide > room) complaints.push(`${name}: ${wide} px wide in ${room} px`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, impact, nodes } of violations) {
    complaints.push(
      `${name}: axe ${impact} ${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join('; ')}`,
    );
  }
  await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: scene.whole ?? true });
  await context.close();
}
