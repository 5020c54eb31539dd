import { addByToken, exampleToken, expect, refreshAllowed, test } from '../support/e2e/service.ts';

test.describe('One printer through every status of OctoEverywhere', () => {
  test.setTimeout(400_000);

  test('tray, tooltip, menu, window, notifications and status stream each show it correctly', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
    picture,
  }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const tray = await findTray();
    const window = await app.window();
    const article = window.getByRole('article', { name: 'Voron' });

    async function says(words: string, colour: Parameters<typeof tray.waitForColour>[0], status: string) {
      await tray.waitForColour(colour, 60_000);
      await tray.waitFor(`"${words}"`, (state) => state.tooltip === `Voron: ${words}`, 60_000);
      await expect(article).toContainText(words);
      await expect
        .poll(() => tray.menu.text())
        .toContain(`Voron: ${status === 'reconnect-needed' ? 'Reconnect…' : words}`);
      await app.waitForStatus({ type: 'printer', name: 'Voron', status });
      await app.waitForStatus({ type: 'glance', state: status, tooltip: `Voron: ${words}` });
    }
    const lastShown = (words: string) => notifications.waitFor(words, (one) => one.summary.includes(words), 100_000);
    const alerts = (kind: string) =>
      app.statusStream.filter((line) => line['type'] === 'alert' && line['kind'] === kind).length;
    // A printer causes at most four notifications an hour, which is a minute here.
    const notified = (kind: string, times = 1) => expect.poll(() => alerts(kind), { timeout: 100_000 }).toBe(times);

    await tray.waitFor('empty', (state) => state.colour === 'grey' && state.tooltip === 'No printers yet');
    await app.waitForStatus({ type: 'glance', state: 'none', tooltip: 'No printers yet' });
    await addByToken(app, 'Voron');
    await says('Connected', 'green', 'online');

    voron.set({ link: 'down' });
    await says('Disconnected', 'amber', 'offline');
    await notified('disconnected');
    const lost = await lastShown('Voron disconnected');
    expect(lost.body).toMatch(/^Not connected to OctoEverywhere since (?:yesterday |tomorrow )?\d\d:\d\d\.$/);
    await picture('disconnected');

    voron.answer(601);
    await says('Disconnected', 'amber', 'offline');

    // Neither a timeout of the printer nor problems of the service say anything about the printer.
    for (const temporary of [602, 600]) {
      voron.answer(temporary);
      await tray.waitFor(
        'stale',
        (state) => /^Voron: Disconnected \(as of (?:yesterday |tomorrow )?\d\d:\d\d\)$/.test(state.tooltip),
        30_000,
      );
      await expect(article).toContainText(/Last confirmed/);
    }
    expect(notifications.all.map((one) => one.summary)).toEqual(['Voron disconnected']);

    voron.answer(605);
    await says('Supporter Perks needed', 'violet', 'perks-needed');
    await notified('perks-needed');
    await lastShown('Supporter Perks needed');
    expect(notifications.all.find((one) => one.summary === 'Voron disconnected')?.closed).not.toBeNull();

    voron.answer(604);
    await says('Reconnect needed', 'red', 'reconnect-needed');
    await notified('reconnect-needed');
    await lastShown('Reconnect needed: Voron');
    await expect(article.getByRole('button', { name: 'Reconnect' })).toBeVisible();
    await expect(article).toContainText('OctoEverywhere code 604');
    await picture('reconnect-needed');

    voron.answer(200);
    voron.set({ link: 'up' });
    await refreshAllowed();
    await tray.menu.click('More actions', 'Refresh');
    await says('Connected', 'green', 'online');
    await notified('reconnect-healed');
    // Both are over at once: if both may still be reported, the later notification replaces the other one.
    await expect
      .poll(() => notifications.all.at(-1)?.summary, { timeout: 100_000 })
      .toMatch(/^(Voron is working again|Supporter Perks are back)$/);

    voron.answer(610);
    await says('Plugin update needed', 'violet', 'update-needed');
    await notified('update-needed');
    await lastShown('Plugin update needed: Voron');

    voron.answer(200);
    await says('Connected', 'green', 'online');
    voron.set({ link: 'down' });
    await notified('disconnected', 2);
    voron.set({ link: 'up' });
    await notified('recovered');
    await lastShown('Voron is connected again');
  });

  test('silence ends in grey and is reported as the service’s, never as a printer’s', async ({
    simulator,
    fast,
    launch,
    findTray,
    notifications,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show', '--status-stream'], env: fast });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await tray.waitForColour('green');
    simulator.service(600);
    await tray.waitFor(
      'stale',
      (state) => /^Voron: Connected \(as of (?:yesterday |tomorrow )?\d\d:\d\d\)$/.test(state.tooltip),
      30_000,
    );
    expect((await tray.read()).colour).toBe('green');
    // Statuses become stale for good after 15 min, here 15 s, and the longest back-off is 8 s.
    await tray.waitFor('unknown', (state) => state.tooltip === 'Voron: Can’t check', 60_000);
    expect((await tray.read()).colour).toBe('grey');
    await app.waitForStatus({ type: 'alert', kind: 'service-unreachable', printers: [] });
    simulator.service('ok');
    await tray.waitForColour('green', 60_000);
    await app.waitForStatus({ type: 'alert', kind: 'service-reachable', printers: [] });
    const alerts = app.statusStream.filter((line) => line['type'] === 'alert');
    expect(alerts.map((line) => line['kind'])).toEqual(['service-unreachable', 'service-reachable']);
    await expect
      .poll(() => notifications.all.map((one) => one.summary))
      .toEqual(['OctoEverywhere can’t be reached', 'OctoEverywhere is reachable again']);
  });
});
