import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rendererCount } from '../../tools/bench/process-tree.ts';
import { bareStart } from '../support/app/bare-start.ts';
import type { RunningApp } from '../support/app/spawn-app.ts';
import { until } from '../support/desktop/processes.mjs';
import { expect, test } from '../support/e2e/service.ts';
import { recordAttack } from '../support/reliability-record.ts';

/** What Chromium and the app leave in this test's temporary folder. */
const leftIn = (folder: string) => readdirSync(folder).sort();

const isWindowOpen = (app: RunningApp) => rendererCount(app.process.pid ?? 0) > 0;

test.describe('A second start', () => {
  test('reaches the first after any cleanup of the temporary folder', async ({ desktop, fast, spawn, findTray }) => {
    const TMPDIR = join(desktop.home, 'tmp');
    mkdirSync(TMPDIR);
    const env = { ...fast, TMPDIR };
    const first = await spawn({ args: ['--hidden', '--status-stream'], env });
    await first.waitForStatus({ type: 'glance', state: 'none' });
    await (await findTray()).waitFor('the icon', (state) => state.tooltip === 'No printers yet');
    // Like systemd-tmpfiles does after some days.
    for (const left of leftIn(TMPDIR)) rmSync(join(TMPDIR, left), { recursive: true });
    const second = await spawn({ env, profile: first.profile });
    expect(await second.ended(20_000)).toBe(0);
    await until('the window of the first', () => isWindowOpen(first), 20_000);
    expect(first.hasEnded).toBe(false);
  });

  test('reaches the first through a link, a relative path and with another environment', async ({
    desktop,
    fast,
    spawn,
  }) => {
    const first = await spawn({ args: ['--hidden', '--status-stream'], env: fast });
    await first.waitForStatus({ type: 'glance', state: 'none' });
    const link = join(desktop.home, 'link to the profile');
    symlinkSync(first.profile, link);
    const { program, args, env } = await bareStart(desktop, fast);
    const { XDG_RUNTIME_DIR: _run, ...elsewhere } = env;
    const start = (profile: string, environment = env, cwd = '/') =>
      spawnSync(program, [...args, `--user-data-dir=${profile}`, '--hidden'], {
        env: environment,
        cwd,
        timeout: 30_000,
      }).status;
    expect(start(link)).toBe(0);
    expect(start(`./${basename(first.profile)}`, env, dirname(first.profile))).toBe(0);
    expect(start(`${first.profile}/`, elsewhere)).toBe(0);
    expect(first.hasEnded).toBe(false);
    // None of them asked for a window.
    expect(isWindowOpen(first)).toBe(false);
  });

  test('replaces one that was killed, repeatedly, and nothing grows', async ({ desktop, fast, spawn }) => {
    const TMPDIR = join(desktop.home, 'tmp-of-killed');
    mkdirSync(TMPDIR);
    const env = { ...fast, TMPDIR };
    const first = await spawn({ args: ['--hidden', '--status-stream'], env });
    const { profile } = first;
    const counts: number[] = [];
    let running = first;
    for (let kill = 0; kill < 4; kill += 1) {
      await running.waitForStatus({ type: 'glance', state: 'none' });
      running.process.kill('SIGKILL');
      await until('its end', () => running.hasEnded);
      expect(existsSync(join(profile, 'status.sock'))).toBe(true);
      counts.push(leftIn(TMPDIR).length);
      running = await spawn({ args: ['--hidden', '--status-stream'], env, profile });
    }
    await running.waitForStatus({ type: 'glance', state: 'none' });
    expect(new Set(counts).size).toBe(1);
    recordAttack('killed-starts', {
      promise: 'Killed and restarted: the next start takes its place, and the folder for temporary files doesn’t grow',
      test: 'test/e2e/second-start.spec.ts',
      cases: counts.length,
      lost: 0,
    });
  });

  test('takes over from one that is just ending', async ({ fast, spawn }) => {
    const first = await spawn({ args: ['--hidden', '--status-stream'], env: fast });
    await first.waitForStatus({ type: 'glance', state: 'none' });
    first.process.kill('SIGTERM');
    const second = await spawn({ args: ['--hidden', '--status-stream'], env: fast, profile: first.profile });
    await second.waitForStatus({ type: 'glance', state: 'none' }, 30_000);
    expect(await first.ended()).toBe(0);
    expect(second.hasEnded).toBe(false);
  });

  test('does not wait forever for one that hangs, and reports that', async ({
    desktop,
    fast,
    spawn,
    notifications,
  }) => {
    const first = await spawn({ args: ['--hidden', '--status-stream'], env: fast });
    await first.waitForStatus({ type: 'glance', state: 'none' });
    first.process.kill('SIGSTOP');
    const second = await spawn({ env: fast, profile: first.profile });
    expect(await second.ended(30_000)).toBe(3);
    expect(second.stderr).toContain(
      `OctoGlance is already running but not responding. End it (kill ${first.process.pid}), then start it again.`,
    );
    await notifications.waitFor('of the app that hangs', (one) => one.body.includes('not responding'));
    first.process.kill('SIGCONT');
    expect(first.hasEnded).toBe(false);
    const { program, args, env } = await bareStart(desktop, fast);
    const ask = () => spawnSync(program, [...args, `--user-data-dir=${first.profile}`, 'status'], { env }).status;
    await until('an answer', () => ask() === 1, 20_000);
  });

  test('is not blocked by a lock that Chromium left, from this computer or another', async ({ fast, spawn }) => {
    for (const owner of [
      'another-computer-4711',
      `${execFileSync('hostname', { encoding: 'utf8' }).trim()}-${process.pid}`,
    ]) {
      const first = await spawn({ args: ['--hidden', '--status-stream'], env: fast });
      await first.waitForStatus({ type: 'glance', state: 'none' });
      await first.quit();
      rmSync(join(first.profile, 'SingletonLock'), { force: true });
      symlinkSync(owner, join(first.profile, 'SingletonLock'));
      symlinkSync('/tmp/gone/SingletonSocket', join(first.profile, 'SingletonSocket'));
      const again = await spawn({ args: ['--hidden', '--status-stream'], env: fast, profile: first.profile });
      await again.waitForStatus({ type: 'glance', state: 'none' });
      await again.quit();
    }
  });
});

test('Of twenty starts at once exactly one stays, even after one that was killed', async ({ fast, spawn }) => {
  const first = await spawn({ args: ['--hidden', '--status-stream'], env: fast });
  await first.waitForStatus({ type: 'glance', state: 'none' });
  first.process.kill('SIGKILL');
  await once(first.process, 'exit').catch(() => {});
  const { profile } = first;
  const all = await Promise.all(
    Array.from({ length: 20 }, () => spawn({ args: ['--hidden', '--status-stream'], env: fast, profile })),
  );
  const staying = () => all.filter((one) => !one.hasEnded);
  await until('all but one to end', () => staying().length <= 1, 180_000);
  const [one] = staying();
  await one?.waitForStatus({ type: 'glance', state: 'none' }, 30_000);
  expect(staying()).toEqual([one]);
  expect(all.filter((other) => other !== one).map((other) => other.process.exitCode)).toEqual(Array(19).fill(0));
  recordAttack('race-of-twenty', {
    promise: 'Twenty starts at once in the profile of a killed app: exactly one remains',
    test: 'test/e2e/second-start.spec.ts',
    cases: 20,
    lost: 0,
  });
});
