import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { autostartEntry, autostartPath } from '../../../../src/desktop/integration/autostart-entry.ts';
import { createLoginStart } from '../../../../src/desktop/integration/login-item.ts';
import { messagesFor } from '../../../../src/i18n/messages.ts';
import { putAppImage } from '../../../support/app/fake-app-image.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-login-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Electron's login item settings, of which there are none on this system. */
function loginItems(answers: { readonly follows: boolean; readonly packaged?: boolean; readonly launches?: boolean }) {
  const calls: Electron.Settings[] = [];
  const app = {
    isPackaged: answers.packaged ?? true,
    setLoginItemSettings: (settings: Electron.Settings) => void calls.push(settings),
    getLoginItemSettings: () =>
      ({
        openAtLogin: answers.follows && calls.at(-1)?.openAtLogin === true,
        wasOpenedAtLogin: true,
        status: 'requires-approval',
        ...(answers.launches === undefined ? {} : { executableWillLaunchAtLogin: answers.launches }),
      }) as Electron.LoginItemSettings,
  };
  return { app, calls };
}

interface Linux {
  readonly packaged?: boolean;
  readonly executable?: string | null;
  readonly ownProfile?: boolean;
  readonly desktop?: string;
}

/** A home folder with an installed app in it. */
function onLinux({ packaged = true, executable, ownProfile = false, desktop = 'KDE' }: Linux = {}) {
  const home = temporaryFolder();
  const program = executable === undefined ? join(home, 'opt', 'octoglance') : executable;
  if (program !== null) put(program, '', 0o755);
  const { app, calls } = loginItems({ follows: false, packaged });
  const system = join(home, 'etc', 'xdg');
  const environment = {
    HOME: home,
    PATH: '/usr/bin:/bin',
    XDG_CURRENT_DESKTOP: desktop,
    XDG_CONFIG_DIRS: system,
  };
  const profile = join(home, '.config', 'OctoGlance');
  const words = () => messagesFor('en');
  const start = createLoginStart({
    app,
    platform: 'linux',
    environment,
    executable: program,
    profile,
    ownProfile,
    words,
  });
  const file = autostartPath(environment);
  const entry = () => readFileSync(file, 'utf8');
  return {
    start,
    calls,
    file,
    home,
    program: program ?? '',
    profile,
    system: join(system, 'autostart', 'octoglance.desktop'),
    entry,
  };
}

function put(path: string, text: string, mode = 0o644): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

/** An entry with these lines beside the usual ones. */
const withLines = (...lines: readonly string[]) =>
  ['[Desktop Entry]', 'Type=Application', 'Name=Mine', ...lines, ''].join('\n');

