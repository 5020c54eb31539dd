import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { autostartEntry } from '../../../../src/desktop/integration/autostart-entry.ts';
import { createLoginStart } from '../../../../src/desktop/integration/login-item.ts';
import { isPassingOnMac } from '../../../../src/desktop/integration/passing-place.ts';
import { messagesFor } from '../../../../src/i18n/messages.ts';
import { loginItems, onLinux, put, withLines } from '../../../support/desktop/login-start.ts';

describe('start at login on Linux', () => {
  it('can be switched on and off again', () => {
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

  it('is refused while the app’s file is gone, and no entry is left that would need it', () => {
    const { start, file, program } = onLinux();
    rmSync(program);
    const result = start.apply(true);
    expect(!result.ok && result.message.text).toBe(messagesFor('en').errors.fileOfAppImage);
    expect(existsSync(file)).toBe(false);
    put(program, '', 0o755);
    expect(start.apply(true)).toEqual({ ok: true });
    rmSync(program);
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(false)).toEqual({ ok: true });
  });

  it('starts the app’s current profile', () => {
    const { start, program, profile, entry } = onLinux({ ownProfile: true });
    start.apply(true);
    expect(entry()).toContain(`\nExec=${program} --hidden --user-data-dir=${profile}\n`);
    expect(start.isEnabled()).toBe(true);
  });

  it('recognizes a system-wide entry, and hides it with one of the user’s', () => {
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
});

describe('start at login on Windows and macOS', () => {
  const place = (
    app: ReturnType<typeof loginItems>['app'],
    platform: NodeJS.Platform,
    executable: string | null = 'octoglance',
    which: { ownProfile?: boolean; demo?: boolean } = {},
  ) =>
    createLoginStart({
      ...{ app, platform, environment: {}, executable, profile: '/profile', ownProfile: false, demo: false, ...which },
      messages: () => messagesFor('en'),
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

  it('is refused on macOS for an app that isn’t installed yet, and can still be turned off', () => {
    const { app, calls } = loginItems({ follows: true });
    const start = place(app, 'darwin', null);
    const result = start.apply(true);
    expect(!result.ok && result.message.text).toBe(messagesFor('en').errors.onlyInstalled);
    expect(calls).toEqual([]);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(calls).toEqual([{ openAtLogin: false }]);
  });

  it.each([
    ['/private/var/folders/a/b/T/AppTranslocation/0123-ABCD/d/OctoGlance.app/Contents/MacOS/OctoGlance', false, true],
    ['/Volumes/OctoGlance 0.2.0/OctoGlance.app/Contents/MacOS/OctoGlance', true, true],
    ['/Volumes/External disk/Apps/OctoGlance.app/Contents/MacOS/OctoGlance', false, false],
    ['/Applications/OctoGlance.app/Contents/MacOS/OctoGlance', true, false],
  ])('macOS takes the app away later from %s, on a read-only disk: %s – %s', (executable, isReadOnly, isPassing) => {
    expect(isPassingOnMac(executable, () => isReadOnly)).toBe(isPassing);
  });

  it.each([
    ['win32', { ownProfile: true }, 'onlyUsualProfile'],
    ['darwin', { ownProfile: true }, 'onlyUsualProfile'],
    ['win32', { demo: true }, 'notInDemo'],
    ['linux', { demo: true }, 'notInDemo'],
  ] as const)('on %s is neither shown nor changed by another profile or the demo: %o', (platform, which, reason) => {
    const { app, calls } = loginItems({ follows: true });
    expect(place(app, platform).apply(true).ok || platform === 'linux').toBe(true);
    calls.length = 0;
    const other = place(app, platform, 'octoglance', which);
    expect(other.isEnabled()).toBe(false);
    for (const wanted of [true, false]) {
      const result = other.apply(wanted);
      expect(!result.ok && result.message.text).toBe(messagesFor('en').errors[reason]);
    }
    expect(calls).toEqual([]);
  });

  it('is off if the Windows Task Manager disabled it', () => {
    const { app } = loginItems({ follows: true, launchesOnStart: false });
    const start = place(app, 'win32');
    expect(start.apply(true).ok).toBe(false);
    expect(start.isEnabled()).toBe(false);
  });

  it('reports when the system does not comply', () => {
    const { app } = loginItems({ follows: false });
    const result = place(app, 'darwin').apply(true);
    expect(!result.ok && result.message.smallPrint).toContain('requires-approval');
  });
});
