import { expect } from '@playwright/test';

/** The newest announcement for screen readers. @param {import('@playwright/test').Page} page */
export const lastAnnounced = (page) => page.getByRole('log').locator('p').last();

/**
 * Expects that this text is announced; what is announced next follows it and replaces nothing.
 * @param {import('@playwright/test').Page} page @param {string} text
 */
export const expectAnnounced = (page, text) =>
  expect(page.getByRole('log').getByText(text, { exact: true }).last()).toBeAttached();
