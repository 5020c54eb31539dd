import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keychainHelpers } from '../desktop/keychain-helpers.ts';
import { exampleToken, expect, test } from './service.ts';

const name = '<img src=x onerror="globalThis.ran=1"> Tom & Jerry __proto__ %s $(id)';
const token = exampleToken('hostile');

/** Empty where the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

test('A hostile name does nothing but be shown, and no file of the profile and no argument holds a token', async ({
  simulator,
  fast,
  launch,
  findTray,
  notifications,
}) => {
  const printer = simulator.printer(name, { token });
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  const adding = window.evaluate(`octoglance.request('add-printer', '${token}', 'keychain')`);
  // While the keychain's helper is there.
  await expect.poll(() => keychainHelpers(app).length, { intervals: [20] }).toBe(1);
  const given = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((id) => ['cmdline', 'environ'].map((what) => textOf(`/proc/${id}/${what}`)));
  expect(given.some((text) => text.includes(app.profile))).toBe(true);
  expect(given.filter((text) => text.includes(token))).toEqual([]);
  await adding;
  await expect(window.getByRole('article', { name, exact: true })).toContainText('Connected');
  expect(await window.evaluate('[typeof globalThis.ran, document.querySelectorAll("article img").length]')).toEqual([
    'undefined',
    0,
  ]);
  const tray = await findTray();
  const labels = async () => (await tray.menu.items()).map(({ label }) => label);
  await expect.poll(labels).toContain(`${name}: Connected`);

  printer.set({ link: 'down' });
  const lost = await notifications.waitFor('of the loss', ({ summary }) => summary.includes('disconnected'));
  expect(lost.summary).toBe(`${name} disconnected`);
  // The body is read as markup.
  expect(lost.body).not.toMatch(/<|&(?!amp;|lt;|gt;)/);
  await tray.waitFor('with the name', ({ tooltip }) => tooltip.includes(name.slice(0, 40)));
  await app.quit();

  const files = readdirSync(app.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  expect(texts.filter((text) => text.includes('Tom & Jerry')).length, 'the search finds what is there').toBeGreaterThan(
    0,
  );
  for (const form of [token, btoa(token).slice(0, 40), Buffer.from(token, 'utf16le').toString('latin1')])
    expect(texts.filter((text) => text.includes(form))).toEqual([]);
});
