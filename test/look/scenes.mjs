/**
 * What is looked at: a snapshot, what the user does with it, and at which widths.
 *
 * @typedef {{
 *   name: string,
 *   snapshot: string,
 *   widths: number[],
 *   act?: (page: import('@playwright/test').Page) => Promise<unknown>,
 *   whole?: boolean,
 *   scale?: number,
 *   textSize?: string,
 * }} Scene
 */
import { expect } from '@playwright/test';

const every = [320, 480, 900, 1600];

/** @param {import('@playwright/test').Page} page @param {string} name */
const click = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** @param {string} token */
const paste = (token) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await click(page, 'Add printer');
  await click(page, 'Paste a token instead');
  await page.getByRole('textbox', { name: 'App token or completion link' }).fill(token);
  await click(page, 'Connect');
};

/** @type {Scene[]} */
export const scenes = [
  { name: 'empty', snapshot: 'empty', widths: every },
  { name: 'one', snapshot: 'one', widths: [320, 480] },
  { name: 'one-sharp', snapshot: 'one', widths: [480], scale: 2 },
  { name: 'six', snapshot: 'six', widths: every },
  { name: 'six-first-view', snapshot: 'six', widths: [480], whole: false },
  { name: 'forty', snapshot: 'forty', widths: every, whole: false },
  {
    name: 'forty-unfolded',
    snapshot: 'forty',
    widths: [320, 480, 900],
    whole: false,
    act: (page) => page.getByRole('article', { name: 'Farm 03' }).getByRole('button').first().click(),
  },
  { name: 'offline', snapshot: 'offline', widths: [320, 480] },
  { name: 'notices', snapshot: 'notices', widths: [320, 480, 900] },
  { name: 'hostile', snapshot: 'hostile', widths: every },
  { name: 'large-text', snapshot: 'six', widths: [320, 480], textSize: '200%' },
  { name: 'large-text-rows', snapshot: 'forty', widths: [320, 480], textSize: '200%', whole: false },
  { name: 'refused-refresh', snapshot: 'one', widths: [480], act: (page) => click(page, 'Refresh') },
  {
    name: 'remove',
    snapshot: 'hostile',
    widths: [320, 480],
    whole: false,
    act: (page) => click(page, 'Remove'),
  },
  { name: 'add', snapshot: 'one', widths: [320, 480, 900], act: (page) => click(page, 'Add printer') },
  { name: 'reconnect', snapshot: 'six', widths: [480], act: (page) => click(page, 'Reconnect') },
  { name: 'paste-checking', snapshot: 'one', widths: [480], act: paste('example-token-slow') },
  {
    name: 'paste-error',
    snapshot: 'one',
    widths: [320, 480],
    act: async (page) => {
      await paste('example-token-unknown')(page);
      await page.getByText('does not know this token', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'paste-keep',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await paste('example-token-no-keychain')(page);
      await page.getByRole('button', { name: 'Keep until I quit' }).waitFor();
    },
  },
  {
    name: 'added',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await paste('example-token-voron')(page);
      await expect(page.getByRole('article', { name: 'Newcomer' })).toBeFocused();
    },
  },
  { name: 'sign-in-banner', snapshot: 'sign-in', widths: [480] },
  {
    name: 'sign-in-waiting',
    snapshot: 'empty',
    widths: [320, 480],
    act: (page) => click(page, 'Sign in with OctoEverywhere'),
  },
  { name: 'settings', snapshot: 'one', widths: every, act: (page) => click(page, 'Settings') },
  {
    name: 'settings-large-text',
    snapshot: 'one',
    widths: [320, 480],
    textSize: '200%',
    act: (page) => click(page, 'Settings'),
  },
  {
    name: 'settings-refused',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await click(page, 'Settings');
      const startAtLogin = page.getByRole('switch', { name: 'Start at login' });
      await startAtLogin.click();
      await page.getByText('could not be switched on').first().waitFor();
      await expect(startAtLogin).not.toBeChecked();
    },
  },
];
