import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealBrowser } from '../support/desktop/browser.ts';
import { portal, portalOpenedBy, startSignIn } from '../support/e2e/portal.ts';
import { expect, test as serviceTest } from '../support/e2e/service.ts';

const test = serviceTest.extend<{ readonly browserOfUser: RealBrowser }>({
  browserOfUser: async ({ desktop, simulator }, use) => {
    const browser = RealBrowser.install(desktop, simulator.origin);
    await use(browser);
    await browser.close();
  },
});

test.describe('A sign-in in a real browser', () => {
  test('connects a first printer within a minute, and a refused one again in two clicks', async ({
    simulator,
    fast,
    launch,
    findTray,
    desktop,
    browserOfUser,
    picture,
  }) => {
    const voron = simulator.printer('Voron');
    simulator.printer('Ender');
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const tray = await findTray();
    const window = await app.window();
    const begun = Date.now();
    await window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
    const page = await browserOfUser.tab(simulator.origin.origin + portal);
    await picture('portal');
    await page.getByRole('button', { name: 'Connect Voron', exact: true }).click();
    const article = window.getByRole('article', { name: 'Voron' });
    await expect(article).toContainText('Connected');
    expect(Date.now() - begun).toBeLessThan(60_000);
    await expect(window.getByRole('button', { name: 'Add another printer' })).toBeFocused();
    await tray.waitForColour('green');
    const first = JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8'));

    voron.answer(604);
    await expect(article).toContainText('Reconnect needed');
    const tokens = simulator.tokens().size;
    const reconnect = () => article.getByRole('button', { name: 'Reconnect' }).click();
    const address = await portalOpenedBy(desktop, reconnect);
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    await expect(window.getByText('Choose Voron and give OctoGlance access')).toBeVisible();
    const again = await browserOfUser.tab(address.href);
    await again.getByRole('button', { name: 'Connect Voron', exact: true }).click();
    await expect(article).toContainText('Connected');
    await expect(article).toBeFocused();
    await tray.waitForColour('green');
    expect(simulator.tokens().size).toBe(tokens + 1);
    expect(JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8'))).toEqual(first);

    // The link with all its secrets was an argument of a second start, and appears nowhere in the app's output and
    // files.
    expect(app.stdout + app.stderr).not.toContain('example-');
    expect(spawnSync('grep', ['-rl', '-e', 'example-', app.profile], { encoding: 'utf8' })).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  test('may be refused there, or take its time', async ({ simulator, fast, launch, desktop, browserOfUser }) => {
    simulator.printer('Voron');
    const app = await launch({ args: ['--show'], env: fast });
    const { window, page } = await startSignIn(app, desktop);
    const tab = await browserOfUser.tab(page.href);
    await tab.getByRole('button', { name: 'Refuse' }).click();
    await expect(window.getByText('The connection wasn’t set up', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(window.getByText('Waiting for your browser')).toBeHidden();

    const signIn = () => window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
    const again = await browserOfUser.tab((await portalOpenedBy(desktop, signIn)).href);
    await expect(window.getByText('The connection wasn’t set up', { exact: true })).toBeHidden();
    await again.getByRole('button', { name: 'Connect Voron slowly' }).click({ noWaitAfter: true });
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
  });
});
