import type { Page } from '@playwright/test';
import { click } from '../screenshots/add-printers.ts';

/** The token of a simulated printer. */
export const tokenOf = (name: string) => `example-token-${name.toLowerCase()}-0123456789abcdef`;

/** Adds a printer by its token, like a user. */
export async function addByToken(window: Page, name: string): Promise<void> {
  await click(window, 'Add printer');
  await click(window, 'Paste a token instead');
  await window.getByRole('textbox', { name: 'App token or completion link' }).fill(tokenOf(name));
  await click(window, 'Connect');
  await window.getByRole('article', { name }).waitFor({ timeout: 60_000 });
}
