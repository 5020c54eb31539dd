import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../../scripts/desktop/desktop.mjs';
import { callMethod } from '../../scripts/desktop/session-bus.mjs';
import { addByToken, exampleToken, expect, test } from './service.ts';

/** How many entries of OctoGlance the keyring has. */
async function entries(desktop: Desktop): Promise<number> {
  const [unlocked] = await callMethod(desktop.bus, {
    to: 'org.freedesktop.secrets',
    path: '/org/freedesktop/secrets',
    interface: 'org.freedesktop.Secret.Service',
    member: 'SearchItems',
    signature: 'a{ss}',
    body: [{ service: 'OctoGlance' }],
  });
  return unlocked.length;
}

const printersIn = (profile: string): readonly { readonly id: string }[] =>
  JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8')).printers;

test.describe('Adding a printer', () => {
  test('survives a kill right after its token came into the keychain', async ({ simulator, fast, launch, desktop }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const before = await entries(desktop);
    const first = await launch({ args: ['--show'], env: fast });
    const window = await first.window();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Voron'));
    const connected = window.getByRole('button', { name: 'Connect', exact: true }).click();
    while ((await entries(desktop)) === before);
    first.process.kill('SIGKILL');
    await connected.catch(() => undefined);
    await first.ended();

    const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile: first.profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    await expect((await app.window()).getByRole('article', { name: 'Voron' })).toContainText('Connected');
    await expect.poll(() => printersIn(app.profile).length).toBe(1);
    expect(await entries(desktop)).toBe(before + 1);
  });

  test('five times at once, as two windows and a browser might ask for it, makes one printer', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    simulator.printer('Voron', { token: exampleToken('Voron-again') });
    const before = await entries(desktop);
    const app = await launch({ args: ['--show'], env: fast });
    const window = await app.window();
    const answers = await window.evaluate<readonly { readonly ok: boolean }[]>(
      `Promise.all(Array.from({ length: 5 }, () => octoglance.request('add-printer', '${exampleToken('Voron')}', 'keychain')))`,
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await expect(window.getByRole('article')).toHaveCount(1);
    expect(await entries(desktop)).toBe(before + 1);

    // The same printer through another connection.
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Voron-again'));
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(window.getByText('Voron is already in your list', { exact: true })).toBeVisible({ timeout: 15_000 });
    await app.quit();
    expect(printersIn(app.profile)).toHaveLength(1);
    expect(await entries(desktop)).toBe(before + 1);
    const later = await launch({ args: ['--show', '--status-stream'], env: fast, profile: app.profile });
    await later.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
  });

  test('that works beside a removal of another printer leaves both as they should be', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    for (const name of ['Voron', 'Ender']) simulator.printer(name, { token: exampleToken(name) });
    const before = await entries(desktop);
    const app = await launch({ args: ['--show'], env: fast });
    await addByToken(app, 'Voron');
    const [voron] = printersIn(app.profile);
    const window = await app.window();
    await window.evaluate(
      `Promise.all([
        octoglance.request('remove-printer', '${voron?.id}'),
        octoglance.request('add-printer', '${exampleToken('Ender')}', 'keychain'),
        octoglance.request('add-printer', '${exampleToken('Voron')}', 'keychain'),
      ])`,
    );
    await expect(window.getByRole('article')).toHaveCount(2);
    await app.quit();
    expect(printersIn(app.profile)).toHaveLength(2);
    expect(printersIn(app.profile).map(({ id }) => id)).not.toContain(voron?.id);
    const later = await launch({ args: ['--show', '--status-stream'], env: fast, profile: app.profile });
    for (const name of ['Voron', 'Ender']) await later.waitForStatus({ type: 'printer', name, status: 'online' });
    await expect.poll(() => entries(desktop)).toBe(before + 2);
  });
});
