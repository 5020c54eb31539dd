import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portalOpenedBy, returnLinkIn, startSignIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('Reconnecting a printer', () => {
  test('starts at once from the menu and from the notification', async ({
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

    await portalOpenedBy(desktop, () => tray.menu.click('Voron: Reconnect…'));
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
  });

  test('asks before replacing it with another printer, and changes nothing before the answer', async ({
    simulator,
    fast,
    launch,
    desktop,
    picture,
  }) => {
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
    await expect(article).toContainText('Reconnect needed');

    await connectEnder();
    await picture('other-printer');
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(article).toContainText('Reconnect needed');
    await expect(window.getByRole('article')).toHaveCount(1);

    await connectEnder();
    await window.getByRole('button', { name: 'Add as a new printer' }).click();
    const ender = window.getByRole('article', { name: 'Ender' });
    await expect(ender).toContainText('Connected');
    await expect(article).toContainText('Reconnect needed');

    await (await unfolded(window, 'Ender')).getByRole('button', { name: 'Remove' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(window.getByRole('article')).toHaveCount(1);
    await connectEnder();
    await window.getByRole('button', { name: 'Replace connection' }).click();
    await expect(ender).toContainText('Connected');
    await expect(window.getByRole('article')).toHaveCount(1);
  });

  test('offers to keep in memory what the keychain refuses', async ({ simulator, fast, launch, desktop }) => {
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
      await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
      await app.quit();
    } finally {
      await desktop.keyring.start('unlocked');
    }
  });
});
