import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { rendererCount } from '../../tools/bench/process-tree.ts';
import { type BareStart, bareStart } from '../support/app/bare-start.ts';
import type { RunningApp } from '../support/app/spawn-app.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { sendSignal, until } from '../support/desktop/processes.mjs';
import { expect, test } from '../support/e2e/fixtures.ts';
import { recordAttack } from '../support/reliability-record.ts';

const repo = resolve(import.meta.dirname, '../..');

/** The app's own lines; Chromium's contain the process, the time and a level. */
const ownLines = (stderr: string) =>
  stderr.split('\n').filter((line) => line !== '' && !/^\[\d+:|^Fontconfig|^\(|^\s/.test(line));

/** Waits until `octoglance status` with the same flags and environment gets an answer. */
const untilFound = ({ program, args, env }: BareStart, flags: readonly string[] = [], cwd = '/') =>
  until(
    'an answer',
    () => {
      const command = spawnSync(program, [...args, ...flags, 'status'], {
        env,
        encoding: 'utf8',
        cwd,
        timeout: 30_000,
      });
      return command.status === 1 && command.stdout;
    },
    40_000,
  );

test.describe('Printed output', () => {
  test('ends at once, without a display', async ({ desktop }) => {
    const { program, args } = await bareStart(desktop);
    const env = { HOME: desktop.home, PATH: process.env['PATH'] ?? '' };
    const print = (...flags: string[]) =>
      spawnSync(program, [...args, ...flags], { env, encoding: 'utf8', timeout: 30_000 });
    const version = print('--version');
    expect(version.status).toBe(0);
    expect(version.stdout).toMatch(/^OctoGlance \d+\.\d+\.\d+\S*\n$/);
    for (const flag of ['--help', '-h']) {
      const help = print(flag);
      expect(help.status).toBe(0);
      for (const known of ['status --json', '--hidden', '--user-data-dir=DIR', '--status-stream'])
        expect(help.stdout).toContain(known);
    }
    for (const words of [['--version'], ['--help'], ['status', '--help']]) {
      const full = openSync('/dev/full', 'w');
      const run = spawnSync(program, [...args, ...words], { env, stdio: ['ignore', full, 'ignore'], timeout: 30_000 });
      closeSync(full);
      expect(run.status, words.join(' ')).toBe(1);
    }
    // Without a display it can't do anything else, and says so.
    for (const DISPLAY of ['', ':4999']) {
      const start = spawnSync(program, [...args, `--user-data-dir=${join(desktop.home, 'nowhere')}`], {
        env: { ...env, DISPLAY },
        encoding: 'utf8',
        timeout: 30_000,
      });
      expect(start.status).toBe(1);
      expect(ownLines(start.stderr)).toEqual([expect.stringContaining('OctoGlance needs a desktop: ')]);
    }
  });

  test('names unknown flags, and none of Chromium’s', async ({ spawn }) => {
    const flags = [
      '--hiden',
      '--frobnicate=1',
      '--ozone-platform-hint=auto',
      '--enable-wayland-ime',
      '--status-stream',
    ];
    const app = await spawn({ args: [...flags, '--disable-features=Translate'] });
    await app.waitForStatus({ type: 'glance', state: 'none' });
    expect(ownLines(app.stderr).filter((line) => line.includes('Unknown option'))).toEqual([
      'Unknown option: --hiden. Did you mean --hidden?',
      'Unknown option: --frobnicate. Run “octoglance --help” for a list.',
    ]);
  });
});

test.describe('The app starts, and is found by `octoglance status`,', () => {
  /** The usual profile can only be used by one app at a time. */
  const usual = (desktop: Desktop, odd: NodeJS.ProcessEnv) =>
    bareStart(desktop, { ...odd, PATH: process.env['PATH'] ?? '' });

  async function startOddly(
    desktop: Desktop,
    odd: NodeJS.ProcessEnv,
    spawn: (options: { env: NodeJS.ProcessEnv; profile: string; args: readonly string[] }) => Promise<RunningApp>,
  ): Promise<RunningApp> {
    const app = await spawn({ env: odd, profile: 'usual', args: ['--hidden'] });
    const found = await untilFound(await usual(desktop, odd)).catch((error: Error) => {
      throw new Error(`${error.message}\n${app.stderr}`);
    });
    expect(found).toContain('No printers yet');
    expect(app.hasEnded).toBe(false);
    return app;
  }

  for (const value of ['config', './config', '~/.config', '/etc/hostname', '/etc/hostname/below'])
    test(`with XDG_CONFIG_HOME=${value}`, async ({ desktop, spawn }) => {
      const app = await startOddly(desktop, { XDG_CONFIG_HOME: value }, spawn);
      expect(ownLines(app.stderr)).toEqual([
        expect.stringMatching(/^XDG_CONFIG_HOME .*The default folder is used instead/),
      ]);
      expect(existsSync(join(desktop.home, '.config/OctoGlance/status.sock'))).toBe(true);
      await app.quit();
    });

  test('with every other variable pointing nowhere', async ({ desktop, spawn }) => {
    const odd = {
      XDG_DATA_HOME: 'data',
      XDG_STATE_HOME: '~',
      XDG_CACHE_HOME: '/etc/hostname',
      TMPDIR: '/tmp/gone/for/good',
    };
    const app = await startOddly(desktop, odd, spawn);
    expect(ownLines(app.stderr)).toHaveLength(4);
    await app.quit();
  });

  test('without HOME, with an empty one and with one that is a file', async ({ desktop, spawn }) => {
    for (const HOME of [undefined, '', '/etc/hostname', 'home']) {
      // Not in the real home folder of the user running the tests.
      const app = await startOddly(desktop, { HOME, XDG_CONFIG_HOME: join(desktop.home, 'own config') }, spawn);
      await app.quit();
    }
  });

  test('with what a program for developers left in the environment', async ({ desktop, spawn }) => {
    for (const odd of [
      { NODE_UNIQUE_ID: '1' },
      { NODE_CHANNEL_FD: '99' },
      { ELECTRON_NO_ASAR: '1', NODE_ENV: 'test' },
    ]) {
      const app = await startOddly(desktop, odd, spawn);
      await app.quit();
    }
  });

  test('without a runtime folder, and with a missing one', async ({ desktop, spawn }) => {
    for (const XDG_RUNTIME_DIR of [undefined, '/run/gone', '/etc/hostname', 'run']) {
      const app = await startOddly(desktop, { XDG_RUNTIME_DIR }, spawn);
      await app.quit();
    }
  });

  test('in a profile with a long path in many scripts, and with that path as home', async ({ desktop, spawn }) => {
    const home = join(desktop.home, 'Ein langer Ordner für Drucker', '印刷 🖨 принтер', 'x'.repeat(60));
    mkdirSync(home, { recursive: true });
    const flags = [`--user-data-dir=${join(home, 'Das Profil')}`];
    const app = await spawn({ profile: join(home, 'Das Profil'), args: ['--hidden'] });
    expect(await untilFound(await bareStart(desktop), flags)).toContain('No printers yet');
    const second = await spawn({ profile: join(home, 'Das Profil'), args: ['--hidden'] });
    expect(await second.ended(20_000)).toBe(0);
    await app.quit();
    const places = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') };
    await (await startOddly(desktop, { ...places, XDG_RUNTIME_DIR: undefined }, spawn)).quit();
  });

  test('with a /dev/shm that is full or read-only, and without room for temporary files', async ({ desktop }) => {
    test.skip(process.getuid?.() !== 0, 'Only root can mount.');
    for (const mount of ['-o size=4k tmpfs /dev/shm', '-o ro tmpfs /dev/shm', '-o size=4k tmpfs "$TMPDIR"']) {
      const start = await bareStart(desktop);
      const flags = [`--user-data-dir=${start.profile}`];
      const command = [start.program, ...start.args, ...flags, '--show'];
      const shell = `mount -t tmpfs ${mount} && exec "$0" "$@"`;
      const app = spawn('unshare', ['-m', 'bash', '-c', shell, ...command], { env: start.env, stdio: 'ignore' });
      expect(await untilFound(start, flags)).toContain('No printers yet');
      await until('its window', () => rendererCount(app.pid ?? 0) > 0, 30_000);
      app.kill('SIGTERM');
      await until('its end', () => app.exitCode !== null, 30_000);
      expect([mount, app.exitCode]).toEqual([mount, 0]);
    }
  });

  test('in a working folder that was deleted or is not accessible', async ({ desktop }) => {
    const start = await bareStart(desktop);
    for (const take of ['rmdir "$PWD"', 'chmod 0 "$PWD"']) {
      const gone = mkdtempSync(join(desktop.home, 'working-'));
      const flags = [`--user-data-dir=${start.profile}`, '--hidden'];
      const shell = `cd '${gone}' && ${take} && exec "$0" "$@"`;
      const background = ['-c', `${shell} 2>'${start.profile}.stderr' >/dev/null & echo $!`, start.program];
      const { stdout } = spawnSync('bash', [...background, ...start.args, ...flags], {
        env: start.env,
        encoding: 'utf8',
      });
      expect(await untilFound(start, flags.slice(0, 1))).toContain('No printers yet');
      sendSignal(Number(stdout));
      await until('its end', () => !existsSync(`/proc/${stdout.trim()}/exe`), 20_000);
    }
    // Without a home either, the app has no folder of the user to go to.
    const homeless = spawnSync(
      'bash',
      ['-c', `cd "$(mktemp -d)" && rmdir "$PWD" && exec "$0" "$@"`, start.program, ...start.args, 'names'],
      { env: { ...start.env, HOME: '/nobody/here' }, encoding: 'utf8', timeout: 30_000 },
    );
    expect([homeless.status, ownLines(homeless.stderr)]).toEqual([3, [expect.stringContaining('isn’t running')]]);
    // A path relative to that folder can't be resolved.
    const relative = spawnSync(
      'bash',
      [
        '-c',
        `cd "$(mktemp -d)" && rmdir "$PWD" && exec "$0" "$@"`,
        start.program,
        ...start.args,
        '--user-data-dir=profile',
      ],
      { env: start.env, encoding: 'utf8', timeout: 30_000 },
    );
    expect(relative.status).toBe(2);
    expect(ownLines(relative.stderr)).toEqual([expect.stringContaining('so profile can’t be found')]);
    recordAttack('odd-starts', {
      promise:
        'Unusual values of HOME, XDG_… and TMPDIR, long and non-Latin paths, a deleted working folder, no shared memory: the app starts and is found',
      test: 'test/e2e/odd-starts.spec.ts',
      cases: 22,
      lost: 0,
    });
  });
});

test('An incomplete installation ends with one line and a code, without a dialog', async ({ desktop }) => {
  const folder = mkdtempSync(join(desktop.home, 'incomplete-'));
  for (const part of ['package.json', 'out', 'assets'])
    cpSync(join(repo, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(repo, 'node_modules/keytar'), join(folder, 'node_modules/keytar'));
  const { program, args, env, profile } = await bareStart(desktop);
  const start = () =>
    spawnSync(program, [...args.slice(0, -1), folder, `--user-data-dir=${profile}`], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
  writeFileSync(join(folder, 'out/main/start.cjs'), 'throw new Error("Half of an update");');
  const broken = start();
  expect(broken.status).toBe(1);
  expect(ownLines(broken.stderr)).toEqual(['OctoGlance could not start: Half of an update']);
  rmSync(join(folder, 'out/main/start.cjs'));
  const missing = start();
  expect(missing.status).toBe(1);
  expect(ownLines(missing.stderr)[0]).toMatch(/^OctoGlance could not start: Cannot find module/);
});
