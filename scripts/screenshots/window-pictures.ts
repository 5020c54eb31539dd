import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../../test/desktop/app.ts';
import { until } from '../desktop/processes.mjs';
import { printerNames, tokenOf } from './printers.ts';
import { writeSmall } from './small-picture.ts';

/** A resized window is laid out and painted by then, in milliseconds. */
const settled = 1_000;

/** Clicks the first button of that name. */
export const click = (window: Page, name: string): Promise<void> =>
  window.getByRole('button', { name, exact: true }).first().click();

/**
 * What the window shows, at the display's scale or with `css` at one pixel a point. The ring of the focus is left out: it
 * is for those who type.
 */
export async function pictureWindow(window: Page, path: string, scale: 'device' | 'css' = 'device'): Promise<void> {
  await window.evaluate('document.activeElement?.blur()');
  writeSmall(path, await window.screenshot({ animations: 'disabled', scale }));
}

/** Makes the window that wide inside, in pixels of scale 1, and as high as its page. */
export async function growToPage(app: DrivenApp, width: number): Promise<void> {
  await resize(app, width, 400);
  const height = await (await app.window()).evaluate<number>('document.documentElement.scrollHeight');
  // Part of a pixel more than that would still be something to scroll.
  await resize(app, width, height + 1);
}

async function resize(app: DrivenApp, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  const window = await app.window();
  // The desktop takes some steps to a new size, and goes through it on its way from the one before.
  await sleep(settled);
  await until('the new size', () => window.evaluate<boolean>(`innerWidth === ${width} && innerHeight === ${height}`));
}

/** Chooses the theme in the settings, as its user does, and comes back to the printers. */
export async function chooseTheme(window: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await click(window, 'Settings');
  await window.getByText(theme, { exact: true }).click();
  await window.locator(`html[data-theme="${theme.toLowerCase()}"]`).waitFor();
  await window.keyboard.press('Escape');
  // The focus comes back a moment later, and then its ring must not come into a picture.
  const focused = 'document.activeElement?.getAttribute("aria-label")';
  await until('the focus', async () => (await window.evaluate(focused)) === 'Settings');
}

/** Adds every printer by its token. */
export async function addPrinters(window: Page): Promise<void> {
  for (const name of printerNames) {
    await click(window, 'Add printer');
    await click(window, 'Paste a token instead');
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(tokenOf(name));
    await click(window, 'Connect');
    await window.getByRole('article', { name }).waitFor();
  }
}
