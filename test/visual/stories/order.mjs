import { expect } from '@playwright/test';
import { expectAnnounced } from '../../support/announced.mjs';
import { drag } from './steps.mjs';

/**
 * The order of a list: sorted, regrouped, dragged.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const order = [
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
      await expectAnnounced(page, 'Farm 05 moved to position 3 of 30.');
      await expect(page.getByRole('button', { name: 'Move Farm 05' })).toBeFocused();
    },
  },
];
