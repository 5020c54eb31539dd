import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

interface Stored {
  readonly printers: readonly { readonly id: string; readonly name: string }[];
}

/** Reads a JSON file of the profile. */
export const readJson = (profile: string, file: string) => JSON.parse(readFileSync(join(profile, file), 'utf8'));
/** The names of the stored printers, in their order. */
export const storedNames = (profile: string) =>
  (readJson(profile, 'printers.json') as Stored).printers.map(({ name }) => name);
/** The id of the stored printer with that name; empty when there is none. */
export const storedId = (profile: string, name: string) =>
  (readJson(profile, 'printers.json') as Stored).printers.find((printer) => printer.name === name)?.id ?? '';

/** The names in the window, from top to bottom. */
export const shownNames = (window: Page) =>
  window.evaluate<string[]>('[...document.querySelectorAll("article:not([hidden])")].map((one) => one.ariaLabel)');
