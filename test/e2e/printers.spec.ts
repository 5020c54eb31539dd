import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

/** All files below a folder with their contents. */
function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return filesBelow(path);
    return stat?.isFile() ? [{ path, bytes: readFileSync(path) }] : [];
  });
}

test.describe('Printers', () => {
  test('start with an empty window that explains how to add one', async ({ fast, launch }) => {
    const app = await launch({ env: fast });
    const window = await app.window();
    await expect(window.getByRole('button', { name: 'Sign in with OctoEverywhere' })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Paste a token instead' })).toBeVisible();
  });

  test('are added by token and by completion link, restored after a restart, and no token is written', async ({
    simulator,
    fast,
    launch,
    desktop,
    findTray,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    simulator.printer('Ender', { token: exampleToken('Ender') });
    simulator.body('wrapped');
    const first = await launch({ args: ['--show', '--status-stream'], env: fast });
    await addByToken(first, 'Voron');
    const link = new URL('https://octoeverywhere.com/appportal/v1/complete?success=true&id=abc&printerName=Ender');
    link.searchParams.set('url', 'https://app-example0123.octoeverywhere.com');
    link.searchParams.set('AppApiToken', exampleToken('Ender'));
    link.searchParams.set('authBearerToken', exampleToken('bearer'));
    await addByToken(first, 'Ender', link.href);
    const window = await first.window();
    await expect(window.getByRole('article')).toHaveCount(2);
    await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
    expect(await window.content()).not.toContain('example-token');
    await first.quit();

    const second = await launch({ args: ['--show', '--status-stream'], env: fast, profile: first.profile });
    await second.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    await second.waitForStatus({ type: 'printer', name: 'Ender', status: 'online' });
    await (await findTray()).waitForColour('green');
    const again = await second.window();
    await expect(again.getByRole('article')).toHaveCount(2);
    await second.quit();

    const secrets = [exampleToken('Voron'), exampleToken('Ender'), exampleToken('bearer'), 'app-example0123'];
    const searched = filesBelow(first.profile);
    expect(searched.map(({ path }) => path.slice(first.profile.length + 1))).toEqual(
      expect.arrayContaining(['printers.json', 'logs/octoglance.log']),
    );
    const written = [
      ...searched,
      { path: 'stdout', bytes: Buffer.from(first.stdout + second.stdout) },
      { path: 'stderr', bytes: Buffer.from(first.stderr + second.stderr) },
      // The keyring itself is elsewhere: these are other files the app wrote in its home folder.
      ...filesBelow(join(desktop.home, 'config')),
    ];
    for (const { path, bytes } of written) {
      for (const secret of secrets) expect(bytes.includes(secret), `${secret} in ${path}`).toBe(false);
    }
  });

  test('are not added with an unknown token, nor with text that is no token', async ({ fast, launch }) => {
    const app = await launch({ args: ['--show'], env: fast });
    const window = await app.window();
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    const box = window.getByRole('textbox', { name: 'App token or completion link' });
    const connect = window.getByRole('button', { name: 'Connect', exact: true });
    for (const [text, message] of [
      ['example-token-of-nobody-0123456789', 'OctoEverywhere doesn’t recognise this token'],
      ['two words', 'This is neither a token nor a link'],
      ['https://example.com/?success=true&appApiToken=x', 'This isn’t an OctoEverywhere link'],
      ['https://octoeverywhere.com/appportal/v1/complete?success=false', 'The connection wasn’t set up'],
    ] as const) {
      await box.fill(text);
      await connect.click();
      await expect(window.getByText(message, { exact: true })).toBeVisible();
    }
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.getByRole('article')).toHaveCount(0);
    expect(readdirSync(app.profile)).not.toContain('printers.json');
  });

  test('are not added with an unknown token, and a window closed meanwhile opens again to say so', async ({
    simulator,
    fast,
    launch,
  }) => {
    const app = await launch({ args: ['--show'], env: fast });
    const window = await app.window();
    simulator.latency(3_000);
    await window.getByRole('button', { name: 'Paste a token instead' }).click();
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('nobody'));
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(window.getByText('Checking with OctoEverywhere…').first()).toBeVisible();
    await window.close();
    const again = await app.window();
    await expect(again.getByText('OctoEverywhere doesn’t recognise this token', { exact: true })).toBeVisible();
    await expect(again.getByRole('button', { name: 'Paste a token instead' })).toBeVisible();
  });

  test('are reconnected by a pasted token, and removed only after a confirmation', async ({
    simulator,
    fast,
    launch,
    findTray,
  }) => {
    const old = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    old.answer(604);
    await tray.waitForColour('red');
    await tray.menu.click('Voron: Reconnect…');
    const window = await app.window();
    old.answer(200);
    simulator.printer('Voron', { token: exampleToken('Voron-new') });
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Voron-new'));
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await tray.waitForColour('green');
    const ids = app.statusStream.filter((line) => line['type'] === 'printer').map((line) => line['id']);
    expect(new Set(ids).size).toBe(1);

    const article = window.getByRole('article', { name: 'Voron' });
    await article.getByRole('button', { name: 'Remove' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(article).toBeVisible();
    await article.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(window.getByRole('article')).toHaveCount(0);
    await tray.waitFor('empty', (state) => state.tooltip === 'No printers yet');
    const stored = () => JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8'));
    await expect.poll(stored).toMatchObject({ printers: [] });
  });
});
