import { expect } from '@playwright/test';
import { click } from './deeds.mjs';
import { every } from './scene.mjs';

/**
 * The list of printers, and what stands above it.
 * @type {readonly import('./scene.mjs').Scene[]}
 */
export const printers = [
  { name: 'high-contrast-six', snapshot: 'six', widths: [480], kept: 480, highContrast: true },
  { name: 'high-contrast-forty', snapshot: 'forty', widths: [900], whole: false, highContrast: true },
  { name: 'empty', snapshot: 'empty', widths: every, kept: 480 },
  { name: 'one', snapshot: 'one', widths: [320, 480], kept: 320 },
  { name: 'one-sharp', snapshot: 'one', widths: [480], scale: 2 },
  { name: 'six', snapshot: 'six', widths: every, kept: 900 },
  { name: 'six-first-view', snapshot: 'six', widths: [480], whole: false },
  { name: 'forty', snapshot: 'forty', widths: every, kept: 900, whole: false },
  { name: 'offline', snapshot: 'offline', widths: [320, 480], kept: 480 },
  { name: 'snoozed', snapshot: 'snoozed', widths: [320, 480, 900], kept: 480 },
  { name: 'in-quiet-hours', snapshot: 'in-quiet-hours', widths: [320, 480, 900], kept: 480, whole: false },
  {
    name: 'snooze-menu',
    snapshot: 'six',
    widths: [320, 480, 900],
    whole: false,
    act: (page) => click(page, 'Snooze notifications'),
  },
  {
    name: 'snooze-menu-large-text',
    snapshot: 'six',
    widths: [320],
    whole: false,
    textSize: '200%',
    act: (page) => click(page, 'Snooze notifications'),
  },
  {
    name: 'snoozed-and-resumed',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await click(page, 'Snooze notifications');
      await click(page, 'For 1 hour');
      await expect(page.getByRole('status')).toHaveText('Notifications are snoozed until 19:17.');
      await expect(page.getByRole('button', { name: 'Snooze notifications' })).toBeFocused();
      await click(page, 'Resume');
      await expect(page.getByRole('status')).toHaveText('Notifications are shown again.');
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    },
  },
  {
    name: 'muted',
    snapshot: 'six',
    widths: [480],
    whole: false,
    act: async (page) => {
      const voron = page.getByRole('article', { name: 'Voron 2.4' });
      await voron.getByRole('button', { name: 'Mute', exact: true }).click();
      await expect(voron.getByRole('button', { name: 'Unmute' })).toBeFocused();
      await expect(voron).toContainText('Muted');
    },
  },
  { name: 'notices', snapshot: 'notices', widths: [320, 480, 900], kept: 480 },
  { name: 'hostile', snapshot: 'hostile', widths: every, kept: 480 },
  { name: 'large-text', snapshot: 'six', widths: [320, 480], textSize: '200%' },
  { name: 'large-text-rows', snapshot: 'forty', widths: [320, 480], textSize: '200%', whole: false },
  { name: 'refused-refresh', snapshot: 'one', widths: [480], act: (page) => click(page, 'Refresh') },
  {
    name: 'remove',
    snapshot: 'hostile',
    widths: [320, 480],
    kept: 480,
    whole: false,
    act: (page) => click(page, 'Remove'),
  },
  { name: 'not-saved', snapshot: 'not-saved', widths: [320, 480] },
  { name: 'update-ready', snapshot: 'update-ready', widths: [480], kept: 480 },
];
