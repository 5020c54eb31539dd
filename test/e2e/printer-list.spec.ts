import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialogs } from '../support/desktop/file-dialogs.ts';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { shownNames, storedId, storedNames } from '../support/e2e/stored-printers.ts';

test.describe('The printer list', () => {
  test('contains no printer twice, even right after a start', async ({ fast, launch, watching }) => {
    const { app: first } = await watching(['Ada']);
    await first.quit();
    const app = await launch({ args: ['--show'], env: fast, profile: first.profile });
    const window = await app.window();
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Ada'));
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(
      window.getByText('The token belongs to Ada. Each printer has its own token.', { exact: true }),
    ).toBeVisible();
    expect(storedNames(app.profile)).toEqual(['Ada']);
  });

  test('moves to another computer without the tokens, and asks to sign in there', async ({
    simulator,
    fast,
    launch,
    desktop,
    notifications,
  }) => {
    for (const name of ['Ada', 'Bert']) simulator.printer(name, { token: exampleToken(name) });
    const file = join(desktop.home, 'list of printers.json');
    const here = await launch({ args: ['--show'], env: fast });
    for (const name of ['Bert', 'Ada']) await addByToken(here, name);
    await answerDialogs(here, file);
    const window = await here.window();
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByRole('button', { name: 'Export list…' }).click();
    await expect(window.getByText('2 printers exported', { exact: true })).toBeVisible();
    const list = readFileSync(file, 'utf8');
    expect(list).not.toContain('example-token');
    expect(list).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
    // Already listed: it stays unchanged.
    await window.getByRole('button', { name: 'Import list…' }).click();
    await expect(window.getByText('Nothing new to import', { exact: true })).toBeVisible();
    await here.quit();

    // Another computer has another keychain: it has no entries for these ids.
    const other = list.replaceAll(/"id": "(.)/g, (_, digit) => `"id": "${digit === 'a' ? 'b' : 'a'}`);
    writeFileSync(file, other);
    const app = await launch({ args: ['--show'], env: fast });
    const there = await app.window();
    await answerDialogs(app, file);
    await there.getByRole('button', { name: 'Settings' }).click();
    await there.getByRole('button', { name: 'Import list…' }).click();
    await expect(there.getByText('2 printers imported', { exact: true })).toBeVisible();
    await there.keyboard.press('Escape');
    await expect.poll(() => shownNames(there)).toEqual(['Bert', 'Ada']);
    const bert = there.getByRole('article', { name: 'Bert' });
    await expect(bert).toContainText('Reconnect needed');
    await unfolded(there, 'Bert');
    await expect(bert).toContainText('Sign in again');
    const id = storedId(app.profile, 'Bert');

    await bert.getByRole('button', { name: 'Reconnect' }).click();
    await there.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Bert'));
    await there.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(bert).toContainText('Connected');
    expect(storedId(app.profile, 'Bert')).toBe(id);
    expect(notifications.all).toEqual([]);

    await there.getByRole('button', { name: 'Settings' }).click();
    for (const [content, message] of [
      ['{"printers":', 'This file isn’t a printer list'],
      ['{"version":1,"printers":[]}', 'This file isn’t a printer list'],
      [list.replace('"version": 1', '"version": 9'), 'This list was made by a newer version of OctoGlance'],
    ] as const) {
      writeFileSync(file, content);
      await there.getByRole('button', { name: 'Import list…' }).click();
      await expect(there.getByText(message, { exact: true })).toBeVisible();
    }
    await answerDialogs(app, null);
    await there.getByRole('button', { name: 'Import list…' }).click();
    await expect(there.getByText('This list was made by a newer version of OctoGlance', { exact: true })).toHaveCount(
      0,
    );
    expect(storedNames(app.profile)).toEqual(['Bert', 'Ada']);
  });
});
