import { spawn as spawnProgram, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { until } from '../support/desktop/processes.mjs';
import { addAll, exampleToken, expect, test } from '../support/e2e/service.ts';

const repo = resolve(import.meta.dirname, '../..');

/**
 * Runs `npm start -- COMMAND ARGS` like a status bar does: in a shell without a desktop. The simulated service, which
 * is in this process, goes on responding meanwhile.
 */
async function run(profile: string, ...args: readonly string[]) {
  const command = spawnProgram(process.execPath, commandLine(profile, args), {
    env: bare(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  });
  const ended = once(command, 'close');
  const [stdout, stderr] = await Promise.all([text(command.stdout), text(command.stderr)]);
  await ended;
  return { stdout, stderr, status: command.exitCode };
}

const status = (profile: string, ...args: readonly string[]) => run(profile, 'status', ...args);

function commandLine(profile: string, args: readonly string[]): readonly string[] {
  return [join(repo, 'scripts/start.mjs'), ...args, `--user-data-dir=${profile}`];
}

function bare(): NodeJS.ProcessEnv {
  const { DISPLAY: _none, WAYLAND_DISPLAY: _nor, DBUS_SESSION_BUS_ADDRESS: _either, ...others } = process.env;
  return { ...others, LANG: 'en_GB.UTF-8', LC_ALL: '' };
}

/** `octoglance status --watch`, and what it has printed so far. */
function watchStatus(profile: string) {
  const watcher = spawnProgram(process.execPath, commandLine(profile, ['status', '--watch']), { env: bare() });
  const ended = new Promise<number | null>((resolve) => watcher.on('close', resolve));
  let printed = '';
  watcher.stdout.on('data', (part) => {
    printed += part;
  });
  return { watcher, ended, printed: () => printed };
}

test.describe('octoglance status', () => {
  test('reports briefly that the app is not running, and starts nothing', async ({ desktop }) => {
    const profile = mkdtempSync(join(desktop.home, 'none-'));
    const { stdout, stderr, status: code } = await status(profile, '--json');
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('OctoGlance isn’t running. Start it and try again.');
    expect(readdirSync(profile)).toEqual([]);

    const mistyped = await run(profile, 'stauts', '--json');
    expect(mistyped.status).toBe(2);
    expect(mistyped.stderr).toContain('“stauts” isn’t a command. Did you mean “octoglance status”?');
    expect(readdirSync(profile), 'nothing was started').toEqual([]);
  });

  test('reports each printer of the running app, opens no window and survives a kill', async ({
    simulator,
    fast,
    launch,
    spawn,
  }) => {
    const first = await launch({ args: ['--show', '--status-stream'], env: fast });
    const [voron] = await addAll(first, simulator, ['Voron', 'Ender']);
    await first.waitForStatus({ type: 'glance', state: 'online' });
    expect(statSync(join(first.profile, 'status.sock')).mode & 0o777).toBe(0o600);
    const well = await status(first.profile);
    expect(well.stdout).toBe('Voron: Connected\nEnder: Connected\n');
    expect(well.status).toBe(0);

    const { watcher, ended, printed } = watchStatus(first.profile);
    await expect.poll(printed).toMatch(/^\d\d:\d\d {2}Voron: Connected\n\d\d:\d\d {2}Ender: Connected\n$/);
    // Right after a check in turn it is too soon for another: about one time in twelve at this speed.
    const refreshed = await until('a refresh that is not too soon', async () => {
      const attempt = await run(first.profile, 'refresh', 'vor');
      return !attempt.stderr.includes('Too soon to check again') && attempt;
    });
    expect([refreshed.stdout, refreshed.status]).toEqual(['Checking Voron now.\n', 0]);
    const unknown = await run(first.profile, 'open', 'vorno');
    expect([unknown.stdout, unknown.status]).toEqual(['', 2]);
    expect(unknown.stderr).toContain('There’s no printer called “vorno”. Did you mean Voron?\n');
    expect((await run(first.profile, 'names')).stdout).toBe('Voron\nEnder\n');

    voron?.set({ link: 'down' });
    await expect.poll(printed).toMatch(/\d\d:\d\d {2}Voron: Disconnected\n/);
    // The shell waits for both: `head` ends after the first line, and the watcher soon after, although nothing changes.
    const watching = [process.execPath, ...commandLine(first.profile, ['status', '--watch'])];
    const piped = spawnProgram('bash', ['-c', '"$0" "$@" | head -n 1', ...watching], { env: bare() });
    expect(await new Promise((resolve) => piped.on('close', resolve))).toBe(0);
    watcher.kill('SIGINT');
    expect(await ended, 'Ctrl+C ends it').not.toBe(0);
    await first.waitForStatus({ type: 'glance', state: 'offline' });
    // On a busy computer responses may be late for a moment.
    const json = await until('a report that is not stale', async () => {
      const current = await status(first.profile, '--json');
      return JSON.parse(current.stdout).glance.stale === false && current;
    });
    expect(json.status).toBe(1);
    const reported = JSON.parse(json.stdout);
    expect(reported.glance).toEqual({
      type: 'glance',
      state: 'offline',
      stale: false,
      tooltip: '1 of 2 disconnected: Voron',
    });
    for (const printer of reported.printers) expect(first.statusStream).toContainEqual(printer);
    expect(reported.printers.map((one: { name: string; status: string }) => [one.name, one.status])).toEqual([
      ['Voron', 'offline'],
      ['Ender', 'online'],
    ]);
    expect(json.stdout).not.toContain(exampleToken('Voron'));
    expect(first.electron.windows()).toHaveLength(0);

    first.process.kill('SIGKILL');
    await expect.poll(() => first.hasEnded).toBe(true);
    expect(existsSync(join(first.profile, 'status.sock'))).toBe(true);
    expect((await status(first.profile)).status).toBe(3);
    const second = await spawn({ args: ['--status-stream'], env: fast, profile: first.profile });
    await second.waitForStatus({ type: 'glance', state: 'offline' });
    // Either may be checked first.
    await expect.poll(async () => (await status(first.profile)).stdout).toBe('Voron: Disconnected\nEnder: Connected\n');
    await second.quit();
    expect(existsSync(join(first.profile, 'status.sock'))).toBe(false);
  });

  test('ends before Chromium starts', async ({ desktop }) => {
    const { path } = await electronExecutable({ say: () => {} });
    const profile = mkdtempSync(join(desktop.home, 'early-'));
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    // Without a display Chromium would have failed.
    const early = spawnSync(path, [repo, ...sandbox, 'status', `--user-data-dir=${profile}`], {
      encoding: 'utf8',
      env: { HOME: desktop.home, PATH: process.env['PATH'] ?? '' },
      timeout: 30_000,
    });
    expect(early.status).toBe(3);
    // Chromium's threads may report meanwhile that there is no system bus.
    const result = early.stderr.split('\n').filter((line) => !/^\[\d+:.*:ERROR:/.test(line));
    expect(result.join('\n')).toBe('OctoGlance isn’t running. Start it and try again.\n');
  });
});
