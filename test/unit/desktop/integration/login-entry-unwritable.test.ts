import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { putAppImage } from '../../../support/app/fake-app-image.ts';
import { onLinux, put, withLines } from '../../../support/desktop/login-start.ts';

describe('an autostart entry that cannot be written', () => {
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
  ])('reports %s in its place and changes nothing', (_, make, output) => {
    const { start, file, program } = onLinux();
    make(file, withLines(`Exec=${program}`, 'Hidden=true'));
    const before = lstatSync(file).mode;
    expect(start.isEnabled()).toBe(false);
    start.repair();
    const result = start.apply(true);
    expect(!result.ok && result.message.text).toContain(output);
    expect(!result.ok && result.message.text).toContain(file);
    expect(lstatSync(file).mode).toBe(before);
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(false)).toEqual({ ok: true });
  });

  it('reports a folder that cannot be created', () => {
    const { start, home, file } = onLinux();
    writeFileSync(join(home, '.config'), 'a file where a folder should be');
    const result = start.apply(true);
    expect(!result.ok && result.message.text).toContain(file);
    expect(start.isEnabled()).toBe(false);
  });

  it('is never written by a development run, or if the app’s file is unknown', () => {
    const development = onLinux({ packaged: false });
    put(development.file, withLines(`Exec=${development.program}`));
    const result = development.start.apply(true);
    expect(!result.ok && result.message.text).toContain('Only the installed app');
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
