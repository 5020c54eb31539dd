import { expect } from '@playwright/test';

/**
 * A list and its timelines, walked through by keys.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const keyboard = [
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
];
