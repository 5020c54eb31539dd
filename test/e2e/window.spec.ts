import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

/** The rules that a screen seriously violates, and where; ideally none. */
async function seriousFindings(window: Page): Promise<readonly string[]> {
  const violations = await violationsOf(window);
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ text }) => text);
}

async function chooseTheme(window: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByText(theme, { exact: true }).click();
  await expect(window.getByRole('radio', { name: theme })).toBeChecked();
}

const pageColour = (window: Page) =>
  window.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');

/** The accessible name, or else the text, of the focused element. */
const focused = (window: Page) =>
  window.evaluate<string>(
    'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? ""',
  );

/** The number of processes that show pages of the app with that profile. */
function renderers(profile: string): number {
  const lines = readdirSync('/proc').flatMap((entry) => {
    try {
      return [readFileSync(`/proc/${entry}/cmdline`, 'utf8')];
    } catch {
      // Not a process, or one that has ended.
      return [];
    }
  });
  return lines.filter((line) => line.includes('--type=renderer') && line.includes(profile)).length;
}

test.describe('The window', () => {
  for (const theme of ['Light', 'Dark'] as const) {
    test(`is accessible with any screen, ${theme.toLowerCase()}`, async ({ simulator, fast, launch }) => {
      const app = await launch({ env: fast, args: ['--show', '--status-stream'] });
      const window = await app.window();
      const button = (name: string) => window.getByRole('button', { name, exact: true }).first();
      const clean = async (screen: string) => expect(await seriousFindings(window), screen).toEqual([]);

      await chooseTheme(window, theme);
      await clean('settings');
      await window.keyboard.press('Escape');
      await clean('empty');
      await button('Add printer').click();
      await clean('add');
      await button('Sign in with OctoEverywhere').click();
      await expect(window.getByText('Waiting for your browser')).toBeVisible();
      await clean('sign-in pending');
      await button('Cancel').click();
      await button('Add printer').click();
      await button('Paste a token instead').click();
      await window.getByRole('textbox').fill('two words');
      await button('Connect').click();
      await expect(window.getByText('This is neither a token nor a link', { exact: true })).toBeVisible();
      await clean('refused token');
      await window.keyboard.press('Escape');

      const responses = { Voron: 200, Ender: 601, Prusa: 605, Bambu: 604, Mini: 610 };
      for (const name of Object.keys(responses)) {
        simulator.printer(name, { token: exampleToken(name) });
        await addByToken(app, name);
      }
      for (const [name, status] of Object.entries(responses)) simulator.printer(name).answer(status);
      await app.waitForStatus({ type: 'printer', name: 'Mini', status: 'update-needed' });
      await app.waitForStatus({ type: 'printer', name: 'Bambu', status: 'reconnect-needed' });
      await expect(window.getByRole('article', { name: 'Bambu' })).toContainText('Reconnect needed');
      await clean('list');
      await (await unfolded(window, 'Voron')).getByRole('button', { name: 'Remove' }).click();
      await expect(window.getByRole('dialog')).toBeVisible();
      await clean('remove');
    });
  }

  test('leaves no process when closed, while the tray stays', async ({ simulator, fast, launch, findTray }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ env: fast, args: ['--show'] });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await tray.waitForColour('green');
    expect(renderers(app.profile)).toBeGreaterThan(0);
    await (await app.window()).close();
    await expect.poll(() => renderers(app.profile)).toBe(0);

    voron.set({ link: 'down' });
    await tray.waitForColour('amber');
    expect(app.hasEnded).toBe(false);
    expect(renderers(app.profile)).toBe(0);

    const opened = app.electron.waitForEvent('window');
    await tray.activate();
    await expect((await opened).getByRole('article', { name: 'Voron' })).toContainText('Disconnected');
  });

  test('keeps a form when the tray or another start brings it forward', async ({ fast, launch, spawn, findTray }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const tray = await findTray();
    const window = await app.window();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    const box = window.getByRole('textbox', { name: 'App token or completion link' });
    await box.fill('half a token');
    const minimize = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const isMinimized = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    const bringForward = [
      () => tray.activate(),
      () => tray.menu.click('Show window'),
      async () => expect(await (await spawn({ env: fast, profile: app.profile })).ended(20_000)).toBe(0),
    ];
    for (const again of bringForward) {
      await minimize();
      await expect.poll(isMinimized).toBe(true);
      await again();
      await expect.poll(isMinimized).toBe(false);
      await expect(box).toHaveValue('half a token');
    }
  });

  test('applies a changed setting at once and restores it after a restart', async ({
    simulator,
    fast,
    launch,
    notifications,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const first = await launch({ env: fast, args: ['--show', '--status-stream'] });
    const window = await first.window();
    await addByToken(first, 'Voron');
    await chooseTheme(window, 'Light');
    const light = await pageColour(window);
    await window.getByText('Dark', { exact: true }).click();
    await expect.poll(() => pageColour(window)).not.toBe(light);
    const dark = await pageColour(window);
    await window.getByRole('switch', { name: 'Notifications', exact: true }).click();
    await expect(window.getByRole('switch', { name: 'Notifications', exact: true })).not.toBeChecked();
    voron.set({ link: 'down' });
    await first.waitForStatus({ type: 'alert', kind: 'disconnected', printers: ['Voron'] });
    expect(notifications.all).toEqual([]);
    await first.quit();

    const second = await launch({ env: fast, args: ['--show'], profile: first.profile });
    const again = await second.window();
    await expect(again.getByRole('article', { name: 'Voron' })).toContainText('Disconnected');
    expect(await pageColour(again)).toBe(dark);
    await again.getByRole('button', { name: 'Settings' }).click();
    await expect(again.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await expect(again.getByRole('switch', { name: 'Notifications', exact: true })).not.toBeChecked();
  });

  test('reschedules the next poll when the interval changes', async ({ simulator, launch }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ env: { OCTOGLANCE_ORIGIN: simulator.origin.origin }, args: ['--show'] });
    await addByToken(app, 'Voron');
    const window = await app.window();
    /** Seconds from now to the next check. */
    const next = () =>
      window.evaluate<number>(
        'octoglance.request("get-snapshot").then(({ at, printers }) => (printers[0].nextCheckAt - at) / 1000)',
      );
    await expect.poll(next).toBeLessThan(70);
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByRole('combobox', { name: 'Check each printer every' }).selectOption({ label: '30 min' });
    await expect.poll(next).toBeGreaterThan(20 * 60);
  });

  test('is walked through by Tab from top to bottom, and left by Escape', async ({ simulator, fast, launch }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ env: { ...fast, OCTOGLANCE_POLL_SECONDS: '600' }, args: ['--show'] });
    const window = await app.window();
    const tab = async () => {
      await window.keyboard.press('Tab');
      return focused(window);
    };
    await expect(window.getByRole('button', { name: 'Settings' })).toBeVisible();
    expect([await tab(), await tab(), await tab(), await tab()]).toEqual([
      'Settings',
      'Add printer',
      'Sign in with OctoEverywhere',
      'Paste a token instead',
    ]);

    for (const name of ['Settings', 'Add printer']) {
      await window.getByRole('button', { name }).press('Enter');
      await expect(window.getByRole('heading', { level: 1 })).toBeFocused();
      await window.keyboard.press('Escape');
      await expect(window.getByRole('button', { name })).toBeFocused();
    }

    await addByToken(app, 'Voron');
    const article = window.getByRole('article', { name: 'Voron' });
    await expect(window.locator('#add-another')).toBeFocused();
    const remove = article.getByRole('button', { name: 'Remove' });
    await remove.press('Enter');
    await expect(window.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect(remove).toBeFocused();
  });
});
