import { addAll, addMany, exampleToken, expect, test } from '../support/e2e/service.ts';

/** Fifteen times normal speed: what is grouped within 20 s is grouped within 1.3 s, which a busy computer needs. */
const timeScale = { OCTOGLANCE_POLL_SECONDS: '4', OCTOGLANCE_GRACE_SECONDS: '8' };

test.describe('Printers that disconnect together', () => {
  test('share one notification when twelve lose power, and one when they are back', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
    picture,
  }) => {
    const rest = Array.from({ length: 8 }, (_, index) => `Farm-${index + 1}`);
    const names = ['Voron', 'Ender', 'Mini', 'Prusa', ...rest, 'Delta'];
    const app = await launch({ args: ['--show', '--status-stream'], env: { ...fast, ...timeScale } });
    const printers = names.map((name) => simulator.printer(name, { token: exampleToken(name) }));
    const window = await app.window();
    await addMany(window, names.map(exampleToken));
    await window.close();
    const tray = await findTray();
    await tray.waitForColour('green');

    // The power fails for all but the last.
    for (const printer of printers.slice(0, 12)) printer.set({ link: 'down' });
    const lost = await notifications.waitFor('of the loss', (one) => one.summary === '12 printers disconnected');
    expect(lost.body).toMatch(/^Voron, Ender, Mini, Prusa and 8 more, since (?:yesterday |tomorrow )?\d\d:\d\d\.$/);
    await picture('twelve-disconnected');
    expect(notifications.all).toHaveLength(1);
    // Those that come back later are added to the same notification.
    for (const printer of printers.slice(0, 10)) printer.set({ link: 'up' });
    const found = await notifications.waitFor(
      'of the recovery',
      (one) => / connected again$/.test(one.summary),
      60_000,
    );
    expect(found.summary).toMatch(/^10 of 12 printers /);
    for (const printer of printers.slice(10, 12)) printer.set({ link: 'up' });
    await notifications.waitFor('of all', (one) => one.summary === '12 printers are connected again', 60_000);
    const [, , ...updates] = notifications.all;
    expect(updates.map(({ replacesId }) => replacesId)).toEqual(updates.map(() => found.id));
    expect(found.closed).toBe('replaced');
    expect(notifications.shown.filter(({ summary }) => summary.includes('again'))).toHaveLength(1);
    await app.waitForStatus({ type: 'alert', kind: 'disconnected', printers: names.slice(0, 12) });
  });

  test('mention OctoEverywhere as the possible cause if they are all there are', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
  }) => {
    const app = await launch({ args: ['--show'], env: { ...fast, ...timeScale } });
    const printers = await addAll(app, simulator, ['Voron', 'Ender', 'Mini']);
    const tray = await findTray();
    await tray.waitForColour('green');
    for (const printer of printers) printer.set({ link: 'down' });
    const lost = await notifications.waitFor('of the loss', (one) => one.summary === 'All 3 printers disconnected');
    expect(lost.body).toMatch(
      /^Voron, Ender and Mini, since (?:yesterday |tomorrow )?\d\d:\d\d\. OctoEverywhere may be having problems\.$/,
    );
    expect(notifications.all).toHaveLength(1);
  });
});
