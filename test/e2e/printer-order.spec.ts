import { lastAnnounced } from '../support/announced.mjs';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { shownNames, storedNames } from '../support/e2e/stored-printers.ts';

test.describe('The order of printers', () => {
  test('changes by dragging and by keyboard, in the window and the tray, and survives a restart', async ({
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
    await expect(lastAnnounced(window)).toHaveText('Ada is already first.');

    // Faster than they are processed: none is lost, and the last one is announced last.
    const ada = window.getByRole('button', { name: 'Move Ada' });
    await ada.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await window.keyboard.press(key);
    await expect(lastAnnounced(window)).toHaveText('Ada is already last.');
    await expect.poll(() => shownNames(window)).toEqual(['Dora', 'Bert', 'Cleo', 'Ada']);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await window.keyboard.press(key);
    await expect(lastAnnounced(window)).toHaveText('Ada is already first.');
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
});
