import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { Desktop } from '../../scripts/desktop/desktop.mjs';
import type { DrivenApp } from '../desktop/app.ts';
import { RealBrowser } from '../desktop/browser.ts';
import { addByToken, exampleToken, expect, test as serviceTest } from './service.ts';

const test = serviceTest.extend<{ readonly browserOfUser: RealBrowser }>({
  browserOfUser: async ({ desktop, simulator }, use) => {
    const browser = RealBrowser.install(desktop, simulator.origin);
    await use(browser);
    await browser.close();
  },
});

const portal = '/appportal/v1/';

/** Hands a link to the desktop, as any program may. */
function xdgOpen(desktop: Desktop, link: string): Promise<unknown> {
  return promisify(execFile)('xdg-open', [link], { env: desktop.env, timeout: 20_000 });
}

/** Does what opens the portal, and tells with what address that was. */
async function portalOpenedBy(desktop: Desktop, deed: () => Promise<void>): Promise<URL> {
  const before = desktop.openedLinks().length;
  await deed();
  const opened = () => desktop.openedLinks().slice(before).at(-1) ?? '';
  await expect.poll(opened, { timeout: 15_000 }).toContain(portal);
  return new URL(opened());
}

/** Our own link with its nonce, which the portal is told to come back to. */
function returnLinkIn(portalAddress: URL): URL {
  return new URL(portalAddress.searchParams.get('returnUrl') ?? '');
}

function withResults(link: URL, results: Readonly<Record<string, string>>): string {
  const back = new URL(link);
  for (const [name, value] of Object.entries(results)) back.searchParams.append(name, value);
  return back.href;
}

/** Starts a sign-in for a new printer; the window waits for the browser then. */
async function startSignIn(app: DrivenApp, desktop: Desktop): Promise<{ window: Page; page: URL; link: URL }> {
  const window = await app.window();
  const page = await portalOpenedBy(desktop, async () => {
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
  });
  await expect(window.getByText('Waiting for your browser')).toBeVisible();
  return { window, page, link: returnLinkIn(page) };
}

