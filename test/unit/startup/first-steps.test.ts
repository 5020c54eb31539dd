import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { EarlyFaults } from '../../../src/startup/early-fault.ts';
import { readFlags } from '../../../src/startup/flags.ts';
import { writeUnlessHeld } from '../../../src/startup/held-stream.ts';
import { profileFolder } from '../../../src/startup/profile.ts';
import { hasNoDisplay } from '../../../src/startup/start-remarks.ts';

describe('The profile', () => {
  const places = { usual: '/home/a/.config/OctoGlance', home: '/home/a', workingFolder: '/home/ada' };
  const of = (userDataFolder: string | null, demo = false, workingFolder: string | null = '/home/ada') =>
    profileFolder({ userDataFolder, demo }, { ...places, workingFolder });

  it('is the usual one, the demo’s, or the requested one', () => {
    expect(of(null)).toBe('/home/a/.config/OctoGlance');
    expect(of(null, true)).toBe('/home/a/.config/OctoGlance Demo');
    expect(of('/other/', true)).toBe('/other');
    expect(of('other/../this')).toBe('/home/ada/this');
  });

  it('may begin with a ~ that no shell has expanded', () => {
    expect(of('~/glance')).toBe('/home/a/glance');
    expect(of('~')).toBe('/home/a');
    expect(of('~other/x')).toBe('/home/ada/~other/x');
  });

  it('needs a working folder only for a relative path', () => {
    expect(of('other', false, null)).toBeNull();
    expect(of('/other', false, null)).toBe('/other');
    expect(of(null, false, null)).toBe('/home/a/.config/OctoGlance');
  });
});

describe('Flags that print something', () => {
  it('are recognized in all their forms', () => {
    expect(readFlags(['--version']).print).toBe('version');
    expect(readFlags(['--help', '--version']).print).toBe('help');
    expect(readFlags(['-h']).print).toBe('help');
    expect(readFlags(['--show']).print).toBeNull();
  });
});

describe('A display', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'octoglance-display-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  };

  it('is missing if none is named', () => {
    expect(hasNoDisplay({}, [])).toBe(true);
    expect(hasNoDisplay({ DISPLAY: '', XDG_RUNTIME_DIR: '/gone' }, ['--show'])).toBe(true);
    expect(hasNoDisplay({}, ['--ozone-platform=headless'])).toBe(false);
  });

  it('is missing if nothing runs at the one that is named', () => {
    for (const DISPLAY of [':4999', ':4999.0', 'unix:4999']) expect(hasNoDisplay({ DISPLAY }, [])).toBe(true);
    const XDG_RUNTIME_DIR = folder();
    expect(hasNoDisplay({ DISPLAY: ':4999', WAYLAND_DISPLAY: 'wayland-1', XDG_RUNTIME_DIR }, [])).toBe(true);
    writeFileSync(join(XDG_RUNTIME_DIR, 'wayland-1'), '');
    expect(hasNoDisplay({ WAYLAND_DISPLAY: 'wayland-1', XDG_RUNTIME_DIR }, [])).toBe(false);
    expect(hasNoDisplay({ WAYLAND_DISPLAY: join(XDG_RUNTIME_DIR, 'wayland-1') }, [])).toBe(false);
    expect(hasNoDisplay({ WAYLAND_SOCKET: '5' }, [])).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is found by an abstract socket alone', async () => {
    const server = createServer().listen('\0/tmp/.X11-unix/X4998');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    expect(hasNoDisplay({ DISPLAY: ':4998.0' }, [])).toBe(false);
  });

  it('on another computer is not looked for', () => {
    expect(hasNoDisplay({ DISPLAY: 'localhost:10.0' }, [])).toBe(false);
    expect(hasNoDisplay({ DISPLAY: '192.168.1.2:0' }, [])).toBe(false);
  });
});

describe('An error before the app starts', () => {
  it('is one line and a code, without the content of a link', () => {
    const write = vi.fn();
    const exit = vi.fn();
    const faults = new EarlyFaults({ write, exit });
    faults.over();
    faults.fail(new Error('Cannot read\noctoglance://connected?appApiToken=example'));
    expect(write).toHaveBeenCalledExactlyOnceWith('OctoGlance could not start: Cannot read octoglance:…\n');
    expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('ends the process even if nothing reads stderr', () => {
    const exit = vi.fn();
    const throwing = () => {
      throw new Error('EPIPE');
    };
    const faults = new EarlyFaults({ write: throwing, exit });
    faults.over();
    faults.fail('anything');
    expect(exit).toHaveBeenCalledWith(1);
  });
});

describe('A line for a stalled reader', () => {
  it('is dropped once a megabyte is pending', () => {
    const write = vi.fn(() => true);
    expect(writeUnlessHeld({ write, writableLength: 1_000_000 }, 'line')).toBe(true);
    expect(writeUnlessHeld({ write, writableLength: 1_000_001 }, 'line')).toBe(false);
    expect(write).toHaveBeenCalledExactlyOnceWith('line');
  });
});
