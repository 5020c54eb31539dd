import { setTimeout } from 'node:timers/promises';
import { Mouse } from '../support/desktop/mouse.ts';
import { addAll, addMany, exampleToken, expect, test } from '../support/e2e/service.ts';

test('sixty printers: two clicks open one, and the menu takes no more than two thirds of the screen', async ({
  simulator,
  fast,
  launch,
  findTray,
  desktop,
  picture,
  notifications,
}) => {
  const names = Array.from({ length: 60 }, (_, index) => `Farm-${String(index + 1).padStart(2, '0')}`);
  const controls = names.map((name) => simulator.printer(name, { token: exampleToken(name) }));
  const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '5' } });
  await addMany(
    await app.window(),
    names.map((name) => exampleToken(name)),
  );
  await (await app.window()).close();
  for (const control of controls.slice(0, 12)) control.set({ link: 'down' });
  const tray = await findTray();
  await expect.poll(() => tray.menu.text()).toContain('48 connected');
  const labels = (await tray.menu.items()).map(({ label }) => label);
  const shown = labels.filter((label) => label.endsWith(': Disconnected'));
  expect(shown.length).toBeGreaterThan(3);
  expect(labels.slice(-3)).toEqual(['Settings', '', 'Quit']);

  // It would be under the menu.
  await notifications.waitFor('of the loss', ({ summary }) => summary === '12 printers disconnected', 60_000);
  await notifications.dismissAll();
  const mouse = new Mouse(desktop);
  const menu = await mouse.openMenu();
  await picture('sixty-printers');
  const { height } = desktop.screen;
  process.stdout.write(`The menu of 60 printers: ${labels.length} entries, ${menu.height} of ${height} px.\n`);
  expect(menu.height).toBeLessThanOrEqual((2 / 3) * (desktop.screen.height - desktop.panelHeight));
  await mouse.click(menu.x + 60, menu.y + 16);
  const [first = ''] = shown;
  const page = `${simulator.origin.origin}/view/${first.replace(': Disconnected', '')}`;
  await expect.poll(() => desktop.openedLinks()).toContain(page);
  expect(mouse.clicks).toBe(2);

  // With the keyboard the same entry, and the last one.
  const opened = desktop.openedLinks().length;
  await mouse.openMenu();
  await mouse.press('Down', 'Return');
  await expect.poll(() => desktop.openedLinks().length).toBe(opened + 1);
  expect(desktop.openedLinks().at(-1)).toBe(page);

  // Changes are shown while the menu is open, and a click does what the entry shows.
  await mouse.openMenu();
  for (const control of controls.slice(0, 12)) control.set({ link: 'up' });
  await expect.poll(() => tray.menu.text()).toContain('60 connected');
  // A key that arrives before the panel has drawn the changes goes to the old entries.
  await expect(async () => {
    await mouse.press('Up', 'Return');
    const ended = await Promise.race([app.ended(), setTimeout(3_000)]);
    if (ended === undefined) await mouse.press('Escape').then(() => mouse.openMenu());
    expect(ended).toBe(0);
  }).toPass();
});

test('the icon opens the window at the tray, and a second click closes it', async ({
  simulator,
  fast,
  launch,
  findTray,
  desktop,
}) => {
  const app = await launch({ args: ['--show'], env: fast });
  await addAll(app, simulator, ['Voron']);
  await (await findTray()).waitForColour('green');
  const open = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()));
  await expect.poll(open).toEqual([]);
  const mouse = new Mouse(desktop);
  await mouse.clickIcon();
  await (await app.window()).getByRole('article', { name: 'Voron' }).waitFor();
  const [bounds] = await open();
  const middle = desktop.screen.width - desktop.panelHeight / 2;
  // The frame, if there is one, is outside of these bounds.
  expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeGreaterThan(middle - 40);
  expect(bounds?.y).toBeLessThan(desktop.panelHeight + 60);

  // Longer than a double click.
  await expect
    .poll(async () => {
      await mouse.clickIcon();
      return open();
    })
    .toEqual([]);
  await mouse.clickIcon();
  await expect.poll(async () => (await open()).length).toBe(1);

  // A right click opens the menu and leaves the window alone, although it has the focus.
  await mouse.openMenu();
  await mouse.press('Escape');
  expect(await open()).toHaveLength(1);
});
