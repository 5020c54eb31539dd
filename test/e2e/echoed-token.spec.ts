import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

test('A token that the service returns as the printer’s name is neither stored nor shown', async ({
  simulator,
  fast,
  launch,
  findTray,
  notifications,
}) => {
  const token = exampleToken('echoed');
  // The address of its page contains the token as well.
  const printer = simulator.printer(token, { token });
  const app = await launch({ args: ['--show', '--status-stream'], env: fast });
  const window = await app.window();
  await window.getByRole('button', { name: 'Paste a token instead' }).click();
  await window.getByRole('textbox', { name: 'App token or completion link' }).fill(token);
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(window.getByRole('article', { name: 'Unnamed printer' })).toContainText('Connected', {
    timeout: 15_000,
  });
  printer.set({ link: 'down' });
  await notifications.waitFor('of the loss', (one) => one.summary === 'Unnamed printer disconnected');
  const tray = await findTray();
  const snapshot = await window.evaluate<object>(`octoglance.request('get-snapshot')`);
  const shown = [await window.content(), JSON.stringify(snapshot), await tray.menu.text(), (await tray.read()).tooltip];
  await app.quit();
  const files = readdirSync(app.profile, { recursive: true, encoding: 'utf8' })
    .map((path) => join(app.profile, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => readFileSync(path, 'latin1'));
  const all = [...shown, ...files, app.stdout, app.stderr, JSON.stringify(notifications.all)];
  expect(all.filter((text) => text.toLowerCase().includes('0123456789abcdef'))).toEqual([]);
  expect(files.some((text) => text.includes('Unnamed printer'))).toBe(true);
});
