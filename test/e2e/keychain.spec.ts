import { addByToken, exampleToken, expect, test } from './service.ts';

test.describe('The keychain', () => {
  test('locked at start keeps the printers, and unlocked later lets them go on without a restart', async ({
    simulator,
    fast,
    launch,
    findTray,
    desktop,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const first = await launch({ args: ['--show'], env: fast });
    await addByToken(first, 'Voron');
    await (await findTray()).waitForColour('green');
    await first.quit();

    await desktop.keyring.lock();
    try {
      const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile: first.profile });
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' });
      const tray = await findTray();
      await tray.waitForColour('grey');
      const window = await app.window();
      await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Keychain locked');
      expect(simulator.log.filter(({ status }) => status === 400)).toEqual([]);

      // A new printer is not listed while its token cannot be kept, unless the user chooses "until I quit".
      simulator.printer('Ender', { token: exampleToken('Ender') });
      await window.getByRole('button', { name: 'Add printer' }).first().click();
      await window.getByRole('button', { name: 'Paste a token instead' }).click();
      await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Ender'));
      await window.getByRole('button', { name: 'Connect', exact: true }).click();
      await window.getByRole('button', { name: 'Keep until I quit' }).click({ timeout: 20_000 });
      await expect(window.getByRole('article', { name: 'Ender' })).toContainText('Connected');

      await desktop.keyring.unlock();
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 30_000);
      await tray.waitForColour('green');
      await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
    } finally {
      await desktop.keyring.unlock();
    }
  });

  test('without a Secret Service says so and keeps nothing in plain text', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    await desktop.keyring.kill();
    try {
      const app = await launch({ args: ['--show'], env: fast });
      const window = await app.window();
      await window.getByRole('button', { name: 'Paste a token instead' }).click();
      await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Voron'));
      await window.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(window.getByText('No keychain on this desktop', { exact: true }).first()).toBeVisible({
        timeout: 20_000,
      });
      await expect(window.getByRole('article')).toHaveCount(0);
    } finally {
      await desktop.keyring.start('unlocked');
    }
  });
});
