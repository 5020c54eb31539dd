import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf } from '../support/desktop/pixmap.ts';
import { unfolded } from '../support/e2e/rows.ts';
import { addAll, expect, refreshAllowed, test } from '../support/e2e/service.ts';

test.describe('Printers that are switched off', () => {
  test('“Off on purpose” from the tray menu excludes a printer until it reconnects', async ({
    simulator,
    fast,
    launch,
    spawn,
    findTray,
  }) => {
    const first = await launch({ args: ['--show', '--status-stream'], env: fast });
    const [, ender] = await addAll(first, simulator, ['Voron', 'Ender']);
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('Show window');
    const article = (await first.window()).getByRole('article', { name: 'Ender' });

    // Muted as well, so that it can't keep the icon amber.
    await tray.menu.click('More actions', 'Ender', 'Mute');
    ender?.set({ link: 'down' });
    await tray.waitForColour('amber', 30_000);
    await tray.menu.click('More actions', 'Ender', 'Off on purpose');
    await tray.waitFor('about the other', (state) => state.tooltip === '1 connected, 1 off');
    expect((await tray.read()).colour).toBe('green');
    await first.waitForStatus({ type: 'printer', name: 'Ender', status: 'off', stale: false });
    await first.waitForStatus({ type: 'glance', state: 'online', stale: false, tooltip: '1 connected, 1 off' });
    await expect(article).toContainText('Off');
    await unfolded(await first.window(), 'Ender');
    await expect(article.getByRole('button', { name: 'Off on purpose' })).toHaveAttribute('aria-pressed', 'true');
    const onPurpose = async () => {
      const more = (await tray.menu.items()).find(({ label }) => label === 'More actions');
      const ofEnder = more?.children.find(({ label }) => label === 'Ender');
      return ofEnder?.children.find(({ label }) => label === 'Off on purpose')?.toggle;
    };
    await expect.poll(onPurpose).toBe('checked');
    await first.quit();

    // It survives a restart, and ends without a notification when the printer is back.
    const second = await spawn({ args: ['--status-stream'], env: fast, profile: first.profile });
    const again = await findTray();
    await again.waitFor('about the other', (state) => state.tooltip === '1 connected, 1 off', 30_000);
    await second.waitForStatus({ type: 'printer', name: 'Ender', status: 'off' });
    ender?.set({ link: 'up' });
    await again.waitFor('about both', (state) => state.tooltip === '2 of 2 connected', 30_000);
    const stored = () => JSON.parse(readFileSync(join(first.profile, 'printers.json'), 'utf8'));
    await expect
      .poll(() => stored().printers.map((one: { offOnPurpose: boolean }) => one.offOnPurpose))
      .toEqual([false, false]);
    ender?.set({ link: 'down' });
    await again.waitForColour('amber', 30_000);
  });

  test('The buttons of notifications perform their actions', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
    desktop,
  }) => {
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const [voron, ender] = await addAll(app, simulator, ['Voron', 'Ender']);
    const tray = await findTray();
    await tray.waitForColour('green');
    ender?.set({ link: 'down' });
    const lost = await notifications.waitFor('of the loss', (one) => one.summary === 'Ender disconnected', 60_000);
    const labels = lost.actions.map(({ label }) => label);
    expect(labels).toEqual(['Show window', 'Details', 'Off on purpose', 'Mute for today']);
    expect(lost).toMatchObject({ urgency: 'normal', transient: false });
    const before = desktop.openedLinks();
    await notifications.activate(lost, 'off-on-purpose');
    await tray.waitFor('about the other', (state) => state.tooltip === '1 connected, 1 off');

    voron?.set({ link: 'down' });
    const second = await notifications.waitFor('of the other', (one) => one.summary === 'Voron disconnected', 60_000);
    await notifications.activate(second, 'details');
    await expect((await app.window()).getByRole('heading', { name: 'Voron' })).toBeVisible();
    expect(desktop.openedLinks()).toEqual(before);

    voron?.set({ link: 'up' });
    const back = await notifications.waitFor('of its return', (one) => one.summary.includes('again'), 60_000);
    expect(back).toMatchObject({ urgency: 'low', transient: true });
    await notifications.activate(back, 'mute-today');
    await expect.poll(() => tray.menu.text()).toContain('Voron: Connected (muted)');
    const stored = () => JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8')).printers[0];
    await expect.poll(() => stored().mutedUntil).toBeGreaterThan(Date.now());
    expect(stored().mutedUntil).toBeLessThan(Date.now() + 36 * 3_600_000);
  });

  test('“Often switched off” shows a disconnection as off, and a refused connection still in red', async ({
    simulator,
    fast,
    launch,
    findTray,
  }) => {
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const [voron] = await addAll(app, simulator, ['Voron']);
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('Show window');
    const window = await app.window();
    await window.getByRole('article', { name: 'Voron' }).getByRole('button', { name: 'Details' }).click();
    await window.getByRole('switch', { name: 'Often switched off' }).check();
    voron?.set({ link: 'down' });
    const off = await tray.waitFor('off', (state) => state.tooltip === 'Voron: Off', 30_000);
    expect(off.pixmaps.map((pixmap) => pictureOf(pixmap))).toEqual(off.pixmaps.map(() => 'off'));
    await app.waitForStatus({ type: 'glance', state: 'off', stale: false });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'off' });
    expect(app.statusStream.filter(({ state }) => state === 'offline')).toEqual([]);
    voron?.answer(604);
    await tray.waitForColour('red', 60_000);
    voron?.answer(200);
    voron?.set({ link: 'up' });
    await refreshAllowed();
    await tray.menu.click('More actions', 'Refresh');
    await tray.waitForColour('green', 30_000);
  });
});

