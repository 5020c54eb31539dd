import { portalOpenedBy, startSignIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('A first start', () => {
  test('leads from the first printer to the next, to the icon and to the end', async ({
    simulator,
    fast,
    launch,
    desktop,
    notifications,
    picture,
  }) => {
    for (const name of ['Voron', 'Ender']) simulator.printer(name, { token: exampleToken(name) });
    const app = await launch({ args: ['--show'], env: fast });
    const { window, page, link } = await startSignIn(app, desktop);
    await expect(window.getByText('You have 14 min left to sign in.')).toBeVisible();
    const again = () => window.getByRole('button', { name: 'Open the page again' }).click();
    expect((await portalOpenedBy(desktop, again)).href, 'the same sign-in').toBe(page.href);
    await window.getByRole('button', { name: 'Copy the link' }).click();
    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(page.href);
    const results = (name: string) => ({ success: 'true', appApiToken: exampleToken(name), printername: name });
    await xdgOpen(desktop, withResults(link, results('Voron')));

    const card = window.getByRole('region', { name: 'Voron has been added' });
    await expect(card).toContainText('Look for this icon in your panel');
    const another = card.getByRole('button', { name: 'Add another printer' });
    await expect(another).toBeFocused();
    await picture('first-printer');
    const next = await portalOpenedBy(desktop, () => window.keyboard.press('Enter'));
    const back = new URL(next.searchParams.get('returnUrl') ?? '');
    await xdgOpen(desktop, withResults(back, results('Ender')));
    const second = window.getByRole('region', { name: 'Ender has been added' });
    await expect(second.getByRole('button', { name: 'Add another printer' })).toBeFocused();
    await expect(window.getByRole('article')).toHaveCount(2);
    await second.getByRole('button', { name: 'Done' }).click();
    await expect(second).toBeHidden();

    // Like the close button of its frame.
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const notification = await notifications.waitFor('about the closed window', ({ summary }) =>
      summary.includes('running'),
    );
    expect(notification.body).toContain('tray');
    await notifications.activate(notification, 'quit');
    await expect.poll(() => app.hasEnded).toBe(true);
  });
});
