import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const linter = join(root, 'node_modules/@biomejs/biome/bin/biome');
let house = '';

/** An empty house with the linter's rules of this one. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'octoglance-walls-'));
  const rules = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  writeFileSync(join(house, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }));
  mkdirSync(join(house, 'scripts'));
  cpSync(join(root, 'scripts/types-only.grit'), join(house, 'scripts/types-only.grit'));
});
afterAll(() => rmSync(house, { recursive: true }));

/** What the linter says against a file at `path` that imports something; empty when it may. */
function objections(path: string, statement: string): string {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${statement}\n\nexport const used = imported;\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [linter, 'lint', path], {
    cwd: house,
    encoding: 'utf8',
  });
  rmSync(file);
  return status === 0 ? '' : stdout + stderr;
}

describe('walls of the house', () => {
  it.each([
    ['src/domain/example.ts', "import { imported } from 'node:fs';"],
    ['src/domain/example.ts', "import { imported } from 'electron';"],
    ['src/domain/example.ts', "import { imported } from '../monitor/fleet.ts';"],
    ['src/domain/words/en/example.ts', "import { imported } from '../../../monitor/fleet.ts';"],
    ['src/storage/example.ts', "import { imported } from 'electron';"],
    ['src/monitor/example.ts', "import { imported } from '../demo/demo.ts';"],
    ['src/desktop/example.ts', "import { imported } from '../demo/demo.ts';"],
    ['src/demo/example.ts', "import { imported } from 'electron';"],
    ['renderer/example.ts', "import { imported } from '../src/domain/settings.ts';"],
    ['renderer/parts/example.tsx', "import { imported } from '../../src/monitor/fleet.ts';"],
    ['renderer/example.ts', "import { imported } from 'electron';"],
  ])('%s may not: %s', (path, statement) => {
    expect(objections(path, statement)).toMatch(/noRestrictedImports|takes only types/);
  });

  it.each([
    ['src/domain/example.ts', "import { imported } from './time.ts';"],
    ['src/domain/example.ts', "import { imported } from './words/words.ts';"],
    ['src/domain/words/en/example.ts', "import { imported } from '../../outcome.ts';"],
    ['src/domain/example.ts', "import * as imported from 'valibot';"],
    ['src/desktop/example.ts', "import { imported } from 'electron';"],
    ['src/start.ts', "import { imported } from './demo/demo.ts';"],
    ['renderer/example.ts', "import { imported } from './format.ts';"],
  ])('%s may: %s', (path, statement) => {
    expect(objections(path, statement)).toBe('');
  });
});
