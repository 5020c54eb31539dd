import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { autostartEntry, autostartPath } from '../../../src/desktop/autostart-entry.ts';
import { createLoginStart } from '../../../src/desktop/login-start.ts';
import { wordsIn } from '../../../src/domain/words/words.ts';

const hasValidator = spawnSync('desktop-file-validate', ['--help']).status === 0;
const hasLauncher = process.platform === 'linux' && spawnSync('gio', ['version']).status === 0;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-autostart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const awkward = [
  '/opt/OctoGlance/octoglance',
  '/home/ada/My Apps/OctoGlance 0.1.AppImage',
  '/home/ada/100%/octo"glance',
  "/home/ada/it's/$HOME/`id`/octoglance",
  '/home/ada/back\\slash/octoglance',
  '/home/ädä/日本/octoglance',
  '/home/ada/~;<>|&#()*?/octoglance',
];

describe('the autostart entry', () => {
  it.skipIf(!hasValidator).each(awkward)('is a valid desktop file for %s', (program) => {
    const file = join(temporaryFolder(), 'octoglance.desktop');
    writeFileSync(file, autostartEntry(program));
    const judged = spawnSync('desktop-file-validate', [file], { encoding: 'utf8' });
    expect(judged.stdout + judged.stderr).toBe('');
    expect(judged.status).toBe(0);
  });

  // GLib 2.74 looks for the program under the name with both percent signs and refuses: its fault, the standard is clear.
  const launchable = awkward.filter((path) => !path.includes('%'));

  it.skipIf(!hasLauncher).each(launchable)('starts the program itself, hidden, when that is %s', async (path) => {
    const folder = temporaryFolder();
    const program = join(folder, path);
    mkdirSync(join(program, '..'), { recursive: true });
    const told = join(folder, 'told');
    writeFileSync(program, `#!/bin/sh\nprintf '%s|%s' "$0" "$*" > '${told}.new' && mv '${told}.new' '${told}'\n`);
    chmodSync(program, 0o755);
    const file = join(folder, 'octoglance.desktop');
    writeFileSync(file, autostartEntry(program));
    expect(spawnSync('gio', ['launch', file]).status).toBe(0);
    await expect.poll(() => existsSync(told)).toBe(true);
    expect(readFileSync(told, 'utf8')).toBe(`${program}|--hidden`);
  });

  it('has one Exec line whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (path) => {
        const lines = autostartEntry(`/${path}`).split(/[\n\r]/);
        expect(lines).toHaveLength(10);
        expect(lines.filter((line) => line.startsWith('Exec='))).toHaveLength(1);
      }),
    );
  });

  it('stands in the configuration folder', () => {
    expect(autostartPath({ HOME: '/home/ada' })).toBe('/home/ada/.config/autostart/octoglance.desktop');
    expect(autostartPath({ HOME: '/home/ada', XDG_CONFIG_HOME: '/c' })).toBe('/c/autostart/octoglance.desktop');
    expect(autostartPath({ HOME: '/home/ada', XDG_CONFIG_HOME: 'c' })).toContain('/home/ada/.config/');
  });
});

/** Electron's login item settings, of which there are none on this system. */
function loginItems(answers: { readonly follows: boolean; readonly packaged?: boolean }) {
  const calls: Electron.Settings[] = [];
  const app = {
    isPackaged: answers.packaged ?? true,
    setLoginItemSettings: (settings: Electron.Settings) => void calls.push(settings),
    getLoginItemSettings: () =>
      ({
        openAtLogin: answers.follows && calls.at(-1)?.openAtLogin === true,
        wasOpenedAtLogin: true,
        status: 'requires-approval',
      }) as Electron.LoginItemSettings,
  };
  return { app, calls };
}

function onLinux(folder: string, executable = '/opt/OctoGlance/octoglance', packaged = true) {
  const { app, calls } = loginItems({ follows: false, packaged });
  const environment = { HOME: folder };
  const start = createLoginStart({ app, platform: 'linux', environment, executable, words: () => wordsIn('en') });
  return { start, calls, file: autostartPath(environment) };
}

describe('start at login on Linux', () => {
  it('is switched on and off again', () => {
    const { start, file, calls } = onLinux(temporaryFolder());
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(readFileSync(file, 'utf8')).toContain('Exec=/opt/OctoGlance/octoglance --hidden\n');
    expect(start.isEnabled()).toBe(true);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.apply(false)).toEqual({ ok: true });
    expect(existsSync(file)).toBe(false);
    expect(calls).toEqual([]);
  });

  it('repairs an entry that points to where the app was', () => {
    const folder = temporaryFolder();
    onLinux(folder, '/old place/octoglance').start.apply(true);
    const { start, file } = onLinux(folder);
    expect(start.isEnabled()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(autostartEntry('/opt/OctoGlance/octoglance'));
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('leaves it off when the desktop says %s', (line) => {
    const { start, file } = onLinux(temporaryFolder());
    start.apply(true);
    const off = readFileSync(file, 'utf8').replace('X-GNOME-Autostart-enabled=true', line);
    writeFileSync(file, off);
    expect(start.isEnabled()).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(off);
    start.apply(true);
    expect(start.isEnabled()).toBe(true);
  });

  it('says so when it cannot write', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.config'), 'a file where a folder should be');
    const { start, file } = onLinux(folder);
    const answer = start.apply(true);
    expect(answer.ok).toBe(false);
    expect(!answer.ok && answer.message.text).toContain(file);
    expect(start.isEnabled()).toBe(false);
  });

  it('writes no entry for a development run', () => {
    const folder = temporaryFolder();
    const { start, file } = onLinux(folder, '/node_modules/electron/dist/electron', false);
    const answer = start.apply(true);
    expect(!answer.ok && answer.message.text).toContain('Only the installed app');
    expect(existsSync(file)).toBe(false);
    expect(start.apply(false)).toEqual({ ok: true });
  });
});

describe('start at login on Windows and macOS', () => {
  it.each([
    ['win32', { openAtLogin: true, args: ['--hidden'] }],
    ['darwin', { openAtLogin: true }],
  ] as const)('is a login item on %s', (platform, expected) => {
    const { app, calls } = loginItems({ follows: true });
    const start = createLoginStart({
      app,
      platform,
      environment: {},
      executable: 'octoglance',
      words: () => wordsIn('en'),
    });
    expect(start.apply(true)).toEqual({ ok: true });
    expect(calls).toEqual([expected]);
    expect(start.isEnabled()).toBe(true);
    expect(start.wasStartedAtLogin()).toBe(platform === 'darwin');
  });

  it('says so when the system does not follow', () => {
    const { app } = loginItems({ follows: false });
    const start = createLoginStart({
      app,
      platform: 'darwin',
      environment: {},
      executable: 'octoglance',
      words: () => wordsIn('en'),
    });
    const answer = start.apply(true);
    expect(!answer.ok && answer.message.smallPrint).toContain('requires-approval');
  });
});
