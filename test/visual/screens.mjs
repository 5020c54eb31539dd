/**
 * Every screen of the window, in each language: what it shows, and how to get there. Buttons are found by the
 * window's own texts.
 *
 * @import { Page } from '@playwright/test'
 * @import { Snapshot } from '../../src/contract/contract.ts'
 * @import { Language } from '../../src/domain/settings.ts'
 * @import { WindowMessages } from '../../src/i18n/window/window-messages.ts'
 */

import { expect } from '@playwright/test';
import { inLanguage, load, messagesFor } from './make-snapshot.mjs';
import { snapshots } from './snapshots.mjs';

const { windowMessagesFor } = /** @type {typeof import('../../src/i18n/window/window-messages.ts')} */ (
  await load('./src/i18n/window/window-messages.ts')
);

/** The texts of the window. @param {Language} language */
export const textsIn = (language) => windowMessagesFor(language);

/**
 * `act` leads to the screen; `open` opens its menu, which closes whenever the window changes its size.
 *
 * @typedef {{
 *   name: string,
 *   snapshot: string,
 *   more?: (shown: Snapshot, language: Language) => Partial<Snapshot>,
 *   act?: (page: Page, texts: WindowMessages) => Promise<unknown>,
 *   open?: (page: Page, texts: WindowMessages) => Promise<unknown>,
 *   whole?: boolean,
 * }} Screen
 */

/** The snapshot of a screen. @param {Screen} screen @param {Language} language @returns {Snapshot} */
export function snapshotOf({ snapshot, more }, language) {
  const known = snapshots[snapshot];
  if (known === undefined) throw new Error(`There is no snapshot ${snapshot}.`);
  const shown = inLanguage(known, language);
  return { ...shown, ...more?.(shown, language) };
}

/** @param {Page} page @param {string} name */
const click = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
/** @param {Page} page @param {string} printer */
const rowOf = (page, printer) => page.getByRole('article', { name: printer, exact: true });
/** @param {Page} page @param {string} printer */
const unfold = async (page, printer) => {
  const button = rowOf(page, printer).locator('.row-button');
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
};
/** @param {string} printer @param {'day' | 'week' | 'month'} range */
const detail = (printer, range) => async (/** @type {Page} */ page, /** @type {WindowMessages} */ texts) => {
  await rowOf(page, printer).locator('.row-button').press('Enter');
  await click(page, texts.rows.named(texts.history.details, printer));
  await page.getByRole('slider').first().waitFor();
  await page.getByText(texts.history.ranges[range], { exact: true }).click();
  await expect(page.getByText(texts.printDetails.loadingPicture)).toHaveCount(0);
};
/** @param {string} token */
const paste = (token) => async (/** @type {Page} */ page, /** @type {WindowMessages} */ texts) => {
  await click(page, texts.overview.addPrinter);
  await click(page, texts.connect.pasteInstead);
  await page.getByRole('textbox', { name: texts.connect.pasteLabel }).fill(token);
  await click(page, texts.connect.connect);
};
const settings = async (/** @type {Page} */ page) => {
  await page.locator('#open-settings').click();
  await page.getByText('Electron 45.5.0').waitFor();
};
const showSignIn = (/** @type {Page} */ page, /** @type {WindowMessages} */ texts) =>
  click(page, texts.overview.showSignIn);

