import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

/** Hostile printer names, and how each should be displayed. */
const names = [
  {
    reported: '<b>Bold</b> <img src="file:///etc/passwd"> <a href="https://example.com">x</a> &amp; &',
    shown: '<b>Bold</b> <img src="file:///etc/passwd"> <a href="https://example.com">x</a> &amp; &',
    brief: '<b>Bold</b> <img src="file:///etc/passwd"> <a href="https:/…',
  },
  {
    reported: 'V\u202eo\u2066r\u200bon\n\u0007\u001b[31m_a_ __b && %s\u2028c',
    shown: 'Voron [31m_a_ __b && %s c',
    brief: 'Voron [31m_a_ __b && %s c',
  },
  {
    reported: `Long ${'😀'.repeat(5_000)}`,
    shown: `Long ${'😀'.repeat(194)}…`,
    brief: `Long ${'😀'.repeat(27)}…`,
  },
] as const;

test('Names from outside are plain text in tray, notification, window and log', async ({
  simulator,
  fast,
  launch,
  findTray,
  notifications,
}) => {
  const controls = names.map(({ reported }, index) =>
    simulator.printer(reported, { token: exampleToken(`number${index}`) }),
  );
  const app = await launch({ args: ['--show', '--status-stream'], env: fast });
  const window = await app.window();
  for (const [index, { shown }] of names.entries()) {
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    const box = window.getByRole('textbox', { name: 'App token or completion link' });
    await box.fill(exampleToken(`number${index}`));
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(window.getByRole('article')).toHaveCount(index + 1);
    await expect(window.getByRole('article').nth(index).getByRole('heading')).toHaveText(shown);
  }
  expect(await window.evaluate('document.querySelectorAll("article b, article img, article a[href]").length')).toBe(0);

  const tray = await findTray();
  await tray.waitForColour('green');
  const labels = (await tray.menu.items()).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(names.map(({ brief }) => `${brief}: Connected`));

  for (const control of controls) control.set({ link: 'down' });
  const { tooltip } = await tray.waitFor('about all three', (state) => state.tooltip.startsWith('3 of 3 disconnected'));
  expect(tooltip.length).toBeLessThanOrEqual(127);
  expect(tooltip.isWellFormed()).toBe(true);
  expect(tooltip).not.toMatch(/[\p{Cc}\u202e\u2066\u2028]/u);
  // Some trays would parse it as markup, and load its image.
  expect(tooltip).toContain('‹b>Bold‹/b>');
  expect(tooltip).not.toContain('<');
  const notification = await notifications.waitFor(
    'of the loss',
    ({ summary }) => summary === 'All 3 printers disconnected',
  );
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const { brief } of names) expect(notification.body).toContain(escaped(brief));
  expect(notification.body).not.toMatch(/[<>]/);

  controls[0]?.set({ link: 'up' });
  const again = await notifications.waitFor('of one alone', ({ summary }) => summary.endsWith(' is connected again'));
  expect(again.summary).toBe(`${names[0].brief} is connected again`);

  const stored = JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8'));
  expect(stored.printers.map(({ name }: { name: string }) => name)).toEqual(names.map(({ shown }) => shown));
  const log = join(app.profile, 'logs/octoglance.log');
  await expect.poll(() => existsSync(log)).toBe(true);
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  for (const line of lines) expect(line).toMatch(/^20\S+ (INFO|WARN|ERROR) /);
  expect(lines.filter((line) => line.includes(`${names[1].shown}: online`)).length).toBeGreaterThan(0);
  expect(app.statusStream.length).toBeGreaterThan(3);
});
