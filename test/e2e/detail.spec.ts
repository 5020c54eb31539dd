import { violationsOf } from '../support/axe.ts';
import { expect, test } from '../support/e2e/service.ts';

test('One printer’s history shows a real disconnection, read by keyboard', async ({ watching }) => {
  const { app, printers } = await watching(['Voron']);
  const window = await app.window();
  const article = window.getByRole('article', { name: 'Voron' });

  await expect(article).toContainText(/Last 24 hours: connected 100\s?% of the recorded time, no disconnections/, {
    timeout: 15_000,
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const lostAt = Date.now();
  printers.Voron.set({ link: 'down' });
  await expect(article).toContainText('Disconnected');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  printers.Voron.set({ link: 'up' });
  const seconds = Math.round((Date.now() - lostAt) / 1_000);
  /** OctoEverywhere reports whole seconds, and both ends may be rounded. */
  const length = `(${[seconds - 1, seconds, seconds + 1].join('|')}) s`;
  await expect(article).toContainText('Connected since');

  // Enter on a card opens the details, Escape returns to the card.
  await article.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Voron', level: 1 })).toBeFocused();
  const detail = window.getByRole('article', { name: 'Voron' });
  await expect(detail).toContainText('Connected');
  const table = detail.getByRole('table', { name: 'Latest disconnections' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText(new RegExp(`^${length}$`));
  await expect(detail.locator('.figure', { hasText: 'Disconnections' })).toContainText('1');

  const timeline = detail.getByRole('slider');
  await timeline.focus();
  await window.keyboard.press('End');
  await expect(timeline).toHaveAttribute('aria-valuetext', /^Connected, .* – now/);
  await window.keyboard.press('ArrowLeft');
  await expect(timeline).toHaveAttribute('aria-valuetext', new RegExp(`^Disconnected, .* – .* \\(${length}\\)$`));
  // On a busy machine the page may redraw just then.
  await expect(async () => {
    await timeline.press('Home');
    await expect(timeline).toHaveAttribute('aria-valuetext', /^No data, /, { timeout: 2_000 });
  }).toPass();

  for (const range of ['7 days', '30 days']) {
    await window.getByRole('radio', { name: range }).press('Space');
    await expect(table.getByRole('row')).toHaveCount(2);
  }
  expect(await violationsOf(window)).toEqual([]);

  await window.keyboard.press('Escape');
  await expect(window.getByRole('article', { name: 'Voron' })).toBeFocused();
});

test('The local page opens in the browser for an address in the local network', async ({ desktop, watching }) => {
  const { app } = await watching(['Voron']);
  const window = await app.window();
  await window.getByRole('button', { name: 'Details' }).click();
  await window.getByRole('button', { name: 'Open local page' }).click();
  await expect.poll(() => desktop.openedLinks().at(-1) ?? '').toMatch(/^http:\/\/(192\.168|10)\.[\d.]+\/$/);
});