/** @type {readonly Screen[]} */
export const screens = [
  { name: 'empty', snapshot: 'empty' },
  { name: 'one', snapshot: 'one' },
  { name: 'one-printing', snapshot: 'printing-one' },
  { name: 'one-added', snapshot: 'first-printer' },
  { name: 'rows', snapshot: 'six' },
  {
    name: 'rows-compact',
    snapshot: 'printing',
    more: ({ settings: shown }) => ({ settings: { ...shown, density: 'compact' } }),
  },
  { name: 'rows-printing', snapshot: 'printing' },
  { name: 'rows-stale', snapshot: 'stale' },
  { name: 'rows-off', snapshot: 'off' },
  { name: 'rows-of-hostile-names', snapshot: 'hostile' },
  {
    name: 'rows-unfolded',
    snapshot: 'troubles',
    act: async (page) => {
      for (const name of ['Ender 3 in the garage', 'Prusa MK4', 'Bambu X1C', 'Mini', 'Farm 07', 'Voron 2.4']) {
        await unfold(page, name);
      }
    },
  },
  { name: 'long-list', snapshot: 'forty' },
  {
    name: 'nothing-fits',
    snapshot: 'forty',
    act: async (page) => {
      await page.getByRole('searchbox').fill('an uncommonly long name that nobody has');
      await page.locator('.nothing-fits').waitFor();
    },
  },
  {
    name: 'selected',
    snapshot: 'forty',
    whole: false,
    act: async (page) => {
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+ArrowDown');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
    },
    open: (page) => page.locator('.selection-bar button').first().press('Enter'),
  },
  {
    name: 'everything-above-the-list',
    snapshot: 'six',
    more: (_, language) => ({
      demo: true,
      network: 'sign-in',
      quiet: { why: 'quiet-hours', until: Date.UTC(2026, 0, 15, 6) },
      signIn: inLanguage(/** @type {Snapshot} */ (snapshots['sign-in']), language).signIn,
      notices: [
        ['locked', messagesFor(language).keychain.trouble.locked, 'keychain-locked'],
        ['ready', messagesFor(language).updates.ready('1.4.0'), 'restart'],
      ].map(([id, message, help]) => ({
        .../** @type {import('../../src/domain/message.ts').Message} */ (message),
        id: /** @type {string} */ (id),
        severity: 'warning',
        dismissable: true,
        help: /** @type {any} */ (help),
      })),
    }),
  },
  { name: 'service-silent', snapshot: 'stale', more: ({ at }) => ({ serviceSilentSince: at - 4 * 60_000 }) },
  { name: 'offline', snapshot: 'offline' },
  {
    name: 'snooze-menu',
    snapshot: 'six',
    whole: false,
    open: (page, texts) => click(page, texts.quiet.snooze),
  },
  { name: 'shortcuts', snapshot: 'six', whole: false, act: (page) => page.keyboard.press('?') },
  {
    name: 'remove',
    snapshot: 'hostile',
    whole: false,
    act: async (page, texts) => {
      const name = 'A printer whose owner wrote a little story about it. '.repeat(4).slice(0, 200);
      await unfold(page, name);
      await rowOf(page, name)
        .getByRole('button', { name: texts.rows.named(texts.printer.remove, name) })
        .click();
    },
  },
  { name: 'add', snapshot: 'one', act: (page, texts) => click(page, texts.overview.addPrinter) },
  {
    name: 'paste',
    snapshot: 'one',
    act: async (page, texts) => {
      await click(page, texts.overview.addPrinter);
      await click(page, texts.connect.pasteInstead);
    },
  },
  {
    name: 'paste-refused',
    snapshot: 'one',
    act: async (page, texts) => {
      await paste('example-token-unknown')(page, texts);
      await page.locator('.message').first().waitFor();
    },
  },
  { name: 'sign-in', snapshot: 'sign-in', act: showSignIn },
  { name: 'sign-in-no-way-back', snapshot: 'sign-in-no-way-back', act: showSignIn },
  { name: 'sign-in-other-printer', snapshot: 'sign-in-other', act: showSignIn },
  {
    name: 'sign-in-keychain',
    snapshot: 'sign-in-keychain',
    more: ({ signIn }, language) => {
      const message = messagesFor(language).keychain.trouble.locked;
      return { signIn: signIn && { ...signIn, step: { asks: 'keychain', message } } };
    },
    act: showSignIn,
  },
  {
    name: 'sign-in-unconfirmed',
    snapshot: 'sign-in-unconfirmed',
    more: ({ signIn }, language) => {
      const { serviceTrouble, tokenNotKept, httpStatus } = messagesFor(language).problems;
      const text = `${serviceTrouble.text} ${tokenNotKept}`;
      const message = { ...serviceTrouble, text, smallPrint: httpStatus(503) };
      return { signIn: signIn && { ...signIn, step: { asks: 'unconfirmed', message } } };
    },
    act: showSignIn,
  },
  { name: 'detail', snapshot: 'six', act: detail('Ender 3 in the garage', 'month') },
  { name: 'detail-print', snapshot: 'prints', act: detail('Voron 2.4', 'day') },
  { name: 'detail-print-hostile', snapshot: 'prints', act: detail('Hostile', 'week') },
  { name: 'settings', snapshot: 'quiet-hours', act: settings },
  { name: 'settings-update', snapshot: 'update-ready', act: settings },
  {
    name: 'settings-defaults',
    snapshot: 'one',
    whole: false,
    act: async (page, texts) => {
      await settings(page);
      await click(page, texts.settings.restore);
    },
  },
];