test.describe('A sign-in in a real browser', () => {
  test('connects a first printer within a minute, and a revoked one again in two clicks', async ({
    simulator,
    fast,
    launch,
    findTray,
    desktop,
    browserOfUser,
    picture,
  }) => {
    test.setTimeout(150_000);
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
    await expect(article).toContainText('Connected', { timeout: 30_000 });
    expect(Date.now() - begun).toBeLessThan(60_000);
    await expect(article).toBeFocused();
    await tray.waitForColour('green');
    const first = JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8'));

    voron.answer(604);
    await expect(article).toContainText('Reconnect needed', { timeout: 30_000 });
    const tokens = simulator.tokens().size;
    const reconnect = () => article.getByRole('button', { name: 'Reconnect' }).click();
    const address = await portalOpenedBy(desktop, reconnect);
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    await expect(window.getByText('Choose Voron and allow')).toBeVisible();
    const again = await browserOfUser.tab(address.href);
    await again.getByRole('button', { name: 'Connect Voron', exact: true }).click();
    await expect(article).toContainText('Connected', { timeout: 30_000 });
    await expect(article).toBeFocused();
    await tray.waitForColour('green');
    expect(simulator.tokens().size).toBe(tokens + 1);
    expect(JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8'))).toEqual(first);

    // The link with all its secrets was an argument of a second start, and is nowhere in what the app wrote.
    expect(app.stdout + app.stderr).not.toContain('example-');
    expect(spawnSync('grep', ['-rl', '-e', 'example-', app.profile], { encoding: 'utf8' })).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  test('may be refused there, or take its time', async ({ simulator, fast, launch, desktop, browserOfUser }) => {
    test.setTimeout(120_000);
    simulator.printer('Voron');
    const app = await launch({ args: ['--show'], env: fast });
    const { window, page } = await startSignIn(app, desktop);
    const tab = await browserOfUser.tab(page.href);
    await tab.getByRole('button', { name: 'Refuse' }).click();
    await expect(window.getByText('The connection was not made', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(window.getByText('Waiting for your browser')).toBeHidden();

    const signIn = () => window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
    const again = await browserOfUser.tab((await portalOpenedBy(desktop, signIn)).href);
    await expect(window.getByText('The connection was not made', { exact: true })).toBeHidden();
    await again.getByRole('button', { name: 'Connect Voron slowly' }).click({ noWaitAfter: true });
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected', { timeout: 30_000 });
  });
});

test.describe('A sign-in link', () => {
  test('that a program hands to the desktop reaches the running app', async ({ simulator, fast, launch, desktop }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const { window, link } = await startSignIn(app, desktop);
    const good = withResults(link, { success: 'true', appApiToken: exampleToken('Voron'), printername: 'Voron' });
    await xdgOpen(desktop, good);
    await expect(window.getByRole('article', { name: 'Voron' })).toBeFocused({ timeout: 15_000 });

    // The browser's history has it still; it is used up, whatever it holds now.
    await xdgOpen(desktop, withResults(link, { success: 'true', appApiToken: exampleToken('Other') }));
    await expect(window.getByText('This sign-in is no longer waited for', { exact: true })).toBeVisible();
    await expect(window.getByRole('article')).toHaveCount(1);
  });

  test('that is hostile or broken is told of in words and keeps nothing', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    test.setTimeout(120_000);
    const token = exampleToken('Voron');
    simulator.printer('Voron', { token });
    const app = await launch({ args: ['--show'], env: fast });
    const { window, ...first } = await startSignIn(app, desktop);
    const success = { success: 'true', appApiToken: token };
    const cases: readonly (readonly [(link: URL) => string, string])[] = [
      [(back) => withResults(back, { success: 'false' }), 'The connection was not made'],
      [(back) => withResults(back, { success: 'true' }), 'The token is missing'],
      [
        (back) => withResults(back, { ...success, url: 'https://octoeverywhere.com.example' }),
        'This link leads somewhere else',
      ],
      [(back) => withResults(back, { ...success, AppApiToken: token }), 'This link is not as OctoEverywhere made it'],
      [(back) => withResults(back, { ...success, id: 'x'.repeat(10_000) }), 'This is too long'],
      [
        (back) => withResults(back, { ...success, appApiToken: `${token}-unknown` }),
        'OctoEverywhere does not know this token',
      ],
    ];
    let pending = first.link;
    for (const [broken, words] of cases) {
      await xdgOpen(desktop, broken(pending));
      await expect(window.getByText(words, { exact: true })).toBeVisible({ timeout: 15_000 });
      const signIn = () => window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
      pending = returnLinkIn(await portalOpenedBy(desktop, signIn));
      await expect(window.getByText('Waiting for your browser')).toBeVisible();
    }
    // A stranger's link ends no sign-in that goes on.
    for (const stranger of [
      'octoglance://connected?success=true',
      'octoglance://connected?state=guess',
      'octoglance://x',
    ])
      await xdgOpen(desktop, withResults(new URL(stranger), { appApiToken: token }));
    await expect(window.getByText('A link came that is not from this sign-in', { exact: true })).toBeVisible();
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
    await xdgOpen(desktop, withResults(pending, success));
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected', { timeout: 15_000 });
  });

  test('of any length leaves the running app alone', async ({ fast, launch, desktop }) => {
    test.setTimeout(90_000);
    const app = await launch({ args: ['--show'], env: fast });
    for (const characters of [20_000, 110_000]) {
      const { window, link } = await startSignIn(app, desktop);
      await xdgOpen(desktop, withResults(link, { success: 'true', id: 'x'.repeat(characters) }));
      await expect(window.getByText('This is too long', { exact: true })).toBeVisible({ timeout: 20_000 });
      await window.getByRole('button', { name: 'Back to printers' }).click();
    }
    expect(app.hasEnded).toBe(false);
  });

  test('starts the app where it does not run, which says that nobody waits for it', async ({
    simulator,
    fast,
    launch,
    desktop,
    picture,
  }) => {
    const token = exampleToken('Voron');
    simulator.printer('Voron', { token });
    const first = await launch({ args: ['--show'], env: fast });
    const { link } = await startSignIn(first, desktop);
    await first.quit();

    const app = await launch({
      args: ['--hidden', withResults(link, { success: 'true', appApiToken: token })],
      env: fast,
      profile: first.profile,
    });
    const window = await app.window();
    await expect(window.getByText('A sign-in came that nobody waits for', { exact: true })).toBeVisible();
    await expect(window.getByRole('article')).toHaveCount(0);
    expect(simulator.log).toEqual([]);
    expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
    await picture('nobody-waits');
    await app.quit();
  });
});

test.describe('Connecting a printer again', () => {
  test('begins at once from the menu and from the notification', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
    desktop,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await tray.waitForColour('green');
    await (await app.window()).close();
    voron.answer(604);
    await tray.waitForColour('red');
    const dead = await notifications.waitFor('of the end', (one) => one.summary === 'Reconnect needed: Voron', 30_000);
    await portalOpenedBy(desktop, () => notifications.activate(dead));
    const window = await app.window();
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Reconnect needed');

    await portalOpenedBy(desktop, () => tray.menu.click('Voron: Reconnect needed', 'Reconnect…'));
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
  });

  test('asks before another printer takes the place, and changes nothing until then', async ({
    simulator,
    fast,
    launch,
    desktop,
    picture,
  }) => {
    test.setTimeout(90_000);
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    simulator.printer('Ender', { token: exampleToken('Ender') });
    const app = await launch({ args: ['--show'], env: fast });
    await addByToken(app, 'Voron');
    voron.answer(604);
    const window = await app.window();
    const article = window.getByRole('article', { name: 'Voron' });
    const question = window.getByRole('heading', { name: 'You connected Ender, but this is Voron' });
    const connectEnder = async () => {
      const reconnect = () => article.getByRole('button', { name: 'Reconnect' }).click();
      const link = returnLinkIn(await portalOpenedBy(desktop, reconnect));
      await xdgOpen(desktop, withResults(link, { success: 'true', appApiToken: exampleToken('Ender') }));
      await expect(question).toBeVisible({ timeout: 15_000 });
    };
    await expect(article).toContainText('Reconnect needed', { timeout: 30_000 });

    await connectEnder();
    await picture('other-printer');
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(article).toContainText('Reconnect needed');
    await expect(window.getByRole('article')).toHaveCount(1);

    await connectEnder();
    await window.getByRole('button', { name: 'Add it as a new printer' }).click();
    const ender = window.getByRole('article', { name: 'Ender' });
    await expect(ender).toContainText('Connected');
    await expect(article).toContainText('Reconnect needed');

    await ender.getByRole('button', { name: 'Remove' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(window.getByRole('article')).toHaveCount(1);
    await connectEnder();
    await window.getByRole('button', { name: 'Replace it' }).click();
    await expect(ender).toContainText('Connected');
    await expect(window.getByRole('article')).toHaveCount(1);
  });

  test('offers to keep in memory what the keychain does not take', async ({ simulator, fast, launch, desktop }) => {
    test.setTimeout(90_000);
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const { window, link } = await startSignIn(app, desktop);
    await desktop.keyring.kill();
    try {
      await xdgOpen(desktop, withResults(link, { success: 'true', appApiToken: exampleToken('Voron') }));
      const keep = window.getByRole('button', { name: 'Keep until I quit' });
      await expect(keep).toBeVisible({ timeout: 20_000 });
      await expect(window.getByText('No keychain on this desktop', { exact: true }).first()).toBeVisible();
      expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
      await keep.click();
      await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected', { timeout: 20_000 });
      await app.quit();
    } finally {
      await desktop.keyring.start('unlocked');
    }
  });
});
