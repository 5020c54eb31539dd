import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('The language', () => {
  test('is the system’s, in tray, notification and window, until the user chooses', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({
      args: ['--show'],
      env: { ...fast, LANGUAGE: 'de_DE:en', LANG: 'de_DE.UTF-8', LC_ALL: '' },
    });
    const window = await app.window();
    await expect(window.locator('html')).toHaveAttribute('lang', 'de');
    await expect(window.getByRole('button', { name: 'Bei OctoEverywhere anmelden' })).toBeVisible();
    const tray = await findTray();
    await expect.poll(() => tray.menu.text()).toContain('Noch keine Drucker');

    await window.getByRole('button', { name: 'Stattdessen ein Token einfügen' }).click();
    await window.getByRole('textbox', { name: 'App-Token oder Abschluss-Link' }).fill(exampleToken('Voron'));
    await window.getByRole('button', { name: 'Verbinden', exact: true }).click();
    const article = window.getByRole('article', { name: 'Voron' });
    await expect(article).toContainText('Verbunden');
    await expect.poll(() => tray.menu.text()).toContain('Voron: Verbunden');

    voron.set({ link: 'down' });
    await expect(article).toContainText('Getrennt');
    await expect.poll(() => notifications.shown.map(({ summary }) => summary)).toContain('Voron getrennt');
    voron.set({ link: 'up' });

    await window.getByRole('button', { name: 'Einstellungen' }).click();
    await window.getByText('English', { exact: true }).click();
    await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await expect(window.locator('html')).toHaveAttribute('lang', 'en');
    await expect.poll(() => tray.menu.text()).toContain('Snooze notifications');
    await window.getByText('System', { exact: true }).last().click();
    await expect(window.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  });

  test('is English if OctoGlance does not support the system’s', async ({ simulator, fast, launch }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({
      args: ['--show'],
      env: { ...fast, LANGUAGE: 'fr_FR', LANG: 'fr_FR.UTF-8', LC_ALL: '', LC_TIME: 'en_US.UTF-8' },
    });
    await addByToken(app, 'Voron');
    const window = await app.window();
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');

    // Texts follow the language, formats the region: here with a 12-hour clock and weeks that begin on Sunday.
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText(/since \d{1,2}:\d\d\s[AP]M/);
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByRole('switch', { name: 'Quiet hours' }).click();
    await expect(window.locator('.quiet-day-name').first()).toHaveText('Sunday');
    await expect(window.getByRole('textbox', { name: 'Sunday, from' })).toHaveValue(/^10:00\sPM$/);
  });

  test('is English with German formats, as GNOME and KDE set them', async ({ launch }) => {
    const german = 'de_DE.UTF-8';
    const app = await launch({
      args: ['--demo', '--show'],
      env: { LANGUAGE: '', LANG: 'en_US.UTF-8', LC_ALL: '', LC_TIME: german, LC_NUMERIC: german },
    });
    const window = await app.window();
    const row = window.getByRole('article').filter({ hasText: 'Connected' }).first();
    await expect(row).toContainText(/since (yesterday )?\d{2}:\d{2}(?!\s?[AP]M)/);
    // The uptime of the last 24 hours.
    await expect(row).toContainText(/\b\d\d,\d%/);
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByRole('switch', { name: 'Quiet hours' }).click();
    await expect(window.locator('.quiet-day-name').first()).toHaveText('Monday');
    await expect(window.getByRole('textbox', { name: 'Monday, from' })).toHaveValue('22:00');
  });
});
