import type { Page } from '@playwright/test';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

/** Presses Tab until `wanted` has the focus, like a user without a mouse. */
async function tabTo(window: Page, wanted: string): Promise<void> {
  const name = () =>
    window.evaluate<string>(
      `(() => {
        const focused = document.activeElement;
        const label = focused?.labels?.[0]?.textContent;
        return (focused?.getAttribute('aria-label') ?? label ?? focused?.textContent ?? '').trim();
      })()`,
    );
  // The page may still be changing: go on, around it several times if need be.
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if ((await name()) === wanted) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`Tab never led to “${wanted}”, last to “${await name()}”.`);
}

test('A printer is added, inspected, reconnected and removed, and settings are changed, all by keyboard', async ({
  simulator,
  fast,
  launch,
}) => {
  const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  await window.getByRole('button', { name: 'Paste a token instead' }).waitFor();

  // Add
  await tabTo(window, 'Paste a token instead');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'App token or completion link' })).toBeFocused();
  await window.keyboard.type(exampleToken('Voron'));
  await window.keyboard.press('Enter');
  const article = window.getByRole('article', { name: 'Voron' });
  // The next printer is one key away, and so is the list.
  await expect(window.locator('#add-another')).toBeFocused({ timeout: 15_000 });
  await window.keyboard.press('ArrowDown');
  await expect(article).toBeFocused();

  // Details
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Voron', level: 1 })).toBeFocused();
  await tabTo(window, '24 hours');
  await window.keyboard.press('ArrowRight');
  await expect(window.getByRole('radio', { name: '7 days' })).toBeChecked();
  await window.keyboard.press('Tab');
  await expect(window.getByRole('slider')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(article).toBeFocused();

  // Reconnect
  voron.answer(604);
  simulator.printer('Voron', { token: `${exampleToken('Voron')}-new` });
  await expect(article).toContainText('Reconnect needed');
  await window.getByRole('heading', { level: 1 }).focus();
  await tabTo(window, 'Reconnect: Voron');
  await expect(window.getByRole('button', { name: 'Reconnect' })).toBeFocused();
  await window.keyboard.press('Enter');
  await tabTo(window, 'App token or completion link');
  // Not before: on a busy computer it might be connected again by then, without any need to reconnect.
  voron.answer(200);
  await window.keyboard.type(`${exampleToken('Voron')}-new`);
  await window.keyboard.press('Enter');
  await expect(article).toContainText('Connected since');

  // All settings
  await window.getByRole('heading', { level: 1 }).focus();
  await tabTo(window, 'Settings');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeFocused();
  for (const choice of ['Check each printer every', 'Notify about a disconnection after']) {
    await tabTo(window, choice);
    const list = window.getByRole('combobox', { name: choice });
    const before = await list.inputValue();
    await window.keyboard.press('ArrowDown');
    await expect(list).not.toHaveValue(before);
    await window.getByRole('heading', { level: 1 }).focus();
  }
  const topics = ['Disconnected', 'Connected again', 'Reconnect needed', 'Supporter Perks', 'Plugin update needed'];
  for (const name of [...topics, 'OctoEverywhere can’t be reached', 'Sound', 'Quiet hours', 'Wednesday']) {
    await tabTo(window, name);
    const control = window.getByRole('switch', { name, exact: true });
    const before = await control.isChecked();
    await window.keyboard.press('Space');
    await expect(control).toBeChecked({ checked: !before });
  }
  for (const [present, name] of [
    ['System', 'Light'],
    ['System', 'English'],
  ] as const) {
    await tabTo(window, present);
    await window.keyboard.press('ArrowRight');
    await expect(window.getByRole('radio', { name })).toBeChecked();
  }
  await tabTo(window, 'Restore defaults');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('switch', { name: 'Quiet hours', exact: true })).not.toBeChecked();
  await window.keyboard.press('Escape');

  // Remove
  await tabTo(window, 'Remove: Voron');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await tabTo(window, 'Remove');
  await window.keyboard.press('Enter');
  await expect(article).toHaveCount(0);
  await expect(window.getByRole('heading', { name: 'No printers yet' })).toBeFocused();
});
