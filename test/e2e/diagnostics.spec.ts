import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialogs } from '../support/desktop/file-dialogs.ts';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test('Diagnostics describe the app’s state without naming the printers', async ({
  simulator,
  fast,
  launch,
  desktop,
  findTray,
}) => {
  const names = ['Voron', 'Ender & Söhne', 'Retired one'];
  for (const name of names) simulator.printer(name, { token: exampleToken(name.slice(0, 5)) });
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  const tray = await findTray();
  await addByToken(app, 'Voron');
  const link = new URL('https://octoeverywhere.com/appportal/v1/complete?success=true&id=abc');
  link.searchParams.set('printerName', 'Ender & Söhne');
  link.searchParams.set('url', 'https://app-example0123.octoeverywhere.com');
  link.searchParams.set('AppApiToken', exampleToken('Ender'));
  link.searchParams.set('authBearerToken', exampleToken('bearer'));
  await addByToken(app, 'Ender & Söhne', link.href);
  await addByToken(app, 'Retired one', exampleToken('Retir'));
  await (await unfolded(window, 'Retired one')).getByRole('button', { name: 'Remove' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  simulator.printer('Voron').set({ link: 'down' });
  await tray.waitForColour('amber');
  await app.electron.evaluate(
    (_electron, notified) => void setTimeout(() => Promise.reject(new Error(notified))),
    `Voron at 192.168.1.132 and https://octoeverywhere.com/view/Voron with AppToken: ${exampleToken('Voron')}`,
  );

  const file = join(desktop.home, 'diagnostics.txt');
  await answerDialogs(app, file);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Save diagnostics…' }).click();
  await expect(window.getByText('Diagnostics saved', { exact: true })).toBeVisible();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');

  expect(text).toMatch(/^Electron: \d+\.\d+\.\d+, Chromium [\d.]+, Node [\d.]+$/m);
  expect(text).toMatch(/^System: linux /m);
  expect(text).toMatch(/^Tray host: present$/m);
  expect(text).toMatch(/^Notification server: dunst/m);
  expect(text).toMatch(/^Keychain: unlocked$/m);
  expect(text).toMatch(/^ {2}pollSeconds: 60$/m);
  expect(text).toMatch(/^ {2}Printer 1: offline since 20.*page known, local address known$/m);
  expect(text).toMatch(/^ {2}Printer 2: online since /m);
  expect(text).toMatch(/INFO {2}Printer 1: online, now offline$/m);
  expect(text).toMatch(/INFO {2}A former printer: /m);
  expect(text).toContain('Error: Printer 1 at [address] and [address] with AppToken: [redacted]');
  const ids: string[] = JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8')).printers.map(
    ({ id }: { id: string }) => id,
  );
  expect(ids).toHaveLength(2);
  for (const hidden of [...names, ...ids, 'Söhne', 'example', 'octoeverywhere.com', '192.168', desktop.home]) {
    expect(text, hidden).not.toContain(hidden);
  }

  await window.getByRole('button', { name: 'Report a problem' }).click();
  await expect(window.getByText('Diagnostics copied', { exact: true })).toBeVisible();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')[0]).toBe(text.split('\n')[0]);
  for (const hidden of [...names, ...ids, 'example', '192.168', desktop.home]) expect(copied).not.toContain(hidden);
  await expect.poll(() => desktop.openedLinks().at(-1)).toMatch(/\/OctoGlance\/issues\/new\?template=problem\.yml$/);

  await answerDialogs(app, join(desktop.home, 'no such folder', 'diagnostics.txt'));
  await window.getByRole('button', { name: 'Save diagnostics…' }).click();
  await expect(window.getByText('Couldn’t save the diagnostics', { exact: true })).toBeVisible();
});
