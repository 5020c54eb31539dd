import { expect } from '@playwright/test';
import { openDetail, tagShown, unfold } from './steps.mjs';
import { every } from './story.mjs';

/**
 * One printer and its history.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const detail = [
  { name: 'detail', snapshot: 'six', widths: every, kept: 480, act: openDetail('Ender 3 in the garage') },
  { name: 'detail-week', snapshot: 'six', widths: [320, 900], act: openDetail('Mini', /^7 days$/) },
  {
    name: 'detail-month',
    snapshot: 'six',
    widths: [480, 900],
    kept: 480,
    act: async (page) => {
      await openDetail('Ender 3 in the garage', /^30 days$/)(page);
      const timeline = page.getByRole('slider');
      await timeline.focus();
      await timeline.press('Home');
      await timeline.press('ArrowRight');
      await expect(timeline).toHaveAttribute('aria-valuetext', /^Disconnected, /);
    },
  },
  {
    name: 'detail-tags',
    snapshot: 'forty',
    widths: [320, 900],
    act: async (page) => {
      await tagShown(page, 'arm 1', 'workshop');
      await tagShown(page, 'arm 12', 'a tag of thirty characters now');
      await openDetail('Farm 12')(page);
      await page.getByRole('textbox', { name: 'New tag' }).fill('resin');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'resin', pressed: true })).toBeVisible();
      await page.getByRole('button', { name: 'workshop' }).click();
      await expect(page.getByRole('button', { name: 'workshop' })).toHaveAttribute('aria-pressed', 'false');
    },
  },
  {
    name: 'detail-from-far-down',
    snapshot: 'six',
    widths: [320],
    scrolled: true,
    kept: 320,
    whole: false,
    act: async (page) => {
      await openDetail('Mini')(page);
      expect(await page.evaluate('scrollY')).toBe(0);
      await page.keyboard.press('Escape');
      const mini = page.getByRole('article', { name: 'Mini' });
      await expect(mini).toBeFocused();
      await expect(mini.getByRole('heading')).toBeInViewport();
    },
  },
  {
    name: 'detail-nothing-known',
    snapshot: 'six',
    widths: [480],
    kept: 480,
    act: async (page) => {
      const sidewinder = await unfold(page, 'Sidewinder');
      await sidewinder.getByRole('button', { name: /^Details: / }).click();
      await page.getByText('No history yet.').first().waitFor();
    },
  },
  {
    name: 'detail-off',
    snapshot: 'off',
    widths: [320, 480],
    kept: 480,
    act: async (page) => {
      await openDetail('Ender 3 in the garage')(page);
      await expect(page.getByRole('switch', { name: 'Off on purpose' })).toBeChecked();
      await page.getByRole('switch', { name: 'Often switched off' }).check();
      await expect(page.getByRole('switch', { name: 'Often switched off' })).toBeChecked();
      await page.evaluate('scrollTo(0, 0)');
    },
  },
  {
    name: 'detail-long-name',
    snapshot: 'hostile',
    widths: [320, 480],
    kept: 320,
    act: openDetail('Ungewöhnlichlangername'.repeat(9).slice(0, 200)),
  },
  {
    name: 'detail-large-text',
    snapshot: 'six',
    widths: [320, 480],
    kept: 320,
    textSize: '200%',
    act: openDetail('Voron 2.4'),
  },
  {
    name: 'high-contrast-detail',
    snapshot: 'six',
    widths: [480],
    kept: 480,
    highContrast: true,
    act: openDetail('Ender 3 in the garage', /^7 days$/),
  },
];
