import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../support/app/app.ts';
import { processorTimeOf } from '../support/app/processor-time-of.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { answerDialogs } from '../support/desktop/file-dialogs.ts';
import { callMethod } from '../support/desktop/session-bus.mjs';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, addMany, exampleToken, expect, test } from '../support/e2e/service.ts';

interface Stored {
  readonly printers: readonly { readonly id: string; readonly name: string }[];
}

const readJson = (profile: string, file: string) => JSON.parse(readFileSync(join(profile, file), 'utf8'));
const storedNames = (profile: string) =>
  (readJson(profile, 'printers.json') as Stored).printers.map(({ name }) => name);
const storedId = (profile: string, name: string) =>
  (readJson(profile, 'printers.json') as Stored).printers.find((printer) => printer.name === name)?.id ?? '';

/** The names in the window, from top to bottom. */
const shownNames = (window: Page) =>
  window.evaluate<string[]>('[...document.querySelectorAll("article:not([hidden])")].map((one) => one.ariaLabel)');

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

/** Resizes the window to half of a usual screen. */
async function resize(app: DrivenApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 700));
  const window = await app.window();
  await expect.poll(() => window.evaluate<number[]>('[innerWidth, innerHeight]')).toEqual([1180, 700]);
}

/** The completely visible rows, from top to bottom. */
const rowsInSight = (window: Page) =>
  window.evaluate<string[]>(`[...document.querySelectorAll('article.row:not([hidden])')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= document.querySelector('header.bar').getBoundingClientRect().bottom && bottom <= innerHeight;
  }).map((row) => row.ariaLabel)`);

/**
 * Moves the pointer to a row in the middle of the window. Returns a function that returns its current name and
 * position.
 */
async function pointAtRow(window: Page): Promise<() => Promise<unknown>> {
  const there = () =>
    window.evaluate(`(() => {
      const row = document.elementFromPoint(400, 400)?.closest('article.row');
      return { name: row?.ariaLabel, top: row === undefined ? null : Math.round(row.getBoundingClientRect().top) };
    })()`);
  await window.mouse.move(400, 390);
  await window.mouse.move(400, 400);
  return there;
}

