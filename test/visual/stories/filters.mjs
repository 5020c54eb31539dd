import { expect } from '@playwright/test';
import { expectAnnounced, lastAnnounced } from '../../support/announced.mjs';
import { tagShown } from './steps.mjs';

/**
 * A long list, filtered and changed many at a time.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const filters = [
  {
    name: 'forty-unfolded',
    snapshot: 'forty',
    widths: [320, 480, 900],
    kept: 480,
    whole: false,
    act: (page) => page.getByRole('article', { name: 'Farm 03' }).getByRole('button').first().click(),
  },
  {
    name: 'filtered',
    snapshot: 'forty',
    widths: [320, 480, 900],
    whole: false,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('arm 1');
      await expect(page.getByRole('article')).toHaveCount(13);
    },
  },
  {
    name: 'filtered-by-state',
    snapshot: 'forty',
    widths: [320, 900],
    whole: false,
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Filter by status' }).selectOption('offline');
      await expect(page.getByRole('article')).toHaveCount(5);
    },
  },
  {
    name: 'tagged',
    snapshot: 'forty',
    widths: [320, 480, 900],
    kept: 480,
    whole: false,
    act: async (page) => {
      await tagShown(page, 'arm 1', 'workshop');
      await tagShown(page, 'arm 12', 'resin');
      await page.getByRole('combobox', { name: 'Filter by tag' }).selectOption('workshop');
      await expect(page.getByRole('article')).toHaveCount(13);
      await page.getByRole('button', { name: 'Change all 13' }).click();
      await page.getByRole('button', { name: 'Mute', exact: true }).click();
      await expectAnnounced(page, '13 printers muted.');
      await page.getByRole('button', { name: 'Change all 13' }).click();
      await expect(page.getByRole('button', { name: 'Unmute', exact: true })).toBeVisible();
    },
  },
  {
    name: 'selected',
    snapshot: 'forty',
    widths: [320, 480, 900],
    kept: 480,
    whole: false,
    act: async (page) => {
      const line = (/** @type {string} */ name) => page.getByRole('article', { name }).getByRole('button').first();
      await line('Farm 03').click({ modifiers: ['ControlOrMeta'] });
      await line('Farm 11').click({ modifiers: ['Shift'] });
      await expect(page.getByRole('article', { name: 'Farm 08' }).getByRole('checkbox')).toBeChecked();
      await expect(line('Farm 11')).toHaveAttribute('aria-expanded', 'false');
      // What the filter hides isn't changed either.
      await page.getByRole('searchbox').fill('1');
      await expect(page.getByRole('button', { name: 'Change 1 selected' })).toBeVisible();
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'Change 3 selected' }).press('Enter');
    },
  },
  {
    name: 'selected-by-keys',
    snapshot: 'six',
    widths: [480, 900],
    act: async (page) => {
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await expect(lastAnnounced(page)).toHaveText('1 printer selected.');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await expect(lastAnnounced(page)).toHaveText('3 printers selected.');
      await page.keyboard.press('Space');
      await expect(lastAnnounced(page)).toHaveText('2 printers selected.');
      // The box of a row is one of its stops.
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByRole('checkbox', { name: 'Select Prusa MK4' })).toBeFocused();
      await page.keyboard.press('Space');
      await expect(lastAnnounced(page)).toHaveText('3 printers selected.');
      await page.keyboard.press('ControlOrMeta+a');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(6);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await expect(lastAnnounced(page)).toHaveText('Nothing selected.');
      await page.getByRole('checkbox', { name: 'Select Voron 2.4' }).check();
      await page.getByRole('checkbox', { name: 'Select Sidewinder' }).check();
      // A right click on a selected row is meant for all of them.
      await page.getByRole('article', { name: 'Voron 2.4' }).click({ button: 'right', position: { x: 60, y: 10 } });
      await page.getByRole('button', { name: 'Mute', exact: true }).click();
      await expect(lastAnnounced(page)).toHaveText('2 printers muted.');
    },
  },
  {
    name: 'nothing-fits',
    snapshot: 'forty',
    widths: [320, 480],
    kept: 480,
    whole: false,
    act: (page) =>
      page.getByRole('searchbox', { name: 'Filter by name' }).fill('an uncommonly long name that nobody has'),
  },
];
