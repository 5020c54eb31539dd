import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('Starting', () => {
  for (const origin of ['http://example.com', 'ftp://127.0.0.1', 'nonsense', 'https://user:pass@octoeverywhere.com']) {
    test(`ends with one clear line at the origin ${origin}`, async ({ spawn }) => {
      const app = await spawn({ env: { OCTOGLANCE_ORIGIN: origin }, args: ['--status-stream'] });
      expect(await app.ended()).toBe(2);
      const lines = app.stderr.split('\n').filter((line) => line.includes('OCTOGLANCE_ORIGIN'));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^OCTOGLANCE_ORIGIN cannot be used: .*\.$/);
      expect(app.stderr).not.toContain('pass@');
      expect(app.stdout).toBe('');
    });
  }

  test('opens no window when hidden, nor with printers; a second launch opens it', async ({
    simulator,
    fast,
    launch,
    spawn,
    findTray,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const first = await launch({ args: ['--hidden'], env: fast });
    await (await findTray()).waitFor('empty', (state) => state.tooltip === 'No printers yet');
    expect(first.electron.windows()).toHaveLength(0);
    const opened = first.electron.waitForEvent('window');
    const second = await spawn({ env: fast, profile: first.profile });
    await opened;
    expect(await second.ended()).toBe(0);
    await addByToken(first, 'Voron');
    await first.quit();

    const again = await launch({ args: ['--status-stream'], env: fast, profile: first.profile });
    await again.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    expect(again.electron.windows()).toHaveLength(0);
  });

  test('plays the demo with its own mark and leaves no trace in the keychain', async ({ launch, findTray }) => {
    const app = await launch({ args: ['--demo', '--show', '--status-stream'] });
    await (await findTray()).waitForColour('green', 30_000);
    const window = await app.window();
    await expect(window.getByText('Demo: simulated printers')).toBeVisible();
    await expect(window.getByRole('article')).toHaveCount(6);
    expect(readdirSync(app.profile)).not.toContain('printers.json');
  });

  test('quarantines a broken printer list and reports it', async ({ fast, launch, desktop }) => {
    const profile = mkdtempSync(join(desktop.home, 'broken-'));
    writeFileSync(join(profile, 'printers.json'), '{ "version": 1, "printers": [');
    const app = await launch({ args: ['--show'], env: fast, profile });
    const window = await app.window();
    await expect(window.getByText('The printer list couldn’t be read', { exact: true })).toBeVisible();
    expect(readdirSync(profile).filter((name) => name.startsWith('printers.json.broken-'))).toHaveLength(1);
  });

  test('opens the sign-in page in the browser, and accepts the returning link', async ({
    simulator,
    fast,
    launch,
    desktop,
    spawn,
  }) => {
    const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_APP_ID: 'example-app' } });
    const window = await app.window();
    await window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
    const portal = `${simulator.origin.origin}/appportal/v1/?appid=example-app`;
    await expect.poll(() => desktop.openedLinks().find((link) => link.startsWith(portal))).toBeDefined();
    await expect(window.getByRole('button', { name: 'Cancel' })).toBeVisible();

    // A link without this sign-in's nonce is ignored: it changes nothing.
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const forged = `octoglance://connected?state=forged&success=true&appApiToken=${exampleToken('Voron')}`;
    await (await spawn({ env: fast, profile: app.profile, args: [forged] })).ended();
    await window.waitForTimeout(500);
    expect(simulator.log).toEqual([]);
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.getByRole('button', { name: 'Sign in with OctoEverywhere' })).toBeVisible();
  });
});
