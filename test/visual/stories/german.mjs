import { click, openDetail, openSettings } from './steps.mjs';
import { every } from './story.mjs';

/**
 * In German.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const german = [
  { name: 'german-empty', snapshot: 'german-empty', widths: every, kept: 480 },
  { name: 'german-six', snapshot: 'german-six', widths: every, kept: 480 },
  { name: 'german-stale', snapshot: 'german-stale', widths: every, kept: 320, whole: false },
  { name: 'german-off', snapshot: 'german-off', widths: [320, 480], kept: 480 },
  { name: 'german-network-sign-in', snapshot: 'german-network-sign-in', widths: [320, 480], kept: 320, whole: false },
  { name: 'german-troubles', snapshot: 'german-troubles', widths: [320, 480], kept: 320, whole: false },
  { name: 'german-forty', snapshot: 'german-forty', widths: every, kept: 900, whole: false },
  {
    name: 'german-detail',
    snapshot: 'german-six',
    widths: every,
    kept: 480,
    act: openDetail('Ender 3 in the garage', /^30 Tage$/),
  },
  {
    name: 'german-settings',
    snapshot: 'german-quiet-hours',
    widths: every,
    kept: 480,
    act: openSettings,
  },
  {
    name: 'german-add',
    snapshot: 'german-six',
    widths: every,
    kept: 480,
    act: (page) => click(page, 'Drucker hinzufügen'),
  },
  {
    name: 'german-sign-in',
    snapshot: 'german-empty',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Bei OctoEverywhere anmelden'),
  },
  {
    name: 'german-remove',
    snapshot: 'german-six',
    widths: [320, 480],
    kept: 320,
    whole: false,
    act: async (page) => {
      await page.getByRole('article').first().getByRole('button').first().click();
      await click(page, 'Entfernen');
    },
  },
  {
    name: 'german-keys',
    snapshot: 'german-forty',
    widths: [320, 480],
    whole: false,
    act: (page) => page.keyboard.press('?'),
  },
];
