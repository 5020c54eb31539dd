import { expect } from '@playwright/test';

/** A button's name by its label, for any printer. @param {string} name */
export const named = (name) => new RegExp(`^${name.replaceAll(/[.()]/g, '\\$&')}(: .*)?$`);

/** @param {import('@playwright/test').Page} page @param {string} name */
export const click = (page, name) =>
  page
    .getByRole('button', { name: named(name) })
    .first()
    .click();

/**
 * Opens the settings and waits for their requests to the app, whose results make them taller.
 * @param {import('@playwright/test').Page} page
 */
export const openSettings = async (page) => {
  await page.locator('#open-settings').click();
  await page.getByText('Electron 45.5.0').waitFor();
};

/** Expands the row of a printer. @param {import('@playwright/test').Page} page @param {string} name */
export const unfold = async (page, name) => {
  const row = page.getByRole('article', { name, exact: true });
  await row.getByRole('button').first().click();
  return row;
};

/** @param {string} token */
export const paste = (token) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await click(page, 'Add printer');
  await click(page, 'Paste a token instead');
  await page.getByRole('textbox', { name: 'App token or completion link' }).fill(token);
  await click(page, 'Connect');
};

/**
 * Filters the list by text and tags all printers shown.
 * @param {import('@playwright/test').Page} page @param {string} text @param {string} tag
 */
export const tagShown = async (page, text, tag) => {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('button', { name: /^(Change (all \d+|this printer)|Alle \d+ ändern)$/ }).click();
  await page.getByRole('textbox', { name: /^(New tag|Neues Schlagwort)$/ }).fill(tag);
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').fill('');
};

/** Drags one printer over another without dropping it. @param {string} name @param {string} target */
export const drag = (name, target) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.getByRole('button', { name: `Move ${name}`, exact: true }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: `Move ${name}`, exact: true }).hover();
  await page.mouse.down();
  const over = await page.getByRole('article', { name: target, exact: true }).boundingBox();
  if (over === null) throw new Error(`${target} cannot be seen.`);
  await page.mouse.move(over.x + 20, over.y + 8, { steps: 5 });
  await expect(page.locator('[data-drop]')).toHaveCount(1);
};

/** Opens a printer's details, which contain its history. @param {string} name @param {RegExp} [range] */
export const openDetail = (name, range) => async (/** @type {import('@playwright/test').Page} */ page) => {
  const article = page.getByRole('article', { name, exact: true });
  const unfolded = article.getByRole('button', { expanded: false });
  if ((await unfolded.count()) > 0) await unfolded.click();
  await article.getByRole('button', { name: /^Details( anzeigen)?: / }).click();
  await page.getByRole('slider', { name: /^(Timeline|Zeitachse), / }).waitFor();
  if (range !== undefined) await page.getByText(range).click();
};
