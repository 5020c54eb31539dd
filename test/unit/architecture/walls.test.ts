import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles, objections, readHouse, roomOf, unusedDoors } from '../../support/architecture/house.ts';
import { doors } from '../../support/architecture/rooms.ts';

const root = join(import.meta.dirname, '../../..');
const house = readHouse();

describe('the code base', () => {
  it('has no import that the table does not allow', () => {
    expect(objections(house)).toEqual([]);
  });

  it('has every folder in the table, and no unused permission', () => {
    expect([...new Set([...house.keys()].map(roomOf))].sort()).toEqual(Object.keys(doors).sort());
    expect(unusedDoors(house)).toEqual([]);
  });

  it('has no file that is too long to read at once', () => {
    const long = [...house].filter(([, code]) => code.trimEnd().split('\n').length > 250).map(([file]) => file);
    expect(long).toEqual([]);
  });

  it('has no cycle of folders, and would find one', () => {
    expect(cycles(doors)).toEqual([]);
    expect(cycles({ ...doors, domain: ['app'] })).toContain('app');
  });
});

describe('an import rule', () => {
  it.each([
    ['src/domain/example.ts', "import { x } from 'node:fs';"],
    ['src/domain/example.ts', "import { x } from 'electron';"],
    ['src/domain/example.ts', "import type { x } from '../i18n/messages.ts';"],
    ['src/domain/alerts/example.ts', "export * from '../../monitor/fleet.ts';"],
    ['src/domain/example.ts', "const x = await import('../monitor/fleet.ts');"],
    ['src/i18n/en/example.ts', "import type { x } from '../../monitor/fleet.ts';"],
    ['src/monitor/example.ts', "import { x } from '../storage/stores.ts';"],
    ['src/monitor/example.ts', "import { x } from 'node:fs';"],
    ['src/octoeverywhere/example.ts', "import { compose } from '../compose.ts';"],
    ['src/storage/example.ts', "import { x } from 'electron';"],
    ['src/storage/example.ts', "import type { TrayIcon } from '../desktop/tray/tray.ts';"],
    ['src/app/example.ts', "import { app } from 'electron';"],
    ['src/app/example.ts', "import { x } from '../demo/demo.ts';"],
    ['src/desktop/tray/example.ts', "import type { x } from '../../app/notices.ts';"],
    ['src/demo/example.ts', "import { x } from 'electron';"],
    ['renderer/components/example.tsx', "import { x } from '../../src/monitor/fleet.ts';"],
    ['renderer/components/example.tsx', "export { x } from '../../src/storage/stores.ts';"],
    ['renderer/components/example.tsx', "const x = import('../../src/app/notices.ts');"],
    ['renderer/state/example.ts', "import { App } from '../app.tsx';"],
    ['renderer/state/example.ts', "import { x } from '../printers/printer-row.tsx';"],
    ['renderer/components/example.tsx', "import { x } from 'electron';"],
    ['renderer/components/example.tsx', "import { x } from 'node:fs';"],
    ['src/domain/example.ts', "import { x } from 'left-pad';"],
  ])('rejects in %s: %s', (file, code) => {
    expect(objections(new Map([[file, code]]))).toHaveLength(1);
  });

  it.each([
    ['src/domain/alerts/example.ts', "import { x } from '../time.ts';"],
    ['src/domain/example.ts', "import * as v from 'valibot';"],
    ['src/desktop/tray/example.ts', "import { Tray } from 'electron';"],
    ['src/app/example.ts', "import type { x } from '../desktop/window/window.ts';"],
    ['renderer/components/example.tsx', "import { alertTopics } from '../../src/domain/settings.ts';"],
    ['src/start.ts', "const x = import('./demo/demo.ts');"],
    ['src/domain/example.ts', "// import { x } from 'electron';"],
  ])('allows in %s: %s', (file, code) => {
    expect(objections(new Map([[file, code]]))).toEqual([]);
  });
});

describe('the pure layers', () => {
  let copy = '';
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'octoglance-walls-'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const name of ['tsconfig.json', 'tsconfig.pure.json', 'types', 'tools/no-clock.grit']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    const rules = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    writeFileSync(join(copy, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  /** Returns a checking tool's output about one file with this code; empty when the tool accepts it. */
  function outputOf(tool: string, args: readonly string[], file: string, code: string): string {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    const options = { cwd: copy, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', tool), ...args],
      options,
    );
    rmSync(path);
    return status === 0 ? '' : stdout + stderr;
  }
  const types = (file: string, code: string) =>
    outputOf('typescript/bin/tsc', ['-p', 'tsconfig.pure.json'], file, code);
  const lint = (file: string, code: string) => outputOf('@biomejs/biome/bin/biome', ['lint', file], file, code);

  it.each([
    ['src/domain/example.ts', 'export const x = process.env;', 'process'],
    ['src/domain/example.ts', "export const x = fetch('https://example.com');", 'fetch'],
    ['src/i18n/example.ts', 'export const x = setTimeout(() => {}, 1);', 'setTimeout'],
    ['src/monitor/example.ts', "export const x = require('node:fs');", 'require'],
    ['src/monitor/example.ts', 'export const x = document.title;', 'document'],
    ['src/contract/example.ts', 'export const x = performance.now();', 'performance'],
  ])('know no platform: %s may not use %s', (file, code, name) => {
    expect(types(file, code)).toContain(name);
  });

  it('know the language itself', () => {
    expect(types('src/domain/example.ts', "export const x = new Intl.NumberFormat('en').format(1);")).toBe('');
  });

  it.each(['Date.now()', 'new Date()', 'Math.random()'])('know no clock and no randomness: not %s', (call) => {
    expect(lint('src/domain/example.ts', `export const x = () => ${call};\n`)).toContain('as an argument');
  });

  it('may calculate with a time that they are given', () => {
    expect(lint('src/domain/example.ts', 'export const x = (at: number) => new Date(at).getTime();\n')).toBe('');
  });
});
