import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAll, expect, test } from '../support/e2e/service.ts';

const minute = 60_000;

/** The local time of `at`, in minutes since midnight. */
function minuteOfDay(at: number): number {
  const date = new Date(at);
  return date.getHours() * 60 + date.getMinutes();
}

test.describe('Do not disturb', () => {
  test.setTimeout(400_000);

  test('shows nothing in quiet hours, even across a restart; what is still true follows in one notification', async ({
    simulator,
    fast,
    launch,
    spawn,
    findTray,
    notifications,
    picture,
  }) => {
    const first = await launch({ args: ['--show'], env: fast });
    const [voron, ender, mini, prusa] = await addAll(first, simulator, ['Voron', 'Ender', 'Mini', 'Prusa']);
    await (await findTray()).waitForColour('green');
    await first.quit();

    const file = join(first.profile, 'settings.json');
    const setQuietHours = (ends: number) => {
      const span = { from: minuteOfDay(ends - 90 * minute), until: minuteOfDay(ends) };
      const quietHours = { on: true, days: Array.from({ length: 7 }, () => span) };
      writeFileSync(file, JSON.stringify({ version: 1, settings: { quietHours } }));
    };
    setQuietHours(Date.now() + 60 * minute);

    const began = Date.now();
    const second = await spawn({ args: ['--hidden'], env: fast, profile: first.profile });
    const tray = await findTray();
    await tray.waitForColour('green');
    const startTime = Date.now() - began;
    expect(await tray.menu.text()).toMatch(/^Quiet hours until (?:yesterday |tomorrow )?\d\d:\d\d \(disabled\)\n---\n/);
    voron?.set({ link: 'down' });
    ender?.set({ link: 'down' });
    mini?.set({ link: 'down' });
    prusa?.answer(604);
    await tray.waitForColour('red', 30_000);
    ender?.set({ link: 'up' });
    await expect.poll(() => tray.menu.text()).toContain('Ender: Connected');
    await second.quit();
    expect(notifications.all).toEqual([]);

    // They end at a full minute, not before the start below: on a busy computer that takes as long as the first one.
    const ends = Math.ceil((Date.now() + Math.max(35_000, 4 * startTime)) / minute) * minute;
    setQuietHours(ends);
    const third = await launch({ args: ['--hidden', '--status-stream'], env: fast, profile: first.profile });
    await (await findTray()).waitForColour('red', 30_000);
    expect(Date.now()).toBeLessThan(ends);
    expect(notifications.all).toEqual([]);

    const summary = await notifications.waitFor(
      'at the end',
      (one) => one.summary === 'While notifications were off',
      180_000,
    );
    expect(Date.now()).toBeGreaterThanOrEqual(ends);
    const lines = summary.body.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^2 printers disconnected: Voron and Mini, since (?:yesterday |tomorrow )?\d\d:\d\d$/);
    expect(lines[1]).toMatch(/^Reconnect needed: Prusa, since (?:yesterday |tomorrow )?\d\d:\d\d$/);
    await picture('after-quiet-hours');
    await notifications.activate(summary);
    await expect((await third.window()).getByRole('article')).toHaveCount(4);
    expect(notifications.all).toHaveLength(1);
  });

  test('lasts from the tray’s snooze, across a restart, until it is ended', async ({
    simulator,
    fast,
    launch,
    spawn,
    findTray,
    notifications,
    picture,
  }) => {
    // An hour takes two minutes at this speed.
    const env = { ...fast, OCTOGLANCE_POLL_SECONDS: '2' };
    const first = await launch({ args: ['--show'], env });
    const [voron, ender, mini] = await addAll(first, simulator, ['Voron', 'Ender', 'Mini']);
    await first.quit();
    const { profile } = first;
    const second = await spawn({ args: ['--hidden'], env, profile });
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('Snooze notifications', 'For 1 hour');
    await expect
      .poll(() => tray.menu.text())
      .toMatch(/^Notifications snoozed until (?:yesterday |tomorrow )?\d\d:\d\d \(disabled\)\n---\n/);
    await picture('snoozed');

    mini?.set({ link: 'down' });
    await tray.waitForColour('amber', 30_000);
    await second.quit();
    mini?.set({ link: 'up' });
    voron?.set({ link: 'down' });
    ender?.set({ link: 'down' });

    await spawn({ args: ['--hidden'], env, profile });
    const again = await findTray();
    await again.waitForColour('amber', 30_000);
    await expect.poll(() => again.menu.text()).toContain('Notifications snoozed until');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(notifications.all).toEqual([]);

    await again.menu.click('Snooze notifications', 'Resume now');
    await notifications.waitFor('of what holds', (one) => one.summary === '2 printers disconnected');
    await expect.poll(() => again.menu.text()).not.toContain('snoozed');
    expect(notifications.all).toHaveLength(1);
  });

  test('ends with the snooze', async ({ simulator, fast, launch, findTray, notifications }) => {
    const app = await launch({ args: ['--show'], env: fast });
    const [voron] = await addAll(app, simulator, ['Voron', 'Ender']);
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('Snooze notifications', 'For 1 hour');
    const began = Date.now();
    voron?.set({ link: 'down' });
    await notifications.waitFor('at its end', (one) => one.summary === 'Voron disconnected', 90_000);
    // An hour takes a minute at this speed.
    expect(Date.now() - began).toBeGreaterThan(59_000);
  });
});

