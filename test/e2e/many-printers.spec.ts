import type { Page } from '@playwright/test';
import { expectAnnounced } from '../support/announced.mjs';
import type { DrivenApp } from '../support/app/app.ts';
import { processorTimeOf } from '../support/app/processor-time-of.ts';
import { addMany, exampleToken, expect, test } from '../support/e2e/service.ts';
import { shownNames, storedId, storedNames } from '../support/e2e/stored-printers.ts';

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

/** Prints how many rows are in sight and how high the first one is, for docs/verification.md. */
async function expectTenRows(window: Page, printers: number): Promise<void> {
  const rows = (await rowsInSight(window)).length;
  const height = await window.evaluate<number>(
    `Math.round(document.querySelector('article.row:not([hidden])').getBoundingClientRect().height)`,
  );
  process.stdout.write(`${printers} printers: ${rows} rows in sight, ${height} px each.\n`);
  expect(rows).toBeGreaterThanOrEqual(10);
}

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

test.describe('Two hundred printers', () => {
  test('are shown at once, and found by name and status while typing', async ({ simulator, fast, launch }) => {
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
    await expectTenRows(opened, 60);
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
    await expect(window.getByText('Checking…', { exact: true })).toHaveCount(0, { timeout: 120_000 });

    await resize(app);
    // The pointer rests on the list, as when the order is chosen by keyboard.
    await window.mouse.move(400, 400);
    await window.getByRole('combobox', { name: 'Sort by' }).selectOption('needs-you-first');
    await expect.poll(async () => (await shownNames(window)).slice(0, 2).toSorted()).toEqual(['Farm-042', 'Farm-142']);
    await expectTenRows(window, 200);
    const still = await pointAtRow(window);
    const before = await still();
    // In the middle of the list, one visible printer disconnects, one further up too, and a disconnected one is back.
    const seen = await rowsInSight(window);
    const changed = { [seen[3] ?? '']: 601, [ordered[199] ?? '']: 601, 'Farm-042': 200 };
    const change = async (name: string, response: number) => {
      simulator.printer(name).answer(response);
      const id = JSON.stringify(storedId(app.profile, name));
      const state = () =>
        window.evaluate<string>(`octoglance.request('refresh', ${id}).then(() =>
          document.getElementById('printer-' + ${id}).querySelector('.status-text').textContent)`);
      const expected = response === 200 ? 'Connected' : 'Disconnected';
      await expect.poll(state, { timeout: 30_000, intervals: [500] }).toBe(expected);
    };
    for (const [name, response] of Object.entries(changed)) {
      await change(name, response);
      expect(await still(), name).toEqual(before);
    }
    await window.getByRole('button', { name: '3 changed: sort again' }).click();
    await expect(window.getByRole('button', { name: /sort again/ })).toHaveCount(0);
    await expect
      .poll(async () => (await shownNames(window)).slice(0, 3).toSorted())
      .toEqual([seen[3], ordered[199], 'Farm-142'].toSorted());
    for (const [name, response] of Object.entries(changed)) await change(name, response === 200 ? 601 : 200);
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
    await expectAnnounced(window, 'Showing 2 of 200 printers.');
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
    await expectAnnounced(window, `${last} moved to position 199 of 200.`);
    await expect(handle).toBeFocused();
    await expect.poll(() => storedNames(app.profile).slice(-2)).toEqual([last, ordered.at(-2)]);
  });
});
