import { expect } from '@playwright/test';
import { drag, tagShown } from './steps.mjs';

/**
 * A long list: found in, put in order, walked through by keys.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const longList = [
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
      await expect(page.getByRole('status')).toHaveText('13 printers muted.');
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
      const status = page.getByRole('status');
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await expect(status).toHaveText('1 printer selected.');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await expect(status).toHaveText('3 printers selected.');
      await page.keyboard.press('Space');
      await expect(status).toHaveText('2 printers selected.');
      // The box of a row is one of its stops.
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByRole('checkbox', { name: 'Select Prusa MK4' })).toBeFocused();
      await page.keyboard.press('Space');
      await expect(status).toHaveText('3 printers selected.');
      await page.keyboard.press('ControlOrMeta+a');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(6);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await expect(status).toHaveText('Nothing selected.');
      await page.getByRole('checkbox', { name: 'Select Voron 2.4' }).check();
      await page.getByRole('checkbox', { name: 'Select Sidewinder' }).check();
      // A right click on a selected row is meant for all of them.
      await page.getByRole('article', { name: 'Voron 2.4' }).click({ button: 'right', position: { x: 60, y: 10 } });
      await page.getByRole('button', { name: 'Mute', exact: true }).click();
      await expect(status).toHaveText('2 printers muted.');
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
  {
    name: 'by-state',
    snapshot: 'forty',
    widths: [320, 480, 900],
    act: (page) => page.getByRole('combobox', { name: 'Sort by' }).selectOption('by-state'),
  },
  {
    name: 'own-order',
    snapshot: 'forty',
    widths: [320, 900],
    whole: false,
    act: (page) => page.getByRole('combobox', { name: 'Sort by' }).selectOption('own'),
  },
  {
    name: 'walked-by-keys',
    snapshot: 'forty',
    widths: [480],
    scrolled: true,
    whole: false,
    act: async (page) => {
      const inRow = (/** @type {string} */ name) => page.getByRole('article', { name }).getByRole('button').first();
      await page.keyboard.press('ArrowDown');
      await expect(inRow('Farm 03')).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(inRow('Farm 08')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('article', { name: 'Farm 08' })).toContainText('Local IP');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('r');
      await expect(page.getByRole('article', { name: 'Farm 11' })).toContainText('Too soon to check again');
      await page.keyboard.press('/');
      await page.keyboard.type('r?o');
      await expect(page.getByRole('searchbox')).toHaveValue('r?o');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await inRow('Farm 11').focus();
    },
  },
  {
    name: 'six-walked-by-keys',
    snapshot: 'six',
    widths: [900],
    whole: false,
    act: async (page) => {
      const inRow = (/** @type {string} */ name) => page.getByRole('article', { name }).getByRole('button');
      await page.keyboard.press('End');
      await expect(inRow('Sidewinder').first()).toBeFocused();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(inRow('Prusa MK4').first()).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('slider', { name: 'Timeline: Prusa MK4' })).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(inRow('Prusa MK4').nth(1)).toBeFocused();
      await expect(inRow('Prusa MK4').nth(1)).toHaveAccessibleName('Reconnect: Prusa MK4');
      await page.keyboard.press('ArrowUp');
      await expect(inRow('Ender 3 in the garage').first()).toBeFocused();
      // After the list there is nothing more to focus, and going back leads to the same row.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await expect(inRow('Ender 3 in the garage').first()).toBeFocused();
    },
  },
  {
    name: 'timeline-pointed-at',
    snapshot: 'six',
    widths: [480, 900],
    pointer: true,
    kept: 900,
    whole: false,
    act: async (page) => {
      const row = page.getByRole('article', { name: 'Ender 3 in the garage' });
      const timeline = row.getByRole('slider');
      const { width = 0 } = (await timeline.boundingBox()) ?? {};
      await timeline.hover({ position: { x: width - 3, y: 5 } });
      const tip = page.locator('.timeline-tip');
      await expect(tip).toHaveText(/^Disconnected, .+ – now \(/);
      await page.keyboard.press('Escape');
      await expect(tip).toHaveCount(0);
      await timeline.hover({ position: { x: 3, y: 5 } });
      await expect(tip).toHaveText(/^Connected, /);
    },
  },
  {
    name: 'timeline-read-by-keys',
    snapshot: 'six',
    widths: [900],
    whole: false,
    act: async (page) => {
      const row = page.getByRole('article', { name: 'Ender 3 in the garage' });
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      const timeline = row.getByRole('slider', { name: 'Timeline: Ender 3 in the garage' });
      await expect(timeline).toBeFocused();
      await expect(timeline).toHaveAttribute('aria-valuetext', /^Disconnected, /);
      await page.keyboard.press('ArrowLeft');
      await expect(timeline).toHaveAttribute('aria-valuetext', /^Connected, /);
      await expect(page.locator('.timeline-tip')).toHaveText((await timeline.getAttribute('aria-valuetext')) ?? '');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('article', { name: 'Prusa MK4' }).getByRole('button').first()).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'regrouped',
    snapshot: 'forty',
    widths: [480],
    scrolled: true,
    whole: false,
    act: async (page) => {
      const row = page.getByRole('article', { name: 'Farm 04' }).getByRole('button').first();
      await row.press('Enter');
      const change = (/** @type {string} */ name, /** @type {string} */ status) =>
        page.evaluate(
          ([name, status]) => {
            const { pushSnapshot, lastSnapshot } = /** @type {any} */ (globalThis);
            const printers = lastSnapshot().printers.map((/** @type {any} */ one) =>
              one.name === name ? { ...one, status, statusText: 'Disconnected' } : one,
            );
            pushSnapshot({ printers });
          },
          [name, status],
        );
      const order = () => page.evaluate('[...document.querySelectorAll("article")].map((one) => one.ariaLabel)');
      const before = await order();
      await change('Farm 04', 'offline');
      await expect(page.getByRole('button', { name: '1 changed: sort again' })).toBeVisible();
      expect(await order()).toEqual(before);
      // A row stays focused and expanded when its printer moves to another group.
      await page.getByRole('button', { name: '1 changed: sort again' }).click();
      await expect(page.getByRole('article').nth(1)).toHaveAccessibleName('Farm 04');
      await expect(row).toBeFocused();
      await expect(row).toHaveAttribute('aria-expanded', 'true');
    },
  },
  {
    name: 'keys',
    snapshot: 'forty',
    widths: [320, 480],
    kept: 480,
    whole: false,
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'keys-large-text',
    snapshot: 'forty',
    widths: [320],
    whole: false,
    textSize: '200%',
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'dragging-six',
    snapshot: 'six',
    widths: [320, 900],
    scrolled: true,
    pointer: true,
    whole: false,
    act: drag('Ender 3 in the garage', 'Voron 2.4'),
  },
  {
    name: 'dragging-rows',
    snapshot: 'forty',
    widths: [320, 900],
    scrolled: true,
    pointer: true,
    whole: false,
    act: drag('Farm 05', 'Farm 02'),
  },
  {
    name: 'moved',
    snapshot: 'forty',
    widths: [480],
    scrolled: true,
    whole: false,
    act: async (page) => {
      await page.getByRole('button', { name: 'Move Farm 05' }).press('ArrowUp');
      // The position is within its group of thirty printers.
      await expect(page.getByRole('status')).toHaveText('Farm 05 moved to position 3 of 30.');
      await expect(page.getByRole('button', { name: 'Move Farm 05' })).toBeFocused();
    },
  },
];
