import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rendererCount } from '../../tools/bench/process-tree.ts';
import { openAlerts } from '../support/app/kept-alerts.ts';
import { until } from '../support/desktop/processes.mjs';
import { addAll, expect, test } from '../support/e2e/service.ts';
import { recordAttack } from '../support/reliability-record.ts';

/** `OCTOGLANCE_RACES=10` for the long run. */
const races = Number(process.env['OCTOGLANCE_RACES'] ?? 2);
const together = 6;

test('Of six starts at once for one profile one stays, shows its window, and the printers are intact', async ({
  simulator,
  fast,
  launch,
  spawn,
}) => {
  test.setTimeout(60_000 + races * 120_000);
  const first = await launch({ args: ['--show'], env: fast });
  await addAll(first, simulator, ['Voron', 'Ender']);
  await first.quit();
  const { profile } = first;
  const list = () => readFileSync(join(profile, 'printers.json'), 'utf8');
  const before = list();
  for (let race = 0; race < races; race += 1) {
    const all = await Promise.all(Array.from({ length: together }, () => spawn({ env: fast, profile })));
    const staying = () => all.filter((one) => !one.hasEnded);
    await until('all but one to end', () => staying().length === 1, 90_000);
    const [one] = staying();
    await until('its window', () => rendererCount(one?.process.pid ?? 0) > 0, 20_000);
    // The others may quit late; that must not end this one.
    await wait(500);
    expect(staying()).toEqual([one]);
    expect(all.filter((other) => other !== one).map((other) => other.process.exitCode)).toEqual([0, 0, 0, 0, 0]);
    await one?.quit();
    expect(list()).toBe(before);
  }
  recordAttack('race', {
    promise: 'Six launches at once for one profile: one remains, its window opens, the printers are intact',
    test: 'test/e2e/hostile-launch.spec.ts',
    cases: races,
    lost: 0,
  });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal} while polling and saving ends the app soon, with everything saved`, async ({
    simulator,
    fast,
    launch,
  }) => {
    const first = await launch({ args: ['--show', '--status-stream'], env: fast });
    const [voron] = await addAll(first, simulator, ['Voron']);
    await first.quit();
    const { profile } = first;
    const app = await launch({ args: ['--show', '--status-stream'], env: fast, profile });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
    voron?.set({ link: 'down' });
    await app.waitForStatus({ type: 'alert', kind: 'disconnected' });
    // Hanging requests must not delay quitting.
    simulator.service('timeout');
    await wait(1_500);
    const window = await app.window();
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByText('Dark', { exact: true }).click();
    // The app has accepted the change, and would save it a little later.
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
    app.process.kill(signal);
    // Hanging requests time out after 15 s.
    expect(await app.ended(10_000)).toBe(0);
    const kept = (name: string) => JSON.parse(readFileSync(join(profile, `${name}.json`), 'utf8'));
    expect(kept('settings').settings.theme).toBe('dark');
    expect(openAlerts(kept('alerts'))).toEqual([['loss']]);
    expect(kept('printers').printers).toHaveLength(1);
    recordAttack(`signal-${signal.toLowerCase()}`, {
      promise: `${signal} while requests are pending and a setting has just been changed: the app exits, and everything is saved`,
      test: 'test/e2e/hostile-launch.spec.ts',
      cases: 1,
      lost: 0,
    });
  });

test('A profile path may contain spaces, quotes, percent signs and other scripts', async ({
  fast,
  launch,
  desktop,
  watching,
}) => {
  const profile = join(desktop.home, `It's "my" 100%25 profile %41 #1 – ünï 印刷 & $HOME`);
  mkdirSync(profile);
  const { app: first } = await watching(['Voron'], { args: ['--show', '--status-stream'], profile });
  await first.quit();
  expect(JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8')).printers).toHaveLength(1);
  const again = await launch({ args: ['--show', '--status-stream'], env: fast, profile });
  await again.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' });
  await expect((await again.window()).getByRole('article', { name: 'Voron' })).toContainText('Connected');
  await again.quit();
  recordAttack('odd-path', {
    promise:
      'A profile on a path with spaces, quotes, percent signs and other scripts: starts, saves and restarts there',
    test: 'test/e2e/hostile-launch.spec.ts',
    cases: 1,
    lost: 0,
  });
});