test.describe('A muted printer', () => {
  test('is not reported until it is unmuted, even across a restart', async ({
    simulator,
    fast,
    launch,
    spawn,
    findTray,
    notifications,
  }) => {
    const first = await launch({ args: ['--show'], env: fast });
    const [voron, ender] = await addAll(first, simulator, ['Voron', 'Ender']);
    await first.quit();
    const { profile } = first;
    const second = await spawn({ args: ['--hidden'], env: fast, profile });
    const tray = await findTray();
    await tray.waitForColour('green');
    await tray.menu.click('More actions', 'Voron', 'Mute');
    await expect.poll(() => tray.menu.text()).toContain('Voron: Connected (muted)');
    voron?.set({ link: 'down' });
    ender?.set({ link: 'down' });
    await notifications.waitFor('of the other', (one) => one.summary === 'Ender disconnected');
    await second.quit();
    expect(JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8')).printers).toMatchObject([
      { name: 'Voron', muted: true },
      { name: 'Ender', muted: false },
    ]);

    await spawn({ args: ['--hidden'], env: fast, profile });
    const again = await findTray();
    await again.waitForColour('amber');
    await expect.poll(() => again.menu.text()).toContain('Voron: Disconnected (muted)');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(notifications.all.map((one) => one.summary)).toEqual(['Ender disconnected']);
    await again.menu.click('More actions', 'Voron', 'Unmute');
    await notifications.waitFor('of the one', (one) => one.summary === 'Voron disconnected');
  });
});

test('Kinds of notification that are switched off are not shown, others are', async ({
  simulator,
  fast,
  launch,
  spawn,
  findTray,
  notifications,
}) => {
  const first = await launch({ args: ['--show'], env: fast });
  const [voron] = await addAll(first, simulator, ['Voron']);
  await first.quit();
  const { profile } = first;
  const second = await spawn({ args: ['--hidden'], env: fast, profile });
  await (await findTray()).waitForColour('green');
  voron?.answer(605);
  await notifications.waitFor('of the perks', (one) => one.summary === 'Supporter Perks needed');
  voron?.answer(200);
  await notifications.waitFor('of their return', (one) => one.summary === 'Supporter Perks are back', 30_000);
  await second.quit();

  const topics = { disconnected: false, recovered: true, reconnect: true, perks: true, update: true, service: true };
  const file = join(profile, 'settings.json');
  writeFileSync(file, JSON.stringify({ version: 1, settings: { topics } }));
  await spawn({ args: ['--hidden'], env: fast, profile });
  const tray = await findTray();
  await tray.waitForColour('green');
  voron?.set({ link: 'down' });
  await tray.waitForColour('amber');
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  voron?.set({ link: 'up' });
  await tray.waitForColour('green');
  voron?.answer(610);
  await notifications.waitFor('of the plugin', (one) => one.summary.startsWith('Plugin update'), 30_000);
  expect(notifications.all).toHaveLength(3);
});
