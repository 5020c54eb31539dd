import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { callMethod } from '../support/desktop/session-bus.mjs';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { recordAttack } from '../support/reliability-record.ts';
import { seed } from '../support/seed.ts';

/** The number of OctoGlance's entries in the keyring. */
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

/** The accounts of all entries. */
async function accounts(desktop: Desktop): Promise<readonly string[]> {
  const service = { to: 'org.freedesktop.secrets' };
  const [unlocked] = await callMethod(desktop.bus, {
    ...service,
    path: '/org/freedesktop/secrets',
    interface: 'org.freedesktop.Secret.Service',
    member: 'SearchItems',
    signature: 'a{ss}',
    body: [{ service: 'OctoGlance' }],
  });
  const found: string[] = [];
  for (const path of unlocked as readonly string[]) {
    const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
    const body = ['org.freedesktop.Secret.Item', 'Attributes'];
    const [attributes] = await callMethod(desktop.bus, { ...service, path, ...get, body });
    found.push(attributes.value.account);
  }
  return found.filter((account) => account !== 'probe').sort();
}

/** How much an app still has to finish, according to its files. */
function unfinished(profile: string): number {
  return ['pending-additions', 'leftover-secrets']
    .map((name) => join(profile, `${name}.json`))
    .filter((path) => existsSync(path))
    .reduce((count, path) => count + JSON.parse(readFileSync(path, 'utf8')).printers.length, 0);
}

/** `OCTOGLANCE_APP_KILLS=100` for the long run. */
const kills = Number(process.env['OCTOGLANCE_APP_KILLS'] ?? 3);

const printersIn = (profile: string): readonly { readonly id: string }[] =>
  JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8')).printers;

test.describe('Adding a printer', () => {
  test('survives a kill right after its token reached the keychain', async ({ simulator, fast, launch, desktop }) => {
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

  test('five times at once, as from two windows and a browser, adds one printer', async ({
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
    const responses = await window.evaluate<readonly { readonly ok: boolean }[]>(
      `Promise.all(Array.from({ length: 5 }, () => octoglance.request('add-printer', '${exampleToken('Voron')}', 'keychain')))`,
    );
    expect(responses.filter(({ ok }) => ok)).toHaveLength(1);
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

  test('while another printer is removed affects neither', async ({ simulator, fast, launch, desktop }) => {
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

  test(`and removing, killed ${kills} times at random moments, leaves no token behind and loses none`, async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    test.setTimeout(60_000 + kills * 30_000);
    const random = seededRandom(seed);
    const others = await accounts(desktop);
    let profile: string | undefined;
    for (let kill = 0; kill <= kills; kill += 1) {
      const app = await launch({ args: ['--show'], env: fast, ...(profile !== undefined && { profile }) });
      const window = await app.window();
      const before = profile;
      profile = app.profile;
      if (before !== undefined) {
        await expect.poll(() => unfinished(app.profile)).toBe(0);
        const listed = existsSync(join(app.profile, 'printers.json'))
          ? printersIn(app.profile).map(({ id }) => id)
          : [];
        expect(await accounts(desktop), `after kill ${kill}`).toEqual([...listed, ...others].sort());
        const snapshot = `octoglance.request('get-snapshot').then(({ printers }) => printers.map(({ status }) => status))`;
        // None of them lost its token.
        expect(await window.evaluate<readonly string[]>(snapshot)).not.toContain('reconnect-needed');
      }
      const names = [`A${kill}`, `B${kill}`];
      for (const name of names) simulator.printer(name, { token: exampleToken(name) });
      const link = `https://octoeverywhere.com/appportal/v1/complete?success=true&id=abc&appApiToken=${exampleToken(`B${kill}`)}`;
      await window.evaluate(
        `void (async () => {
          const { printers } = await octoglance.request('get-snapshot');
          const request = (...args) => octoglance.request(...args).catch(() => {});
          request('add-printer', '${exampleToken(`A${kill}`)}', 'keychain');
          request('add-printer', '${link}', 'keychain');
          request('add-printer', '${link}', 'keychain');
          for (const { id } of printers.slice(0, 2)) request('remove-printer', id);
        })()`,
      );
      await new Promise((resolve) => setTimeout(resolve, random() * 1_200));
      app.process.kill('SIGKILL');
      await app.ended();
    }
    recordAttack('app-kills', {
      promise: 'The whole app with its window, killed while adding and removing: no token stays behind, none is lost',
      test: 'test/e2e/interrupted-adding.spec.ts',
      cases: kills,
      lost: 0,
    });
  });
});
