import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/e2e/service.ts';

test('The notifications and their times are chosen in the window and saved', async ({
  findTray,
  notifications,
  watching,
}) => {
  const { app } = await watching(['Voron']);
  const window = await app.window();
  /** Null until it is written for the first time. */
  const stored = (file: string) => {
    const path = join(app.profile, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  };

  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Preview: Reconnect needed' }).click();
  await expect
    .poll(() => notifications.shown.map(({ summary }) => summary))
    .toEqual(['Reconnect needed: Example printer']);
  expect(notifications.shown[0]?.body).toContain('This is only a preview.');
  await window.getByRole('switch', { name: 'Connected again' }).click();
  await window.getByRole('switch', { name: 'Quiet hours', exact: true }).click();
  await window.getByRole('switch', { name: 'Wednesday' }).click();
  await expect.poll(() => stored('settings.json')?.settings.quietHours.days[2]).toBeNull();
  expect(stored('settings.json').settings).toMatchObject({ topics: { disconnected: true, recovered: false } });
  expect(stored('settings.json').settings.quietHours).toMatchObject({ on: true });
  await window.getByRole('button', { name: 'Restore defaults' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Restore defaults' }).click();
  await expect.poll(() => stored('settings.json').settings.quietHours.on).toBe(false);
  await window.keyboard.press('Escape');

  const tray = await findTray();
  await window.getByRole('button', { name: 'Snooze notifications' }).click();
  await window.getByRole('button', { name: 'Until tomorrow' }).click();
  await expect.poll(() => tray.menu.text()).toMatch(/^Notifications snoozed until /);
  await window.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => tray.menu.text()).not.toContain('Notifications snoozed');

  const article = window.getByRole('article', { name: 'Voron' });
  await article.getByRole('button', { name: 'Mute: ' }).click();
  await expect.poll(() => tray.menu.text()).toContain('Voron: Connected (muted)');
  await expect(article).toContainText('Muted');
  await article.getByRole('button', { name: 'Unmute' }).click();
  await expect.poll(() => stored('printers.json').printers[0].muted).toBe(false);
});
