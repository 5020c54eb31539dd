import { expect, type Page, test } from '@playwright/test';
import type { Requests } from '../../src/contract/contract.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { lastAnnounced } from '../support/announced.mjs';
import { printer, snapshot } from './make-snapshot.mjs';
import { showWindow } from './open-scene.ts';
import { snapshots } from './snapshots.mjs';
import { openDetail, openSettings } from './stories/steps.mjs';

/* What the window shows and announces when the app refuses a request: next to what was clicked, and in sight. */

const refusal = 'Couldn’t do it. Try again later.';

/** Makes the app refuse these requests. */
async function refuse(page: Page, ...names: readonly (keyof Requests)[]): Promise<void> {
  await page.evaluate(`{
    const { request } = octoglance;
    octoglance.request = async (name, ...args) => ${JSON.stringify(names)}.includes(name)
      ? { ok: false, message: { title: 'Couldn’t do it', text: 'Try again later.', smallPrint: null } }
      : request(name, ...args);
  }`);
}

async function expectRefusal(page: Page, near: string): Promise<void> {
  await expect(lastAnnounced(page)).toHaveText(refusal);
  const box = page.locator(near).locator('.message');
  await expect(box).toHaveCount(1);
  await expect(box).toBeInViewport();
  await expect(page.locator('.message')).toHaveCount(1);
  await box.getByRole('button', { name: /^Dismiss/ }).click();
}

test.use({ actionTimeout: 20_000, viewport: { width: 480, height: 640 } });

test('A refused action in the settings is announced and shown next to its control', { tag: '@kept' }, async ({
  page,
}) => {
  const { one } = snapshots;
  if (one === undefined) throw new Error('There is no snapshot of one printer.');
  await showWindow(page, { ...one, menuEntry: false });
  await openSettings(page);
  await refuse(page, 'set-menu-entry', 'preview-notification', 'open-licences', 'look-for-update', 'export-list');

  const menuEntry = page.getByRole('switch', { name: 'Show in the app menu' });
  await menuEntry.click();
  await expectRefusal(page, '.setting:has-text("Show in the app menu")');
  await expect(menuEntry).not.toBeChecked();
  await page.getByRole('button', { name: 'Preview: Print finished' }).click();
  await expectRefusal(page, '.setting:has-text("Print finished")');
  await page.getByRole('button', { name: 'Export list' }).click();
  await expectRefusal(page, '.setting:has-text("Printer list")');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expectRefusal(page, '#settings-updates');
  await page.getByRole('button', { name: 'Licences' }).click();
  await expectRefusal(page, '#settings-about');
});

test('A refused action in a printer’s details is announced and shown next to its control', { tag: '@kept' }, async ({
  page,
}) => {
  await showWindow(page, snapshot([printer(1, 'Voron', 'online', { tags: ['Cellar'] }), printer(2, 'Mini', 'online')]));
  await openDetail('Voron')(page);
  // They come a little later, above the controls.
  await page.getByRole('table', { name: 'Prints' }).waitFor();
  await refuse(page, 'set-often-off', 'set-off-on-purpose', 'set-watch-prints', 'tag-printers', 'export-history');

  for (const name of ['Often switched off', 'Off on purpose', 'Watch prints']) {
    const control = page.getByRole('switch', { name });
    const before = await control.isChecked();
    await control.click();
    await expectRefusal(page, `.setting:has-text("${name}")`);
    await expect(control).toBeChecked({ checked: before });
  }
  await page.getByRole('button', { name: 'Cellar' }).click();
  await expectRefusal(page, '.tags');
  await page.getByRole('textbox', { name: 'New tag' }).fill('Attic');
  await page.keyboard.press('Enter');
  await expectRefusal(page, '.tags');
  await expect(page.getByRole('textbox', { name: 'New tag' })).toHaveValue('Attic');
  await page
    .getByRole('button', { name: /^Export/ })
    .first()
    .click();
  await expectRefusal(page, '.detail-history');
});

test('A printer disconnected along with another does not claim that none is connected while one is unknown', {
  tag: '@kept',
}, async ({ page }) => {
  const list = (...states: readonly ShownStatus[]) =>
    snapshot(states.map((status, index) => printer(index + 1, `Farm ${index + 1}`, status)));
  await showWindow(page, list('offline', 'offline', 'unknown'));
  await page.getByRole('article', { name: 'Farm 1' }).getByRole('button').first().click();
  await expect(page.getByRole('article', { name: 'Farm 1' })).toContainText('1 other printer is disconnected too.');
  await page.evaluate(
    `pushSnapshot({ printers: lastSnapshot().printers.map((one) => one.status === 'unknown' ? { ...one, status: 'off' } : one) })`,
  );
  await expect(page.getByRole('article', { name: 'Farm 1' })).toContainText('No printer is connected.');
});

test('Restoring the defaults asks first, and is refused next to its button', { tag: '@kept' }, async ({ page }) => {
  const { one } = snapshots;
  if (one === undefined) throw new Error('There is no snapshot of one printer.');
  await showWindow(page, one);
  await openSettings(page);
  const sound = page.getByRole('switch', { name: 'Sound' });
  await sound.click();
  await expect(sound).not.toBeChecked();
  const restore = page.getByRole('button', { name: 'Restore defaults' });
  const dialog = page.getByRole('dialog', { name: 'Restore all settings to their defaults?' });

  await restore.click();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(restore).toBeFocused();
  await expect(sound).not.toBeChecked();
  await restore.click();
  await dialog.getByRole('button', { name: 'Restore defaults' }).click();
  await expect(sound).toBeChecked();
  await expect(restore).toBeFocused();
  await refuse(page, 'change-settings');
  await restore.click();
  await dialog.getByRole('button', { name: 'Restore defaults' }).click();
  await expectRefusal(page, '.group-after');
});
