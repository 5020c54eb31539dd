import { unfolded } from '../support/e2e/rows.ts';
import { addMany, exampleToken, expect, test } from '../support/e2e/service.ts';

test('The rows of a narrow window: their buttons by arrow keys, a range by clicks, details and back', async ({
  simulator,
  fast,
  launch,
}) => {
  const names = Array.from({ length: 60 }, (_, index) => `Farm-${String(index + 1).padStart(2, '0')}`);
  for (const name of names) simulator.printer(name, { token: exampleToken(name) });
  const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '60' } });
  const window = await app.window();
  await addMany(window, names.map(exampleToken));
  await expect(window.getByRole('article')).toHaveCount(60);
  await window.getByRole('button', { name: 'Done' }).click();
  await window.getByRole('combobox', { name: 'Sort by' }).selectOption('own');
  const order = await window.evaluate<string[]>(
    `[...document.querySelectorAll('article.row')].map((row) => row.ariaLabel)`,
  );
  const row = (index: number) => window.getByRole('article', { name: order[index] ?? '', exact: true });

  await test.step('the right arrow reaches every visible button, and stays on the last one', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(400, 640));
    await expect.poll(() => window.evaluate('innerWidth')).toBe(400);
    await row(0).locator('.row-button').focus();
    const focused = () =>
      window.evaluate<{ name: string; visible: boolean }>(`(() => {
        const { ariaLabel, textContent } = document.activeElement;
        return { name: ariaLabel ?? textContent, visible: document.activeElement.checkVisibility() };
      })()`);
    const reached: string[] = [];
    for (let press = 0; press < 8; press += 1) {
      await window.keyboard.press('ArrowRight');
      const { name, visible } = await focused();
      expect(visible, name).toBe(true);
      reached.push(name);
    }
    expect(reached.at(-1)).toBe(`Move ${order[0]}`);
    while (reached.pop() !== undefined) await window.keyboard.press('ArrowLeft');
    expect((await focused()).visible).toBe(true);
    expect((await focused()).name).not.toContain('Move');
  });

  await test.step('a range that ends at a selected row leaves its box ticked', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640));
    await expect.poll(() => window.evaluate('innerWidth')).toBe(900);
    await row(0).hover();
    const box = (index: number) => row(index).getByRole('checkbox');
    await box(0).click();
    await box(1).click();
    await box(3).click();
    await box(1).click({ modifiers: ['Shift'] });
    for (const index of [1, 2, 3]) await expect(box(index)).toBeChecked();
    await window.keyboard.press('Escape');
  });

  await test.step('details of a printer far down lead back to it', async () => {
    const far = order[54] ?? '';
    await (await unfolded(window, far)).getByRole('button', { name: /^Details/ }).click();
    await expect(window.getByRole('heading', { name: far })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(row(54)).toBeFocused();
    await expect(row(54)).toBeInViewport();
    // The rows are completed in steps, which must not take it away.
    await expect(window.getByRole('article')).toHaveCount(60);
    await expect(row(54)).toBeFocused();
  });
});