test.describe('A status without recent answers', () => {
  test('becomes stale in the tray, in the window and on stdout, and fresh again', async ({
    simulator,
    fast,
    launch,
    findTray,
    picture,
  }) => {
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const [voron] = await addAll(app, simulator, ['Voron']);
    const tray = await findTray();
    await tray.menu.click('Show window');
    const article = (await app.window()).getByRole('article', { name: 'Voron' });
    const drawn = async () => (await tray.read()).pixmaps.map((pixmap) => pictureOf(pixmap)).join();
    await expect.poll(drawn).toBe('online');
    simulator.service(600);
    await expect.poll(drawn).toBe('online-stale');
    const { colour, tooltip } = await tray.read();
    expect(colour).toBe('green');
    expect(tooltip).toMatch(/^Voron: Connected \(as of (?:yesterday |tomorrow )?\d\d:\d\d\)$/);
    await app.waitForStatus({ type: 'glance', state: 'online', stale: true });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online', stale: true });
    await expect(article).toContainText(/Last confirmed .* ago|Last confirmed just now/);
    await expect(article.locator('.shape[data-stale="true"]')).toBeVisible();
    await picture('stale');
    simulator.service('ok');
    await expect.poll(drawn).toBe('online');
    voron?.set({ link: 'down' });
    await expect.poll(drawn).toBe('offline');
    simulator.service(503);
    await expect.poll(drawn).toBe('offline-stale');
  });
});

test.describe('A network that requires a login', () => {
  test('is named by tray, menu and window, and never blamed on a printer', async ({
    simulator,
    fast,
    launch,
    findTray,
  }) => {
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    await addAll(app, simulator, ['Voron', 'Ender']);
    const tray = await findTray();
    await tray.waitForColour('green');
    const words = 'This network may need a sign-in';
    simulator.service('html');
    const state = await tray.waitFor('about the network', ({ tooltip }) => tooltip === words, 60_000);
    expect(state.colour).toBe('grey');
    await app.waitForStatus({ type: 'glance', state: 'unknown', stale: false, tooltip: words });
    expect(await tray.menu.text()).toMatch(new RegExp(`^${words} \\(disabled\\)\n---\n`));
    await tray.menu.click('Show window');
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(words);
    await expect(window.getByText('Open any page in your browser')).toBeVisible();
    simulator.service('ok');
    await tray.waitFor('about both', ({ tooltip }) => tooltip === '2 of 2 connected', 60_000);
    await expect(window.getByText('Open any page in your browser')).toBeHidden();
  });
});
