import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { autostartEntry } from '../../../../src/desktop/integration/autostart-entry.ts';
import { putAppImage } from '../../../support/app/fake-app-image.ts';
import { onLinux, put, withLines } from '../../../support/desktop/login-start.ts';

describe('an autostart entry that the user edited', () => {
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
  ])('is on with %s, and stays unchanged', (_, exec) => {
    const { start, file, program, profile, entry } = onLinux();
    const text = withLines(`Exec=${exec(program, profile)}`);
    put(file, text);
    expect(start.isEnabled()).toBe(true);
    start.repair();
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(text);
    // Switching it off works, and switching it on restores the original.
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(false);
    expect(entry()).toBe(`${text.trimEnd()}\nHidden=true\n`);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(text);
  });

  it('is on if it starts a script that starts the app, or another copy of it', () => {
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
  ])('is off with the desktop’s own key: %s', (line) => {
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
  ])('is on with the desktop’s own key: %s', (line) => {
    const { start, file, program } = onLinux();
    put(file, withLines(`Exec=${program}`, line));
    expect(start.isEnabled()).toBe(true);
  });

  it('is off if it starts something else, another profile or nothing', () => {
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
});
