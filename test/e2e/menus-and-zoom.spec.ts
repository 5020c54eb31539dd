import { expectAnnounced } from '../support/announced.mjs';
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
  await expectAnnounced(window, 'Name copied.');

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

test('A right click on selected rows opens their actions there, also if the button is held for a moment', async ({
  simulator,
  fast,
  launch,
}) => {
  for (const name of ['Voron', 'Ender', 'Mini']) simulator.printer(name, { token: exampleToken(name) });
  const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '60' } });
  for (const name of ['Voron', 'Ender', 'Mini']) await addByToken(app, name);
  const window = await app.window();
  for (const name of ['Voron', 'Ender'])
    await window.getByRole('article', { name }).click({ modifiers: ['Control'], position: { x: 60, y: 10 } });
  const row = (await window.getByRole('article', { name: 'Voron' }).boundingBox()) ?? { x: 0, y: 0 };
  const [x, y] = [row.x + 60, row.y + 10];
  await window.mouse.move(x, y);
  await window.mouse.down({ button: 'right' });
  const mute = window.getByRole('button', { name: 'Mute', exact: true });
  await expect(mute).toBeVisible();
  // Events about its opening arrive later.
  await window.evaluate('new Promise((done) => setTimeout(done, 300))');
  await window.mouse.up({ button: 'right' });
  await window.evaluate('new Promise((done) => setTimeout(done, 300))');
  const menu = (await window.locator('#change-selected').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  expect([x >= menu.x, x <= menu.x + menu.width, y >= menu.y, y <= menu.y + menu.height]).toEqual(Array(4).fill(true));
  await mute.click();
  await expectAnnounced(window, '2 printers muted.');
});

test('Escape in the search of the settings clears it first', async ({ fast, launch }) => {
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  await expect(window.getByRole('button', { name: 'Sign in with OctoEverywhere' })).toBeVisible();
  await window.getByRole('button', { name: 'Settings' }).click();
  const search = window.getByRole('searchbox');
  await search.fill('sound');
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(window.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveCount(0);
});
