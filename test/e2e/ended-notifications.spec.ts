import { portalOpenedBy, returnLinkIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { unfolded } from '../support/e2e/rows.ts';
import { addByToken, completionLink, exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('A notification of a problem closes', () => {
  test('when its printer is removed', async ({ watching, notifications }) => {
    const { app, printers } = await watching(['Voron', 'Ender']);
    const window = await app.window();
    printers.Voron.answer(604);
    const shown = await notifications.waitFor(
      'of the rejection',
      (one) => one.summary === 'Reconnect needed: Voron',
      60_000,
    );
    await (await unfolded(window, 'Voron')).getByRole('button', { name: 'Remove' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => shown.closed).not.toBeNull();
  });

  test('when its printer is reconnected', async ({ watching, notifications, desktop, simulator }) => {
    const { app, printers } = await watching(['Voron', 'Ender']);
    const window = await app.window();
    printers.Voron.answer(604);
    const shown = await notifications.waitFor(
      'of the rejection',
      (one) => one.summary === 'Reconnect needed: Voron',
      60_000,
    );
    const token = exampleToken('Voron-again');
    simulator.printer('Voron', { token });
    const article = window.getByRole('article', { name: 'Voron' });
    const reconnect = article.getByRole('button', { name: 'Reconnect' });
    const link = returnLinkIn(await portalOpenedBy(desktop, () => reconnect.click()));
    await xdgOpen(desktop, withResults(link, { success: 'true', appApiToken: token, printername: 'Voron' }));
    await expect(article).toContainText('Connected', { timeout: 20_000 });
    await expect.poll(() => shown.closed).not.toBeNull();
  });

  test('when it is over, even if that is not to be reported', async ({ watching, notifications }) => {
    const { app, printers } = await watching(['Voron', 'Ender']);
    const window = await app.window();
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByRole('switch', { name: 'Connected again' }).click();
    await window.keyboard.press('Escape');
    printers.Voron.set({ link: 'down' });
    const shown = await notifications.waitFor('of the loss', (one) => one.summary === 'Voron disconnected', 60_000);
    expect(shown.closed).toBeNull();
    printers.Voron.set({ link: 'up' });
    await expect.poll(() => shown.closed, { timeout: 60_000 }).not.toBeNull();
  });

  test('when a paused print goes on, and comes back when it is paused again', async ({
    simulator,
    fast,
    launch,
    notifications,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    voron.print({ print: { id: 'a', file: 'benchy.gcode', seconds: 100_000 } }, 42_000);
    const app = await launch({ args: ['--show'], env: fast });
    await addByToken(app, 'Voron', completionLink(simulator, 'Voron'));
    await expect((await app.window()).getByText(/4\d%/).first()).toBeVisible({ timeout: 20_000 });
    const pauses = () => notifications.shown.filter(({ summary }) => summary === 'Voron: print paused').length;
    const all = () => notifications.all.filter(({ summary }) => summary === 'Voron: print paused').length;
    for (const time of [1, 2]) {
      voron.print({ print: 'pause' });
      await expect.poll(pauses, { timeout: 30_000 }).toBe(1);
      expect(all()).toBe(time);
      voron.print({ print: 'resume' });
      await expect.poll(pauses, { timeout: 30_000 }).toBe(0);
    }
  });
});
