import { expect } from '@playwright/test';
import { expectAnnounced } from '../../support/announced.mjs';
import { click, named, unfold } from './steps.mjs';
import { every } from './story.mjs';

/**
 * The list of printers, and what stands above it.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const printers = [
  { name: 'high-contrast-six', snapshot: 'six', widths: [480], kept: 480, highContrast: true },
  { name: 'high-contrast-forty', snapshot: 'forty', widths: [900], whole: false, highContrast: true },
  // For the README.
  { name: 'readme', snapshot: 'readme', widths: [760], kept: 760, height: 376, scale: 2, whole: false },
  { name: 'empty', snapshot: 'empty', widths: every, kept: 480 },
  { name: 'one', snapshot: 'one', widths: [320, 480], kept: 320 },
  { name: 'one-sharp', snapshot: 'one', widths: [480], scale: 2 },
  { name: 'six', snapshot: 'six', widths: every, kept: 900 },
  { name: 'printing', snapshot: 'printing', widths: every, kept: 480 },
  { name: 'printing-one', snapshot: 'printing-one', widths: [320, 480], kept: 320 },
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
      await expectAnnounced(page, 'Notifications are snoozed until 19:17.');
      await expect(page.getByRole('button', { name: 'Snooze notifications' })).toBeFocused();
      await click(page, 'Resume');
      await expectAnnounced(page, 'Notifications are on again.');
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    },
  },
  {
    name: 'muted',
    snapshot: 'six',
    widths: [480],
    whole: false,
    act: async (page) => {
      const voron = await unfold(page, 'Voron 2.4');
      await voron.getByRole('button', { name: named('Mute') }).click();
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
    act: async (page) => {
      await page.getByRole('article').first().getByRole('button').first().click();
      await click(page, 'Remove');
    },
  },
  { name: 'stale-one', snapshot: 'stale-one', widths: [320, 480], kept: 320 },
  { name: 'stale-one-sharp', snapshot: 'stale-one', widths: [480], scale: 2 },
  { name: 'stale', snapshot: 'stale', widths: every, kept: 900 },
  { name: 'high-contrast-stale', snapshot: 'stale', widths: [480], highContrast: true },
  { name: 'stale-rows', snapshot: 'forty-stale', widths: every, kept: 480, whole: false },
  { name: 'off', snapshot: 'off', widths: every, kept: 480 },
  { name: 'all-off', snapshot: 'all-off', widths: [320] },
  { name: 'network-sign-in', snapshot: 'network-sign-in', widths: [320, 480], kept: 480 },
  { name: 'troubles', snapshot: 'troubles', widths: every, kept: 480, whole: false },
  {
    name: 'off-on-purpose',
    snapshot: 'six',
    widths: [320, 900],
    scrolled: true,
    whole: false,
    act: async (page) => {
      const ender = await unfold(page, 'Ender 3 in the garage');
      const button = ender.getByRole('button', { name: 'Off on purpose' });
      await expect(button).toHaveAttribute('aria-pressed', 'false');
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      await expect(button).toBeFocused();
      await expectAnnounced(page, 'Ender 3 in the garage is off on purpose.');
      await ender.scrollIntoViewIfNeeded();
    },
  },
  { name: 'not-saved', snapshot: 'not-saved', widths: [320, 480] },
  { name: 'update-ready', snapshot: 'update-ready', widths: [480], kept: 480 },
];
