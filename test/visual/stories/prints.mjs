import { expect } from '@playwright/test';
import { openDetail } from './steps.mjs';

/** Opens the details of a printer with a running print, and waits for the data they request. @param {string} name */
const openPrint = (name) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await openDetail(name)(page);
  await page.getByText('Looking good').waitFor();
  const loading = page.getByText(/^(Loading the webcam|Das Bild der Webcam wird)/);
  await expect(loading).toHaveCount(0);
};

/**
 * The print of one printer: what it is, what can be done with it, and those before it.
 * @type {readonly import('./story.mjs').Scene[]}
 */
export const prints = [
  { name: 'print', snapshot: 'prints', widths: [320, 480, 900, 1180], kept: 480, act: openPrint('Voron 2.4') },
  { name: 'german-print', snapshot: 'german-prints', widths: [480, 1180], kept: 480, act: openPrint('Voron 2.4') },
  { name: 'print-paused', snapshot: 'prints', widths: [480], act: openPrint('Ender 3 in the garage') },
  {
    name: 'print-shared',
    snapshot: 'prints',
    widths: [320, 480],
    act: async (page) => {
      await openPrint('Voron 2.4')(page);
      await page.getByRole('button', { name: /^Share this print/ }).click();
      await page.getByText('Link copied', { exact: true }).waitFor();
    },
  },
  { name: 'print-over', snapshot: 'prints', widths: [480], act: openDetail('Prusa MK4') },
  { name: 'print-none', snapshot: 'prints', widths: [480], act: openDetail('Bambu X1C') },
  { name: 'print-no-access', snapshot: 'prints', widths: [480], kept: 480, act: openDetail('Mini') },
  { name: 'print-not-answering', snapshot: 'prints', widths: [480], act: openDetail('Sidewinder') },
  { name: 'print-bare', snapshot: 'prints', widths: [320], act: openPrint('Bare') },
  { name: 'print-hostile', snapshot: 'prints', widths: [320, 900], kept: 320, act: openPrint('Hostile') },
  {
    name: 'print-large-text',
    snapshot: 'prints',
    widths: [320, 480],
    textSize: '200%',
    act: openPrint('Voron 2.4'),
  },
];