describe('start at login on Linux', () => {
  it('is switched on and off again', () => {
    const { start, file, program, calls, entry } = onLinux();
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
    expect(start.isEnabled()).toBe(true);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.apply(false)).toEqual({ ok: true });
    expect(existsSync(file)).toBe(false);
    expect(calls).toEqual([]);
  });

  it('starts the profile that the app runs with', () => {
    const { start, program, profile, entry } = onLinux({ ownProfile: true });
    start.apply(true);
    expect(entry()).toContain(`\nExec=${program} --hidden --user-data-dir=${profile}\n`);
    expect(start.isEnabled()).toBe(true);
  });

  it.each([
    ['a delay', (program: string) => `sh -c "sleep 15 && ${program} --hidden"`],
    ['a delay and exec', (program: string) => `/bin/bash -c "sleep 15; exec '${program}' --hidden"`],
    ['variables', (program: string) => `env LANG=de_DE.UTF-8 GDK_BACKEND=x11 ${program} --hidden`],
    ['another flag', (program: string) => `${program} --hidden --force-device-scale-factor=1.5`],
    ['quotes', (program: string) => `"${program}" "--hidden"`],
    ['all of that', (program: string) => `env LANG=C sh -c "sleep 9; exec nice -n 5 ionice -c 3 ${program} --hidden"`],
    ['a lower priority', (program: string) => `nice -n 10 ionice -c 3 ${program} --hidden`],
    ['a program of another name before it', (program: string) => `systemd-run --user --scope ${program}`],
    ['the profile', (program: string, profile: string) => `${program} --user-data-dir=${profile}`],
    ['the profile as a word of its own', (program: string, profile: string) => `${program} --user-data-dir ${profile}`],
  ])('is on for an entry to which somebody added %s, and leaves it so', (_, exec) => {
    const { start, file, program, profile, entry } = onLinux();
    const text = withLines(`Exec=${exec(program, profile)}`);
    put(file, text);
    expect(start.isEnabled()).toBe(true);
    start.repair();
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(text);
    // Off is off, and on brings it back as it was.
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(false);
    expect(entry()).toBe(`${text.trimEnd()}\nHidden=true\n`);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(text);
  });

  it('is on where the entry starts a script that starts the app, or another copy of it', () => {
    const { start, file, home, program } = onLinux();
    const script = put(
      join(home, 'bin', 'later.sh'),
      `#!/bin/sh\n# octoglance\nAPP="${program}"\nsleep 5\nexec "$APP" --hidden "$@"\n`,
      0o755,
    );
    put(file, withLines(`Exec=${script}`));
    expect(start.isEnabled()).toBe(true);
    put(script, `#!/bin/sh\nexec "$HOME/opt/octoglance" --hidden\n`, 0o755);
    expect(start.isEnabled()).toBe(true);
    put(script, `#!/bin/sh\n# exec ${program}\necho "${program}"\n`, 0o755);
    expect(start.isEnabled()).toBe(false);
    put(file, withLines(`Exec=${putAppImage(join(home, 'Applications', 'OctoGlance-0.0.9.AppImage'))} --hidden`));
    expect(start.isEnabled()).toBe(true);
  });

  it.each([
    'Hidden=true',
    'X-GNOME-Autostart-enabled=false',
    'NotShowIn=GNOME;KDE;',
    'OnlyShowIn=GNOME;',
    'TryExec=/nowhere/octoglance',
    'X-MATE-Autostart-enabled=false',
  ])('is off where the desktop’s own key says so: %s', (line) => {
    const { start, file, program, entry } = onLinux();
    const text = withLines(`Exec=sh -c "sleep 15 && ${program} --hidden"`, line, 'X-KDE-autostart-after=panel');
    put(file, text);
    expect(start.isEnabled()).toBe(false);
    start.repair();
    expect(entry()).toBe(text);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(entry()).toBe(text);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(true);
    expect(entry()).toContain(`Exec=sh -c "sleep 15 && ${program} --hidden"\n`);
    expect(entry()).toContain('X-KDE-autostart-after=panel');
  });

  it.each([
    'OnlyShowIn=KDE;GNOME;',
    'NotShowIn=GNOME;',
    'Hidden=false',
    'TryExec=sh',
    'X-GNOME-Autostart-enabled=true',
  ])('is on where the desktop’s own key says so: %s', (line) => {
    const { start, file, program } = onLinux();
    put(file, withLines(`Exec=${program}`, line));
    expect(start.isEnabled()).toBe(true);
  });

  it('is off where the entry starts something else, another profile or nothing', () => {
    const { start, file, program, home, entry } = onLinux();
    for (const exec of [
      '/usr/bin/true',
      `chmod +x ${program}`,
      `${program} --user-data-dir=${home}/another`,
      `sh -c "unfinished`,
      `sh -c "test -x ${program}"`,
      'pkill octoglance',
    ]) {
      put(file, withLines(`Exec=${exec}`));
      expect(start.isEnabled(), exec).toBe(false);
      start.repair();
      expect(entry()).toBe(withLines(`Exec=${exec}`));
    }
    put(file, 'no desktop file at all');
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
  });

  it('follows the app to where it was moved, and keeps all else', () => {
    const { start, file, program, home, entry } = onLinux();
    for (const exec of ['OLD --hidden', 'sh -c "sleep 15 && OLD --hidden"', 'env LANG=C OLD --hidden --show']) {
      const old = join(home, 'old', 'OctoGlance-0.1.0.AppImage');
      put(file, withLines('# mine', `Exec=${exec.replace('OLD', old)}`, 'X-KDE-autostart-phase=2'));
      expect(start.isEnabled()).toBe(false);
      start.repair();
      expect(entry()).toBe(withLines('# mine', `Exec=${exec.replace('OLD', program)}`, 'X-KDE-autostart-phase=2'));
      expect(start.isEnabled()).toBe(true);
    }
    const hidden = withLines(`Exec=${join(home, 'old', 'octoglance')}`, 'Hidden=true');
    put(file, hidden);
    start.repair();
    expect(entry()).toBe(hidden);
  });

  it('is off where the entry names the place to which an AppImage was unpacked, even while it is there', () => {
    const { start, file, program, home, entry } = onLinux();
    const unpacked = join(home, '.mount_OctoGlaBcDeF');
    put(join(unpacked, 'octoglance'), '', 0o755);
    put(join(unpacked, 'resources', 'app.asar'), '');
    put(file, autostartEntry([join(unpacked, 'octoglance'), '--hidden']));
    expect(start.isEnabled()).toBe(false);
    start.repair();
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
  });

  it('is on by an entry under another name, as desktops make it, and off with all of them', () => {
    const { start, file, program, entry, system } = onLinux();
    const menu = join(dirname(file), 'io.github.octoglance.OctoGlance.desktop');
    const text = withLines(`Exec=${program} %U`, 'Comment[de]=Zeigt Drucker');
    put(menu, text);
    expect(start.isEnabled()).toBe(true);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(existsSync(file)).toBe(false);
    put(file, autostartEntry([program, '--hidden']));
    put(join(dirname(system), 'my own.desktop'), withLines(`Exec=sh -c "sleep 3; ${program}"`));
    put(join(dirname(system), 'other.desktop'), withLines('Exec=/usr/bin/true', '# no octoglance'));
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(false);
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(menu, 'utf8')).toBe(
      withLines(`Exec=${program} %U`, 'Comment[de]=Zeigt Drucker', 'Hidden=true'),
    );
    expect(readFileSync(join(dirname(file), 'my own.desktop'), 'utf8')).toContain('Hidden=true');
    expect(existsSync(join(dirname(file), 'other.desktop'))).toBe(false);
    // On again, one of them is enough: two would start it twice.
    expect(start.apply(true)).toEqual({ ok: true });
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(menu, 'utf8')).toBe(text);
    rmSync(menu);
    rmSync(join(dirname(file), 'my own.desktop'));
    rmSync(join(dirname(system), 'my own.desktop'));
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
  });

  it('takes a path with blanks in a moved entry for what it is', () => {
    const { start, file, home, entry } = onLinux({ executable: join(temporaryFolder(), 'My Apps', 'octoglance') });
    put(file, autostartEntry([join(home, 'old place', 'octoglance'), '--hidden', '--show']));
    start.repair();
    expect(entry()).toMatch(/^Exec="[^"]*My Apps\/octoglance" --hidden --show$/m);
    expect(start.isEnabled()).toBe(true);
  });

  it('writes what a link leads to, and leaves the link', () => {
    const { start, file, home, program, entry } = onLinux();
    const kept = put(join(home, 'dotfiles', 'octoglance.desktop'), withLines(`Exec=${program}`, 'Hidden=true'));
    mkdirSync(dirname(file), { recursive: true });
    symlinkSync(kept, file);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(kept, 'utf8')).toBe(withLines(`Exec=${program}`));
    expect(start.apply(false)).toEqual({ ok: true });
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(start.isEnabled()).toBe(false);
    rmSync(kept);
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
  });

  it.each([
    ['a write-protected file', (file: string, text: string) => put(file, text, 0o444), 'writable'],
    ['a folder', (file: string) => mkdirSync(file, { recursive: true }), 'in the way'],
    [
      'a pipe',
      (file: string) => {
        mkdirSync(dirname(file), { recursive: true });
        spawnSync('mkfifo', [file]);
      },
      'in the way',
    ],
  ])('says so and changes nothing where there is %s', (_, make, said) => {
    const { start, file, program } = onLinux();
    make(file, withLines(`Exec=${program}`, 'Hidden=true'));
    const before = lstatSync(file).mode;
    expect(start.isEnabled()).toBe(false);
    start.repair();
    const answer = start.apply(true);
    expect(!answer.ok && answer.message.text).toContain(said);
    expect(!answer.ok && answer.message.text).toContain(file);
    expect(lstatSync(file).mode).toBe(before);
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(false)).toEqual({ ok: true });
  });

  it('says so where the folder cannot be made', () => {
    const { start, home, file } = onLinux();
    writeFileSync(join(home, '.config'), 'a file where a folder should be');
    const answer = start.apply(true);
    expect(!answer.ok && answer.message.text).toContain(file);
    expect(start.isEnabled()).toBe(false);
  });

  it('takes an entry of the system’s for what it is, and hides it with one of the user’s', () => {
    const { start, file, system, program, entry } = onLinux();
    put(system, withLines(`Exec=${program} --hidden`));
    expect(start.isEnabled()).toBe(true);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(existsSync(file)).toBe(false);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(false);
    expect(entry()).toBe(withLines(`Exec=${program} --hidden`, 'Hidden=true'));
    expect(start.apply(true)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(true);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(false);
  });

  it('writes nothing for a development run, and where nobody knows which file the app is', () => {
    const development = onLinux({ packaged: false });
    put(development.file, withLines(`Exec=${development.program}`));
    const answer = development.start.apply(true);
    expect(!answer.ok && answer.message.text).toContain('Only the installed app');
    expect(development.start.apply(false)).toEqual({ ok: true });
    expect(development.entry()).toBe(withLines(`Exec=${development.program}`));

    const unknown = onLinux({ executable: null });
    const refused = unknown.start.apply(true);
    expect(!refused.ok && refused.message.text).toContain('AppImage');
    expect(existsSync(unknown.file)).toBe(false);
    put(unknown.file, withLines(`Exec=${putAppImage(join(unknown.home, 'OctoGlance.AppImage'))}`));
    expect(unknown.start.isEnabled()).toBe(true);
    expect(unknown.start.apply(false)).toEqual({ ok: true });
    expect(unknown.start.isEnabled()).toBe(false);
  });
});

describe('start at login on Windows and macOS', () => {
  const place = (app: ReturnType<typeof loginItems>['app'], platform: NodeJS.Platform) =>
    createLoginStart({
      ...{ app, platform, environment: {}, executable: 'octoglance', profile: '/profile', ownProfile: false },
      words: () => messagesFor('en'),
    });

  it.each([
    ['win32', { openAtLogin: true, args: ['--hidden'] }],
    ['darwin', { openAtLogin: true }],
  ] as const)('is a login item on %s', (platform, expected) => {
    const { app, calls } = loginItems({ follows: true });
    const start = place(app, platform);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(calls).toEqual([expected]);
    expect(start.isEnabled()).toBe(true);
    expect(start.wasStartedAtLogin()).toBe(platform === 'darwin');
  });

  it('is off where the Task Manager of Windows says so', () => {
    const { app } = loginItems({ follows: true, launches: false });
    const start = place(app, 'win32');
    expect(start.apply(true).ok).toBe(false);
    expect(start.isEnabled()).toBe(false);
  });

  it('says so when the system does not follow', () => {
    const { app } = loginItems({ follows: false });
    const answer = place(app, 'darwin').apply(true);
    expect(!answer.ok && answer.message.smallPrint).toContain('requires-approval');
  });
});
