import { expect } from '@playwright/test';
import { click, paste } from './steps.mjs';

/**
 * A printer is added, or connected again.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const connecting = [
  { name: 'add', snapshot: 'one', widths: [320, 480, 900], kept: 480, act: (page) => click(page, 'Add printer') },
  { name: 'reconnect', snapshot: 'six', widths: [480], kept: 480, act: (page) => click(page, 'Reconnect') },
  { name: 'paste-checking', snapshot: 'one', widths: [480], act: paste('example-token-slow') },
  {
    name: 'paste-error',
    snapshot: 'one',
    widths: [320, 480],
    kept: 480,
    act: async (page) => {
      await paste('example-token-unknown')(page);
      await page.getByText('recognise this token', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'paste-keep',
    snapshot: 'one',
    widths: [480],
    kept: 480,
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
      await expect(page.getByRole('button', { name: 'Paste another token' })).toBeFocused();
    },
  },
  { name: 'first-printer', snapshot: 'first-printer', widths: [320, 480], kept: 480 },
  { name: 'first-printer-no-tray', snapshot: 'first-printer-no-tray', widths: [320] },
  { name: 'german-first-printer', snapshot: 'german-first-printer', widths: [320], kept: 320 },
  { name: 'sign-in-banner', snapshot: 'sign-in', widths: [480] },
  {
    name: 'sign-in-no-way-back',
    snapshot: 'sign-in-no-way-back',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Show sign-in'),
  },
  {
    name: 'sign-in-other',
    snapshot: 'sign-in-other',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Show sign-in'),
  },
  {
    name: 'sign-in-keychain',
    snapshot: 'sign-in-keychain',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Show sign-in'),
  },
  {
    name: 'sign-in-unconfirmed',
    snapshot: 'sign-in-unconfirmed',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Show sign-in'),
  },
  {
    name: 'sign-in-waiting',
    snapshot: 'empty',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Sign in with OctoEverywhere'),
  },
];
