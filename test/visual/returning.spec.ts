import { expect, type Page, test } from '@playwright/test';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { lastAnnounced } from '../support/announced.mjs';
import { at, hour, printer, snapshot } from './make-snapshot.mjs';
import { showWindow } from './open-scene.ts';
import { snapshots } from './snapshots.mjs';
import { openDetail, openSettings, unfold } from './stories/steps.mjs';

/* What the user was doing in the window is kept: rows, focus, filter and what was typed. */

test.use({ actionTimeout: 20_000, viewport: { width: 480, height: 640 } });

const farm = (count: number, more: (index: number) => Partial<PrinterView> = () => ({})) =>
  Array.from({ length: count }, (_, index) => printer(index + 1, `Farm ${index + 1}`, 'online', more(index)));
const rowOf = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const change = (page: Page, changed: string) =>
  page.evaluate(`pushSnapshot({ printers: lastSnapshot().printers.map((one) => (${changed})) })`);

test('From the details of a printer far down, the list returns to its row, which is still expanded', {
  tag: '@kept',
}, async ({ page }) => {
  await showWindow(page, snapshot(farm(300)));
  const row = rowOf(page, 'Farm 250');
  for (let visit = 0; visit < 3; visit += 1) {
    await openDetail('Farm 250')(page);
    // Recorded at each step in which rows are added.
    await page.evaluate(`{
      globalThis.counts = [];
      new MutationObserver(() => counts.push(document.querySelectorAll('article.row').length))
        .observe(document.body, { childList: true, subtree: true });
    }`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('article')).toHaveCount(300);
    await expect(row).toBeFocused();
    await expect(row.getByRole('heading')).toBeInViewport();
    const counts = await page.evaluate<number[]>('counts.filter((count) => count > 0)');
    expect(counts, 'only grows').toEqual(counts.toSorted((one, other) => one - other));
    await expect(row.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  }
});

test('From details, the list stays filtered if the printer no longer matches, with the focus on the next row', {
  tag: '@kept',
}, async ({ page }) => {
  const down = { status: 'offline', statusText: 'Disconnected' } as const;
  await showWindow(page, snapshot(farm(10, (index) => (index === 3 || index === 6 ? down : {}))));
  const states = page.getByRole('combobox', { name: 'Filter by status' });
  await states.selectOption('offline');
  await openDetail('Farm 4')(page);
  await change(page, `one.name === 'Farm 4' ? { ...one, status: 'online', statusText: 'Connected' } : one`);
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'Farm 7')).toBeFocused();
  await expect(states).toHaveValue('offline');
});

test('A removed printer’s details lead to the list, with the focus on its heading', { tag: '@kept' }, async ({
  page,
}) => {
  await showWindow(page, snapshot(farm(3)));
  await openDetail('Farm 2')(page);
  await page.evaluate(`pushSnapshot({ printers: lastSnapshot().printers.filter(({ name }) => name !== 'Farm 2') })`);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.locator('#screen-heading')).toBeFocused();
});

test('After a printer far down was removed the focus is on the next one', { tag: '@kept' }, async ({ page }) => {
  await showWindow(page, snapshot(farm(60)));
  for (const [removed, next] of [
    ['Farm 50', 'Farm 51'],
    ['Farm 60', 'Farm 59'],
  ] as const) {
    const row = await unfold(page, removed);
    await row.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(rowOf(page, next)).toBeFocused();
  }
});

