import { expect, type Page } from '@playwright/test';
import type { Snapshot } from '../../src/contract/contract.ts';
import { fakeBridge } from './fake-bridge.mjs';
import { historiesOf } from './histories.mjs';
import { at } from './make-snapshot.mjs';
import { siteAddress } from './site.ts';
import { snapshots } from './snapshots.mjs';
import type { Scene } from './stories/story.mjs';

/**
 * Opens the window with a scene's printers, acts in it as the scene says, and waits until nothing changes any more.
 */
export async function openScene(page: Page, scene: Scene): Promise<void> {
  const first = snapshots[scene.snapshot];
  if (first === undefined) throw new Error(`There is no snapshot ${scene.snapshot}.`);
  await showWindow(page, first);
  if (scene.textSize !== undefined) {
    // A string, because the tests are compiled without DOM types.
    await page.evaluate(`document.documentElement.style.fontSize = ${JSON.stringify(scene.textSize)}`);
  }
  await scene.act?.(page);
  await settle(page, scene);
}

/** Opens the window with these printers, and waits until it shows all of them. */
export async function showWindow(page: Page, first: Snapshot): Promise<void> {
  await page.clock.setFixedTime(at);
  await page.addInitScript(fakeBridge, { first, histories: historiesOf(first) });
  await page.goto(siteAddress());
  await page.getByRole('heading', { level: 1 }).waitFor();
  // A long list is drawn in steps.
  await expect(page.locator('article[data-printer]')).toHaveCount(first.printers.length);
  if (first.printers.length > 0) await page.locator('.day-timeline svg').first().waitFor({ state: 'attached' });
}

/**
 * Brings what depends on the speed of the computer to one state: Playwright scrolls differently when something moves or
 * covers what it clicks, and what happens to lie under the pointer then is drawn as pointed at.
 */
async function settle(page: Page, { pointer = false, scrolled = false }: Scene): Promise<void> {
  if (!pointer) await page.mouse.move(0, 0);
  if (!scrolled) await page.evaluate('scrollTo(0, 0)');
  await page.evaluate('Promise.all([document.fonts.ready, ...[...document.images].map((one) => one.decode())])');
  // The window reacts to both in the next frame.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
