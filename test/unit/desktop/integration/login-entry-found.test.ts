import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { autostartEntry } from '../../../../src/desktop/integration/autostart-entry.ts';
import { onLinux, put, temporaryFolder, withLines } from '../../../support/desktop/login-start.ts';

describe('an autostart entry in another place', () => {
  it('follows the app when it moves, and keeps everything else', () => {
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

  it('as OctoGlance wrote it follows the app too, with the program that it tries', () => {
    const { start, file, program, home, entry } = onLinux();
    const old = join(home, 'old', 'OctoGlance-0.1.0.AppImage');
    put(file, autostartEntry([old, '--hidden']));
    expect(start.isEnabled()).toBe(false);
    start.repair();
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
    expect(start.isEnabled()).toBe(true);
    // Edited by the user, who waits for the panel.
    put(file, autostartEntry([old, '--hidden']).replace(/^Exec=.*$/m, `Exec=sh -c "sleep 15 && ${old} --hidden"`));
    start.repair();
    expect(entry()).toContain(`TryExec=${program}\nExec=sh -c "sleep 15 && ${program} --hidden"\n`);
    expect(start.isEnabled()).toBe(true);
    // Switched off in the meantime, it stays off.
    const off = `${autostartEntry([old, '--hidden'])}Hidden=true\n`;
    put(file, off);
    start.repair();
    expect(entry()).toBe(off);
  });

  it('is off if it names the mount point of an AppImage, even while that exists', () => {
    const { start, file, program, home, entry } = onLinux();
    const unpacked = join(home, '.mount_OctoGlaBcDeF');
    put(join(unpacked, 'octoglance'), '', 0o755);
    put(join(unpacked, 'resources', 'app.asar'), '');
    put(file, autostartEntry([join(unpacked, 'octoglance'), '--hidden']));
    expect(start.isEnabled()).toBe(false);
    start.repair();
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
  });

  it('is on under another name, as desktops create it, and switched off with all others', () => {
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
    // When switched on again, one entry is enough: two would start the app twice.
    expect(start.apply(true)).toEqual({ ok: true });
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(menu, 'utf8')).toBe(text);
    rmSync(menu);
    rmSync(join(dirname(file), 'my own.desktop'));
    rmSync(join(dirname(system), 'my own.desktop'));
    expect(start.apply(true)).toEqual({ ok: true });
    expect(entry()).toBe(autostartEntry([program, '--hidden']));
  });

  it('of a moved app may have a path with spaces', () => {
    const { start, file, home, entry } = onLinux({ executable: join(temporaryFolder(), 'My Apps', 'octoglance') });
    put(file, autostartEntry([join(home, 'old place', 'octoglance'), '--hidden', '--show']));
    start.repair();
    expect(entry()).toMatch(/^Exec="[^"]*My Apps\/octoglance" --hidden --show$/m);
    expect(start.isEnabled()).toBe(true);
  });

  it('is written through a symbolic link, which stays', () => {
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
});