test('Escape leads from reconnecting back to the details it was opened from, and clears a typed tag first', {
  tag: '@kept',
}, async ({ page }) => {
  await showWindow(page, snapshot(farm(2)));
  await openDetail('Farm 2')(page);
  await page.getByRole('button', { name: 'Reconnect: Farm 2' }).click();
  await page.getByRole('button', { name: 'Paste a token instead' }).click();
  await expect(page.getByRole('textbox', { name: 'App token or completion link' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Farm 2' })).toBeFocused();
  const tag = page.getByRole('textbox', { name: 'New tag' });
  await tag.fill('Cellar');
  await page.keyboard.press('Escape');
  await expect(tag).toHaveValue('');
  await expect(tag).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'Farm 2')).toBeFocused();
});

test('A button in the details that disappears leaves the focus on the heading', { tag: '@kept' }, async ({ page }) => {
  await showWindow(page, snapshot(farm(2)));
  await openDetail('Farm 1')(page);
  const all = page.getByRole('button', { name: /^Show all/ });
  await all.press('Enter');
  await expect(all).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Farm 1' })).toBeFocused();
});

test('A token that is being pasted stays when the tray or a notification shows the window', { tag: '@kept' }, async ({
  page,
}) => {
  await showWindow(page, snapshot(farm(2)));
  await page.locator('#add-printer').click();
  await page.getByRole('button', { name: 'Paste a token instead' }).click();
  const field = page.getByRole('textbox', { name: 'App token or completion link' });
  await field.fill('half a token');
  await page.evaluate(`giveIntent({ show: 'printers' })`);
  await expect(field).toHaveValue('half a token');
});

test('A webcam that is added later shows its first picture', { tag: '@kept' }, async ({ page }) => {
  const { prints: shown } = snapshots;
  if (shown === undefined) throw new Error('There is no snapshot of prints.');
  await showWindow(page, shown);
  await page.evaluate(`{
    const { request } = octoglance;
    globalThis.hasWebcam = false;
    octoglance.request = async (name, ...args) =>
      name === 'get-webcam' && !hasWebcam ? { kind: 'no-webcam' } : request(name, ...args);
  }`);
  await openDetail('Voron 2.4')(page);
  const webcam = page.locator('.webcam');
  await expect(webcam).toBeHidden();
  await page.evaluate(`hasWebcam = true; document.dispatchEvent(new Event('visibilitychange'))`);
  await expect(webcam.getByRole('img')).toBeVisible();
  expect(await page.evaluate<number>(`document.querySelector('.webcam canvas').width`)).toBeGreaterThan(1);
});

test('Running prints sorted by their end have no handle, and moving one says why it stays', { tag: '@kept' }, async ({
  page,
}) => {
  const prints = (index: number) =>
    index < 3 ? { print: { text: 'Printing', progress: 4, finishAt: at + (index + 1) * hour } } : {};
  await showWindow(page, snapshot(farm(8, prints)));
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('done-next');
  await expect(rowOf(page, 'Farm 1').getByRole('button', { name: 'Move Farm 1' })).toHaveCount(0);
  await expect(rowOf(page, 'Farm 4').getByRole('button', { name: 'Move Farm 4' })).toHaveCount(1);
  await rowOf(page, 'Farm 2').getByRole('button').first().press('Alt+ArrowUp');
  await expect(lastAnnounced(page)).toHaveText('Running prints are sorted by when they’ll be done.');
  const rows = page.getByRole('article');
  await expect(rows.nth(0)).toHaveAccessibleName('Farm 1');
  await expect(rows.nth(1)).toHaveAccessibleName('Farm 2');
});

test('Control with A selects all of several printers, and the text of a single one', { tag: '@kept' }, async ({
  page,
}) => {
  await showWindow(page, snapshot(farm(1)));
  await page.keyboard.press('Control+a');
  expect(await page.evaluate('getSelection().toString()')).toContain('Farm 1');
  await page.evaluate(
    `pushSnapshot({ printers: [...lastSnapshot().printers, { ...lastSnapshot().printers[0], id: 'other' }] })`,
  );
  await page.keyboard.press('Control+a');
  await expect(lastAnnounced(page)).toContainText('2');
});

test('The search in the settings finds quiet days, and shows them only then', { tag: '@kept' }, async ({ page }) => {
  const { 'quiet-hours': shown } = snapshots;
  if (shown === undefined) throw new Error('There is no snapshot with quiet hours.');
  await showWindow(page, shown);
  await openSettings(page);
  const search = page.getByRole('searchbox');
  await search.fill('tuesday');
  await expect(page.getByRole('switch', { name: 'Tuesday' })).toBeVisible();
  await search.fill('notification for anything that still applies');
  await expect(page.getByRole('switch', { name: 'Quiet hours' })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Tuesday' })).toBeHidden();
});

test('A time range without records claims nothing about disconnections', { tag: '@kept' }, async ({ page }) => {
  await showWindow(page, snapshot(farm(1)));
  await page.evaluate(`{
    const { request } = octoglance;
    octoglance.request = async (name, ...args) => {
      const answer = await request(name, ...args);
      if (name !== 'get-history') return answer;
      const { from, to } = answer.periods.day;
      const outages = { count: 0, total: 0, longest: 0 };
      const segments = [{ state: 'unknown', from, to }];
      const day = { ...answer.periods.day, uptimeRatio: null, segments, outages };
      return { ...answer, periods: { ...answer.periods, day } };
    };
  }`);
  await openDetail('Farm 1')(page);
  const history = page.locator('.detail-history');
  await expect(history).toContainText('Nothing was recorded in this time range.');
  await expect(history).not.toContainText('Disconnections');
});
