import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test.describe('The tray menu', () => {
  test('performs its actions for each printer', async ({
    simulator,
    fast,
    launch,
    findTray,
    desktop,
    notifications,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    simulator.printer('Ender & Söhne_2', { token: exampleToken('Ender') });
    const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '600' } });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await addByToken(app, 'Ender & Söhne_2', exampleToken('Ender'));
    await tray.waitForColour('green');
    await (await app.window()).close();

    await expect
      .poll(() => tray.menu.text())
      .toMatch(
        new RegExp(
          [
            'Voron: Connected',
            'Ender & Söhne_2: Connected',
            '---',
            'Refresh all',
            'More actions',
            ...['Voron', 'Ender & Söhne_2'].flatMap((name) => [
              `  ${name}`,
              '    Refresh',
              '    Copy local IP',
              '    Mute',
              '    ---',
              '    Off on purpose',
              '    Often switched off',
            ]),
            'Snooze notifications',
            '  For 1 hour',
            '  Until tomorrow',
            'Show window',
            'Settings',
            '---',
            'Quit',
          ].join('\n'),
        ),
      );

    await tray.menu.click('Voron: Connected');
    await expect.poll(() => desktop.openedLinks()).toContain(`${simulator.origin.origin}/view/Voron`);

    await tray.menu.click('More actions', 'Voron', 'Copy local IP');
    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('192.168.1.132');

    const requestCount = () => simulator.log.filter(({ printer }) => printer === 'Voron').length;
    const before = requestCount();
    await app.electron.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    // Fifty seconds at this speed: too soon to check again.
    await tray.menu.click('More actions', 'Voron', 'Refresh');
    await notifications.waitFor('too soon', (one) => one.summary === 'Too soon to check again');
    expect(requestCount()).toBe(before);

    await tray.menu.click('Settings');
    await expect((await app.window()).getByRole('heading', { name: 'Settings' })).toBeVisible();
    await tray.menu.click('Show window');
    await expect((await app.window()).getByRole('article')).toHaveCount(2);

    await tray.menu.click('Quit');
    expect(await app.ended()).toBe(0);
  });

  test('and the icon are the same by the registered name and by its owner', async ({ fast, launch, findTray }) => {
    await launch({ args: ['--show'], env: fast });
    const tray = await findTray();
    const { title, status } = await tray.read();
    expect(await tray.byListedName('Title')).toBe(title);
    expect(await tray.byListedName('Status')).toBe(status);
    // The icon comes first.
    await expect.poll(() => tray.menu.text()).toContain('Quit');
  });

  test('refreshes at once on request', async ({ simulator, fast, launch, findTray }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: { ...fast, OCTOGLANCE_POLL_SECONDS: '60' } });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    voron.answer(605);
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    await tray.menu.click('Refresh all');
    // Without the refresh it would be noticed after a minute.
    await tray.waitForColour('violet', 40_000);
  });

  test('updates only what changed', async ({ simulator, fast, launch, findTray }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await tray.waitForColour('green');
    /** The signals sent during the next four responses. */
    const during = async () => {
      const before = JSON.stringify([...tray.signals]);
      const requestsBefore = simulator.log.length;
      await expect.poll(() => simulator.log.length).toBeGreaterThan(requestsBefore + 4);
      return JSON.stringify([...tray.signals]) === before ? 'none' : JSON.stringify([...tray.signals]);
    };
    // Those of the printer that was just added may still be on their way.
    await during();
    expect(await during()).toBe('none');
  });
});

test.describe('A notification', () => {
  test('leads to the one thing to do', async ({ simulator, fast, launch, findTray, notifications, desktop }) => {
    const voron = simulator.printer('Voron', { token: exampleToken('Voron') });
    const app = await launch({ args: ['--show'], env: fast });
    const tray = await findTray();
    await addByToken(app, 'Voron');
    await (await app.window()).close();
    await tray.waitForColour('green');

    voron.set({ link: 'down' });
    const lost = await notifications.waitFor('of the loss', (one) => one.summary === 'Voron disconnected');
    expect(lost.hasPicture).toBe(true);
    await notifications.activate(lost);
    await expect.poll(() => desktop.openedLinks()).toContain(`${simulator.origin.origin}/view/Voron`);

    voron.answer(605);
    const perks = await notifications.waitFor('of the perks', (one) => one.summary === 'Supporter Perks needed');
    await notifications.activate(perks);
    await expect
      .poll(() => desktop.openedLinks())
      .toContain(`${simulator.origin.origin}/appportal/v1/nosupporterperks?appid=devtest`);

    voron.answer(604);
    const dead = await notifications.waitFor('of the end', (one) => one.summary === 'Reconnect needed: Voron', 30_000);
    expect(dead.urgency).toBe('critical');
    expect(dead.actions.map(({ label }) => label)).toContain('Reconnect');
    await notifications.activate(dead, 'reconnect');
    await expect((await app.window()).getByRole('heading', { name: /Reconnect/ })).toContainText('Voron');
  });
});
