import type { Page } from '@playwright/test';
import { printerNames, tokenOf } from './printers.ts';

/** Clicks the first button with that name. */
export const click = (window: Page, name: string): Promise<void> =>
  window.getByRole('button', { name, exact: true }).first().click();

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
