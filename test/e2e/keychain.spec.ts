import { keychainHelpers } from '../support/app/keychain-helpers.ts';
import { deleteEntry } from '../support/desktop/keychain-entries.ts';
import { neverAnswerPrompts } from '../support/desktop/keychain-prompter.ts';
import { until } from '../support/desktop/processes.mjs';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('The keychain', () => {
  test('locked at start keeps the printers, and continues without a restart when unlocked later', async ({
    simulator,
    fast,
    launch,
    findTray,
    desktop,
    watching,
  }) => {
    const { app: first } = await watching(['Voron']);
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

      // A new printer isn't listed while its token can't be stored, unless the user chooses "until I quit".
      simulator.printer('Ender', { token: exampleToken('Ender') });
      await window.getByRole('button', { name: 'Add printer' }).first().click();
      await window.getByRole('button', { name: 'Paste a token instead' }).click();
      await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Ender'));
      await window.getByRole('button', { name: 'Connect', exact: true }).click();
      await window.getByRole('button', { name: 'Keep until I quit' }).click();
      await expect(window.getByRole('article', { name: 'Ender' })).toContainText('Connected');

      await desktop.keyring.unlock();
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 30_000);
      await tray.waitForColour('green');
      await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
    } finally {
      await desktop.keyring.unlock();
    }
  });

  test('unlocked later is noticed at once, however long the polling interval is', async ({
    fast,
    launch,
    desktop,
    watching,
  }) => {
    const { app: first } = await watching(['Voron']);
    await first.quit();

    await desktop.keyring.lock();
    try {
      const env = { ...fast, OCTOGLANCE_POLL_SECONDS: '60' };
      const app = await launch({ args: ['--hidden', '--status-stream'], env, profile: first.profile });
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' });
      await desktop.keyring.unlock();
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 20_000);
    } finally {
      await desktop.keyring.unlock();
    }
  });

  test('without a Secret Service is reported, and nothing is stored in plain text', async ({
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

  test('is used without a restart when the Secret Service starts later', async ({
    fast,
    launch,
    desktop,
    watching,
  }) => {
    const { app: first } = await watching(['Voron']);
    await first.quit();

    await desktop.keyring.kill();
    try {
      const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile: first.profile });
      const voron = (await app.window()).getByRole('article', { name: 'Voron' });
      await expect(voron).toContainText('No keychain on this desktop');
      await desktop.keyring.start('unlocked');
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
      await expect(voron).toContainText('Connected');
    } finally {
      await desktop.keyring.restart('unlocked');
    }
  });

  test('without a session bus is reported, and the app offers to keep a token until it quits', async ({
    simulator,
    fast,
    launch,
    watching,
  }) => {
    const { app: first } = await watching(['Voron']);
    await first.quit();

    // Checked once a minute: on a busy machine, a check every second would keep the keychain's helper process starting.
    const env = { ...fast, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus', OCTOGLANCE_POLL_SECONDS: '60' };
    const app = await launch({ args: ['--show', '--status-stream'], env, profile: first.profile });
    const window = await app.window();
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Can’t reach the keychain');
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' });

    simulator.printer('Ender', { token: exampleToken('Ender') });
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Ender'));
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    // All the window says, so that a failure shows it.
    await expect(window.locator('body')).toContainText('Keep until I quit', { timeout: 60_000 });
    await window.getByRole('button', { name: 'Keep until I quit' }).click();
    await expect(window.getByRole('article', { name: 'Ender' })).toContainText('Connected');
  });

  test('killed and restarted at run time: polling continues, and a printer can be added', async ({
    simulator,
    fast,
    launch,
    desktop,
    watching,
  }) => {
    const { app, printers } = await watching(['Voron'], { args: ['--show', '--status-stream'] });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });

    await desktop.keyring.kill();
    printers.Voron.set({ link: 'down' });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'offline' });
    await desktop.keyring.start('unlocked');
    printers.Voron.set({ link: 'up' });
    await expect((await app.window()).getByRole('article', { name: 'Voron' })).toContainText('Connected');
    expect(app.statusStream.filter(({ status }) => status === 'unknown')).toEqual([]);

    simulator.printer('Ender', { token: exampleToken('Ender') });
    await addByToken(app, 'Ender');
    await app.quit();
    const later = await launch({ args: ['--status-stream'], env: fast, profile: app.profile });
    await later.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    await later.waitForStatus({ type: 'printer', name: 'Ender', status: 'online' });
  });

  test('without the entry of one printer asks to sign in again, for that printer only', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    for (const name of ['Voron', 'Ender']) simulator.printer(name, { token: exampleToken(name) });
    const first = await launch({ args: ['--show', '--status-stream'], env: fast });
    for (const name of ['Voron', 'Ender']) await addByToken(first, name);
    const { id } = await first.waitForStatus({ type: 'printer', name: 'Voron' });
    await first.quit();

    await deleteEntry(desktop, String(id));
    const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile: first.profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'reconnect-needed' });
    const window = await app.window();
    await expect(await unfolded(window, 'Voron')).toContainText('Sign in again');
    await expect(window.getByRole('article', { name: 'Ender' })).toContainText('Connected');
    expect(app.statusStream.filter(({ name, status }) => name === 'Ender' && status !== 'checking')).toHaveLength(1);
  });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const)
    test(`shows an unanswered unlock prompt only once, and ends regardless with ${signal}`, async ({
      simulator,
      fast,
      launch,
      spawn,
      desktop,
    }) => {
      for (const name of ['Voron', 'Ender']) simulator.printer(name, { token: exampleToken(name) });
      const first = await launch({ args: ['--show'], env: fast });
      for (const name of ['Voron', 'Ender']) await addByToken(first, name);
      await first.quit();

      const prompter = await neverAnswerPrompts(desktop);
      await desktop.keyring.lock();
      try {
        const app = await spawn({ args: ['--hidden', '--status-stream'], env: fast, profile: first.profile });
        await until('the unlock prompt', () => prompter.wanted === 1);
        await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' });
        await app.waitForStatus({ type: 'printer', name: 'Ender', status: 'unknown' });
        expect(prompter.wanted).toBe(1);
        expect(keychainHelpers(app)).toHaveLength(1);

        app.process.kill(signal);
        await until('its end', () => app.hasEnded);
        if (signal === 'SIGTERM') expect(await app.ended()).toBe(0);
        await until('the helper process to be gone', () => keychainHelpers(app).length === 0);
        expect(prompter.wanted).toBe(1);
      } finally {
        prompter.close();
        await desktop.keyring.unlock();
      }
    });
});