test.describe('Many printers', () => {
  test('two hundred are shown at once, and found by name and state while typing', async ({
    simulator,
    fast,
    launch,
  }) => {
    test.setTimeout(180_000);
    const names = Array.from({ length: 200 }, (_, index) => `Farm-${String(index + 1).padStart(3, '0')}`);
    for (const name of names) simulator.printer(name, { token: exampleToken(name) });
    const env = { ...fast, OCTOGLANCE_POLL_SECONDS: '60' };
    const first = await launch({ args: ['--show'], env });
    const opened = await first.window();
    const tokens = names.map((name) => exampleToken(name));
    await addMany(opened, tokens.slice(0, 60));
    await resize(first);
    await expect(opened.getByRole('article')).toHaveCount(60);
    await opened.getByRole('button', { name: 'Done' }).click();
    await opened.evaluate('scrollTo(0, 0)');
    expect((await rowsInSight(opened)).length).toBeGreaterThanOrEqual(10);
    // 140 more are added while the pointer is on a row.
    const at = await pointAtRow(opened);
    const pointed = await at();
    await addMany(opened, tokens.slice(60));
    await expect(opened.getByRole('article')).toHaveCount(200);
    expect(await at()).toEqual(pointed);
    await first.quit();
    const ordered = storedNames(first.profile);
    expect(ordered.toSorted()).toEqual(names);

    simulator.printer('Farm-042').answer(601);
    simulator.printer('Farm-142').answer(601);
    const app = await launch({ args: ['--show'], env, profile: first.profile });
    const window = await app.window();
    await expect(window.getByRole('article')).toHaveCount(200);
    await window.getByRole('combobox', { name: 'Sort by' }).selectOption('own');
    expect(await shownNames(window)).toEqual(ordered);
    const page = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    expect(processorTimeOf(page ?? 0)).toBeLessThan(2_000);
    await expect(window.getByText('Checking…', { exact: true })).toHaveCount(0, { timeout: 30_000 });

    await resize(app);
    await window.getByRole('combobox', { name: 'Sort by' }).selectOption('needs-you-first');
    await expect.poll(async () => (await shownNames(window)).slice(0, 2).toSorted()).toEqual(['Farm-042', 'Farm-142']);
    expect((await rowsInSight(window)).length).toBeGreaterThanOrEqual(10);
    const still = await pointAtRow(window);
    const before = await still();
    // In the middle of the list, one visible printer disconnects, one further up too, and a disconnected one is back.
    const seen = await rowsInSight(window);
    const changed = { [seen[3] ?? '']: 601, [ordered[199] ?? '']: 601, 'Farm-042': 200 };
    const change = async (name: string, answer: number) => {
      simulator.printer(name).answer(answer);
      const id = JSON.stringify(storedId(app.profile, name));
      const state = () =>
        window.evaluate<string>(`octoglance.request('refresh', ${id}).then(() =>
          document.getElementById('printer-' + ${id}).querySelector('.state-words').textContent)`);
      const expected = answer === 200 ? 'Connected' : 'Disconnected';
      await expect.poll(state, { timeout: 30_000, intervals: [500] }).toBe(expected);
    };
    for (const [name, answer] of Object.entries(changed)) {
      await change(name, answer);
      expect(await still(), name).toEqual(before);
    }
    await window.getByRole('button', { name: '3 changed: sort again' }).click();
    await expect(window.getByRole('button', { name: /sort again/ })).toHaveCount(0);
    await expect
      .poll(async () => (await shownNames(window)).slice(0, 3).toSorted())
      .toEqual([seen[3], ordered[199], 'Farm-142'].toSorted());
    for (const [name, answer] of Object.entries(changed)) await change(name, answer === 200 ? 601 : 200);
    await window.mouse.move(5, 5);
    await window.getByRole('combobox', { name: 'Sort by' }).selectOption('own');

    const box = window.getByRole('searchbox', { name: 'Filter by name' });
    await window.keyboard.press('/');
    await expect(box).toBeFocused();
    // What each key press costs until it is drawn.
    for (const text of ['f', 'fa', 'farm', 'farm-1', 'farm-14', 'farm-1', '', 'x', '', '42']) {
      const before = processorTimeOf(page ?? 0);
      await window.evaluate(`(async () => {
        const box = document.getElementById('filter-text');
        box.value = ${JSON.stringify(text)};
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      })()`);
      expect(processorTimeOf(page ?? 0) - before, text).toBeLessThan(300);
    }
    await expect(window.getByRole('article')).toHaveCount(2);
    await expect(window.getByRole('status')).toHaveText('Showing 2 of 200 printers.');
    expect((await shownNames(window)).toSorted()).toEqual(['Farm-042', 'Farm-142']);
    await window.keyboard.press('Escape');
    await expect(box).toHaveValue('');
    await expect(window.getByRole('article')).toHaveCount(200);

    await window.getByRole('combobox', { name: 'Filter by status' }).selectOption({ label: 'Disconnected (2)' });
    await expect(window.getByRole('article')).toHaveCount(2);
    await box.fill('nowhere');
    await expect(window.getByText('No printers match “nowhere” with this status.')).toBeVisible();
    await window.getByRole('button', { name: 'Show all printers' }).click();
    await expect(window.getByRole('article')).toHaveCount(200);

    // Dragged to the lower edge, the page scrolls under it.
    const [top = ''] = ordered;
    await window.getByRole('button', { name: `Move ${top}` }).hover();
    await window.mouse.down();
    await window.mouse.move(100, (await window.evaluate<number>('innerHeight')) - 15, { steps: 5 });
    await expect.poll(() => window.evaluate<number>('scrollY')).toBeGreaterThan(1_000);
    await window.mouse.up();
    await expect.poll(() => storedNames(app.profile).indexOf(top)).toBeGreaterThan(15);

    const last = ordered.at(-1) ?? '';
    const handle = window.getByRole('button', { name: `Move ${last}` });
    await handle.press('ArrowUp');
    await expect(window.getByRole('status')).toHaveText(`${last} moved to position 199 of 200.`);
    await expect(handle).toBeFocused();
    await expect.poll(() => storedNames(app.profile).slice(-2)).toEqual([last, ordered.at(-2)]);
  });

  test('are put in order by dragging and by keyboard, in the window, the tray and after a restart', async ({
    simulator,
    fast,
    launch,
    findTray,
  }) => {
    const names = ['Ada', 'Bert', 'Cleo', 'Dora'];
    for (const name of names) simulator.printer(name, { token: exampleToken(name) });
    const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '60' } });
    const window = await app.window();
    for (const name of names) await addByToken(app, name);
    const tray = await findTray();
    const inTray = async () =>
      (await tray.menu.items()).flatMap(({ label }) => names.filter((name) => label.startsWith(`${name}:`)));
    expect(await inTray()).toEqual(names);

    await window.getByRole('article', { name: 'Dora' }).focus();
    await window.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => shownNames(window)).toEqual(['Ada', 'Bert', 'Dora', 'Cleo']);
    await expect(window.getByRole('article', { name: 'Dora' })).toBeFocused();
    await window.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => shownNames(window)).toEqual(['Ada', 'Dora', 'Bert', 'Cleo']);
    await window.getByRole('article', { name: 'Ada' }).getByRole('button', { name: 'Move Ada' }).press('ArrowUp');
    await expect(window.getByRole('status')).toHaveText('Ada is already first.');

    // Faster than they are processed: none is lost, and the last one is announced last.
    const ada = window.getByRole('button', { name: 'Move Ada' });
    await ada.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await window.keyboard.press(key);
    await expect(window.getByRole('status')).toHaveText('Ada is already last.');
    await expect.poll(() => shownNames(window)).toEqual(['Dora', 'Bert', 'Cleo', 'Ada']);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await window.keyboard.press(key);
    await expect(window.getByRole('status')).toHaveText('Ada is already first.');
    await expect.poll(() => shownNames(window)).toEqual(['Ada', 'Dora', 'Bert', 'Cleo']);
    await expect(ada).toBeFocused();

    const drag = async (name: string, target: string, end: () => Promise<void>) => {
      await window.getByRole('button', { name: `Move ${name}` }).hover();
      await window.mouse.down();
      const over = await window.getByRole('article', { name: target }).boundingBox();
      await window.mouse.move((over?.x ?? 0) + 10, (over?.y ?? 0) + 2, { steps: 4 });
      await expect(window.locator('[data-drop="before"]')).toHaveCount(1);
      await end();
      await expect(window.locator('[data-drop]')).toHaveCount(0);
    };
    await drag('Dora', 'Ada', () => window.keyboard.press('Escape'));
    await window.mouse.up();
    expect(await shownNames(window)).toEqual(['Ada', 'Dora', 'Bert', 'Cleo']);
    await drag('Dora', 'Ada', () => window.mouse.up());
    const ordered = ['Dora', 'Ada', 'Bert', 'Cleo'];
    await expect.poll(() => shownNames(window)).toEqual(ordered);
    await expect.poll(inTray).toEqual(ordered);
    await expect.poll(() => storedNames(app.profile)).toEqual(ordered);
    await app.quit();

    const again = await launch({ args: ['--show'], env: fast, profile: app.profile });
    const second = await again.window();
    await expect(second.getByRole('article')).toHaveCount(4);
    expect(await shownNames(second)).toEqual(ordered);
  });

  test('leave the list at once though the keychain is locked, and their tokens go as soon as it is open', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    test.setTimeout(120_000);
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
      await expect.poll(() => keychainEntries(desktop, bert), { timeout: 30_000 }).toBe(0);
      await expect(again.getByText('A token is still in the keychain', { exact: true })).toHaveCount(0);
      await expect.poll(() => readJson(first.profile, 'leftover-secrets.json')).toMatchObject({ printers: [] });
      expect(await keychainEntries(desktop, storedId(first.profile, 'Cleo'))).toBe(1);
    } finally {
      await desktop.keyring.unlock();
    }
  });

  test('are not listed twice, also right after a start', async ({ fast, launch, watching }) => {
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

  test('go to another computer without their tokens, and ask to sign in there', async ({
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
