import type { DrivenApp } from '../support/app/app.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

/** Records each menu that the app opens instead of showing it, and chooses `chosen` in it. */
async function answerMenus(app: DrivenApp, chosen: string | null): Promise<void> {
  await app.electron.evaluate(({ Menu }, label) => {
    const seen: string[][] = [];
    (globalThis as { seenMenus?: string[][] }).seenMenus = seen;
    Menu.prototype.popup = function popup(options) {
      seen.push(this.items.map((item) => (item.type === 'separator' ? '—' : item.label)));
      const item = this.items.find((one) => one.label === label);
      item?.click();
      options?.callback?.();
    };
  }, chosen);
}

const menus = (app: DrivenApp) =>
  app.electron.evaluate(() => (globalThis as { seenMenus?: string[][] }).seenMenus ?? []);

test('A right click pastes into a field, copies a name, removes a printer; zoom is kept and keys reach the window', async ({
  simulator,
  fast,
  launch,
}) => {
  for (const name of ['Voron', 'Ender']) simulator.printer(name, { token: exampleToken(name) });
  const first = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '60' } });
  await addByToken(first, 'Voron');
  await addByToken(first, 'Ender');
  const window = await first.window();

  await answerMenus(first, 'Copy name');
  await window.getByRole('article', { name: 'Ender' }).click({ button: 'right' });
  await expect.poll(() => first.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('Ender');
  expect(await menus(first)).toEqual([expect.arrayContaining(['Open in OctoEverywhere', 'Off on purpose', 'Remove…'])]);
  await expect(window.getByRole('status')).toHaveText('Name copied.');

  await answerMenus(first, null);
  await window.keyboard.press('/');
  await window.getByRole('button', { name: 'Add printer' }).click();
  await window.getByRole('button', { name: 'Paste a token instead' }).click();
  await window.getByRole('textbox').click({ button: 'right' });
  await expect
    .poll(async () => (await menus(first)).at(-1))
    .toEqual(expect.arrayContaining(['Cut', 'Copy', 'Paste', 'Select all']));

  await window.keyboard.press('Control+,');
  await expect(window.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused();
  await window.keyboard.press('Escape');

  await answerMenus(first, 'Remove…');
  await window.getByRole('article', { name: 'Ender' }).click({ button: 'right' });
  await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(window.getByRole('article')).toHaveCount(1);

  const width = () => window.evaluate<number>('innerWidth');
  const usual = await width();
  await window.keyboard.press('Control+=');
  await window.keyboard.press('Control+=');
  await expect.poll(width).toBeLessThan(usual);
  const zoomed = await width();
  const closed = window.waitForEvent('close');
  await window.keyboard.press('Control+w').catch(() => {});
  await closed;
  await first.quit();

  const second = await launch({ args: ['--show'], env: fast, profile: first.profile });
  const again = await second.window();
  await expect(again.getByRole('article', { name: 'Voron' })).toBeVisible();
  await expect.poll(() => again.evaluate<number>('innerWidth')).toBe(zoomed);
  await again.keyboard.press('Control+0');
  await expect.poll(() => again.evaluate<number>('innerWidth')).toBe(usual);
  const ended = second.electron.waitForEvent('close');
  await second.electron.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Q', modifiers: ['control'] });
  });
  await ended;
});
