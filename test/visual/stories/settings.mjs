import { expect } from '@playwright/test';
import { click, openSettings } from './steps.mjs';
import { every } from './story.mjs';

/**
 * The settings.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const settings = [
  {
    name: 'high-contrast-settings',
    snapshot: 'one',
    widths: [480],
    kept: 480,
    highContrast: true,
    act: openSettings,
  },
  {
    name: 'high-contrast-settings-off',
    snapshot: 'notifications-off',
    widths: [480],
    kept: 480,
    whole: false,
    highContrast: true,
    act: openSettings,
  },
  { name: 'settings', snapshot: 'one', widths: every, kept: 480, act: openSettings },
  {
    name: 'settings-quiet-hours',
    snapshot: 'quiet-hours',
    widths: every,
    kept: 320,
    act: openSettings,
  },
  { name: 'settings-off', snapshot: 'notifications-off', widths: [320, 480], act: openSettings },
  {
    name: 'settings-quiet-hours-large-text',
    snapshot: 'quiet-hours',
    widths: [320, 480],
    textSize: '200%',
    act: openSettings,
  },
  {
    name: 'settings-topics',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('switch', { name: 'Disconnected', exact: true }).click();
      await page.getByRole('switch', { name: 'Supporter Perks', exact: true }).click();
      await expect(page.getByRole('switch', { name: 'Disconnected', exact: true })).not.toBeChecked();
      await expect(page.getByRole('switch', { name: 'Supporter Perks', exact: true })).not.toBeChecked();
    },
  },
  {
    name: 'settings-quiet-hours-typed',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('switch', { name: 'Quiet hours', exact: true }).click();
      await page.getByRole('switch', { name: 'Tuesday', exact: true }).click();
      await page.getByLabel('Monday, from').fill('21:15');
      await page.getByLabel('Monday, until').fill('23:45');
      await click(page, 'Same for all days');
      await expect(page.getByLabel('Tuesday, from')).toHaveValue('21:15');
      await expect(page.getByLabel('Sunday, until')).toHaveValue('23:45');
    },
  },
  {
    name: 'settings-large-text',
    snapshot: 'one',
    widths: [320, 480],
    textSize: '200%',
    act: openSettings,
  },
  {
    name: 'settings-imported',
    snapshot: 'one',
    widths: [320, 480],
    act: async (page) => {
      await openSettings(page);
      await click(page, 'Import list…');
      await page.getByText('3 printers imported').first().waitFor();
    },
  },
  {
    name: 'settings-refused',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await openSettings(page);
      const startAtLogin = page.getByRole('switch', { name: 'Start at login' });
      await startAtLogin.click();
      await page.getByText('could not be switched on').first().waitFor();
      await expect(startAtLogin).not.toBeChecked();
    },
  },
  {
    name: 'settings-update-ready',
    snapshot: 'update-ready',
    widths: [320, 480],
    act: openSettings,
  },
];
