import type { Desktop } from '../support/desktop/desktop.mjs';
import { callMethod } from '../support/desktop/session-bus.mjs';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { readJson, storedId, storedNames } from '../support/e2e/stored-printers.ts';

/** The number of a printer's entries in the real keyring, locked or not. */
async function keychainEntries(desktop: Desktop, id: string): Promise<number> {
  const [unlocked, locked] = await callMethod(desktop.keyring.bus, {
    to: 'org.freedesktop.secrets',
    path: '/org/freedesktop/secrets',
    interface: 'org.freedesktop.Secret.Service',
    member: 'SearchItems',
    signature: 'a{ss}',
    body: [{ service: 'OctoGlance', account: id }],
  });
  return (unlocked as unknown[]).length + (locked as unknown[]).length;
}

test.describe('Removed printers', () => {
  test('leave the list at once even with a locked keychain, and their tokens are deleted when it is unlocked', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    for (const name of ['Ada', 'Bert', 'Cleo']) simulator.printer(name, { token: exampleToken(name) });
    const first = await launch({ args: ['--show'], env: fast });
    const window = await first.window();
    for (const name of ['Ada', 'Bert', 'Cleo']) await addByToken(first, name);
    const [ada, bert] = [storedId(first.profile, 'Ada'), storedId(first.profile, 'Bert')];
    const remove = async (name: string) => {
      await (await unfolded(window, name)).getByRole('button', { name: 'Remove' }).click();
      await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await expect(window.getByRole('article', { name })).toHaveCount(0);
    };
    expect(await keychainEntries(desktop, ada)).toBe(1);
    await remove('Ada');
    await expect.poll(() => keychainEntries(desktop, ada)).toBe(0);

    await desktop.keyring.lock();
    try {
      await remove('Bert');
      await expect(window.getByText('A token is still in the keychain', { exact: true })).toBeVisible();
      expect(storedNames(first.profile)).toEqual(['Cleo']);
      expect(await keychainEntries(desktop, bert)).toBe(1);
      await first.quit();
      expect(readJson(first.profile, 'leftover-secrets.json')).toMatchObject({ printers: [bert] });

      const second = await launch({ args: ['--show'], env: fast, profile: first.profile });
      const again = await second.window();
      await expect(again.getByRole('article')).toHaveCount(1);
      await expect(again.getByText('A token is still in the keychain', { exact: true })).toBeVisible();
      await desktop.keyring.unlock();
      await expect.poll(() => keychainEntries(desktop, bert)).toBe(0);
      await expect(again.getByText('A token is still in the keychain', { exact: true })).toHaveCount(0);
      await expect.poll(() => readJson(first.profile, 'leftover-secrets.json')).toMatchObject({ printers: [] });
      expect(await keychainEntries(desktop, storedId(first.profile, 'Cleo'))).toBe(1);
    } finally {
      await desktop.keyring.unlock();
    }
  });
});
