import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { switchesInProgram } from '../../../src/startup/switches-in-program.ts';
import { unknownArguments } from '../../../src/startup/unknown-arguments.ts';

const chromium = new Set(['ozone-platform-hint', 'enable-wayland-ime', 'force-dark-mode', 'proxy-bypass-list']);
let requested: readonly string[] = [];
const knows = {
  switchesAmong: (names: readonly string[]) => {
    requested = names;
    return new Set(names.filter((name) => chromium.has(name)));
  },
  isApp: (word: string) => word === '/app',
};
const unknown = (...args: readonly string[]) => unknownArguments(args, knows).map(({ argument }) => argument);

describe('Arguments', () => {
  it('of OctoGlance and of Chromium are known', () => {
    expect(unknown('--hidden', '--show', '--demo', '--status-stream', '--user-data-dir=/x', '-h')).toEqual([]);
    expect(unknown('-hidden', '--Show', '--demo=false')).toEqual([]);
    expect(unknown('status', '--json')).toEqual([]);
    expect(unknown('octoglance://connected?state=x', 'OctoGlance://connected')).toEqual([]);
    expect(unknown('--enable-wayland-ime', '--force-dark-mode=1', '-proxy-bypass-list=x')).toEqual([]);
  });

  it('of everyday use do not scan the program', () => {
    requested = ['nothing was asked'];
    expect(unknown('--no-sandbox', '--ozone-platform=wayland', '--enable-features=A,B', '/app')).toEqual([]);
    expect(unknown('--inspect=0', '--remote-debugging-port=0', '-r', '/a/loader.js', '-psn_0_123')).toEqual([]);
    expect(requested).toEqual(['nothing was asked']);
  });

  it('that are unknown are reported without their value', () => {
    expect(unknown('--frobnicate', '--no-such-flag=secret', 'stop', '-x')).toEqual([
      '--frobnicate',
      '--no-such-flag',
      'stop',
      '-x',
    ]);
  });

  it('of one word are not looked up in the program, which contains every word', () => {
    requested = [];
    expect(unknown('--verbose')).toEqual(['--verbose']);
    expect(requested).toEqual([]);
  });

  it.each([
    ['--hiden', '--hidden'],
    ['--user-data_dir=/x', '--user-data-dir'],
    ['--status-steam', '--status-stream'],
    ['--Show', null],
    ['--frobnicate', null],
    ['stauts', null],
  ])('such as %s are reported with the intended flag', (argument, meant) => {
    const [first] = unknownArguments([argument], knows);
    expect(first?.meant ?? null).toBe(meant);
  });
});

describe('The switches of a program', () => {
  it('are found anywhere, even across the border of two chunks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-switches-'));
    const file = join(folder, 'program');
    const border = 8 * 1024 * 1024;
    const bytes = Buffer.alloc(border + 1_000_000, 1);
    bytes.write('first-switch\0', 0);
    bytes.write('border-switch\0', border - 5);
    bytes.write('almost-switch', border + 100);
    bytes.write('last-switch\0', bytes.length - 12);
    writeFileSync(file, bytes);
    const names = ['first-switch', 'border-switch', 'almost-switch', 'last-switch', 'no-switch'];
    expect([...switchesInProgram(file, names)].sort()).toEqual(['border-switch', 'first-switch', 'last-switch']);
    rmSync(folder, { recursive: true });
  });

  it('are all accepted if the program cannot be read', () => {
    expect([...switchesInProgram('/gone', ['any-switch'])]).toEqual(['any-switch']);
  });
});
