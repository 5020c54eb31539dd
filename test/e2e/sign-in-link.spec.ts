import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portalOpenedBy, returnLinkIn, startSignIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('A sign-in link', () => {
  test('from another program reaches the running app', async ({ simulator, fast, launch, desktop }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const { window, link } = await startSignIn(app, desktop);
    const good = withResults(link, { success: 'true', appApiToken: exampleToken('Voron'), printername: 'Voron' });
    await xdgOpen(desktop, good);
    await expect(window.getByRole('article', { name: 'Voron' })).toBeVisible({ timeout: 15_000 });
    await expect(window.getByRole('button', { name: 'Add another printer' })).toBeFocused();

    // The link is still in the browser's history, but has been used, whatever it contains now.
    await xdgOpen(desktop, withResults(link, { success: 'true', appApiToken: exampleToken('Other') }));
    await expect(window.getByText('This sign-in has already ended', { exact: true })).toBeVisible();
    await expect(window.getByRole('article')).toHaveCount(1);
  });

  test('opens the window, and the focus stays near a button that disappears', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const { link } = await startSignIn(app, desktop);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const opened = app.electron.waitForEvent('window');
    const results = { success: 'true', appApiToken: exampleToken('Voron'), printername: 'Voron' };
    await xdgOpen(desktop, withResults(link, results));
    const window = await opened;
    const another = window.getByRole('button', { name: 'Add another printer' });
    await expect(another).toBeFocused();
    await another.evaluate((element) => element.remove());
    await expect(window.getByRole('heading', { level: 1 })).toBeFocused();
  });

  test('that is hostile or broken is explained and stores nothing', async ({ simulator, fast, launch, desktop }) => {
    const token = exampleToken('Voron');
    simulator.printer('Voron', { token });
    const app = await launch({ args: ['--show'], env: fast });
    const { window, ...first } = await startSignIn(app, desktop);
    const success = { success: 'true', appApiToken: token };
    const cases: readonly (readonly [(link: URL) => string, string])[] = [
      [(back) => withResults(back, { success: 'false' }), 'The connection wasn’t set up'],
      [(back) => withResults(back, { success: 'true' }), 'The token is missing'],
      [
        (back) => withResults(back, { ...success, url: 'https://octoeverywhere.com.example' }),
        'This link points somewhere else',
      ],
      [(back) => withResults(back, { ...success, AppApiToken: token }), 'This link has been altered'],
      [(back) => withResults(back, { ...success, id: 'x'.repeat(10_000) }), 'This is too long'],
      [
        (back) => withResults(back, { ...success, appApiToken: `${token}-unknown` }),
        'OctoEverywhere doesn’t recognise this token',
      ],
    ];
    let pending = first.link;
    for (const [broken, words] of cases) {
      await xdgOpen(desktop, broken(pending));
      await expect(window.getByText(words, { exact: true })).toBeVisible({ timeout: 15_000 });
      // One that was only refused can be tried again.
      const another = window.getByRole('button', { name: 'Try again' });
      if (await another.isVisible()) {
        await another.click();
        await expect(window.getByText(words, { exact: true })).toBeVisible({ timeout: 15_000 });
        await window.getByRole('button', { name: 'Cancel' }).click();
      }
      const signIn = () => window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
      pending = returnLinkIn(await portalOpenedBy(desktop, signIn));
      await expect(window.getByText('Waiting for your browser')).toBeVisible();
    }
    // An unrelated link doesn't end a pending sign-in.
    for (const stranger of [
      'octoglance://connected?success=true',
      'octoglance://connected?state=guess',
      'octoglance://x',
    ])
      await xdgOpen(desktop, withResults(new URL(stranger), { appApiToken: token }));
    await expect(window.getByText('That link is from a different sign-in', { exact: true })).toBeVisible();
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
    await xdgOpen(desktop, withResults(pending, success));
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
  });

  test('of any length does not affect the running app', async ({ fast, launch, desktop }) => {
    const app = await launch({ args: ['--show'], env: fast });
    for (const characters of [20_000, 110_000]) {
      const { window, link } = await startSignIn(app, desktop);
      await xdgOpen(desktop, withResults(link, { success: 'true', id: 'x'.repeat(characters) }));
      await expect(window.getByText('This is too long', { exact: true })).toBeVisible({ timeout: 20_000 });
      await window.getByRole('button', { name: 'Back to printers' }).click();
    }
    expect(app.hasEnded).toBe(false);
  });
});
