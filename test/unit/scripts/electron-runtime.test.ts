import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileLocked } from '../../../scripts/electron-runtime/folder-lock.mjs';
import { executableInside } from '../../../scripts/electron-runtime/places.mjs';

const script = join(import.meta.dirname, '../../../scripts/electron-runtime.mjs');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octoglance-runtime-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function run(env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, [script], { env: { ...process.env, ...env }, encoding: 'utf8' });
}

describe('electron-runtime.mjs', () => {
  it('prints only the path on stdout and the reason on stderr', async () => {
    const path = join(folder, executableInside());
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, '');
    await writeFile(join(folder, 'version'), 'v45.4.1\n');
    const result = run({ ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(result.stdout).toBe(`${path}\n`);
    expect(result.stderr).toBe('Electron 45.4.1, from ELECTRON_OVERRIDE_DIST_PATH.\n');
    expect(result.status).toBe(0);
  });

  it('reports in one line that the given folder contains no Electron', () => {
    const result = run({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nothing') });
    expect(result.stdout).toBe('');
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(result.stderr).toContain('holds no Electron');
    expect(result.status).toBe(1);
  });
});

describe('the lock on the cache', () => {
  it('lets two builds run one after the other', async () => {
    const lock = join(folder, 'electron.lock');
    const order: string[] = [];
    let waited = 0;
    const build = (name: string) =>
      whileLocked(
        lock,
        () => {
          waited += 1;
        },
        async () => {
          order.push(`${name} begins`);
          await new Promise((resolve) => setTimeout(resolve, 50));
          order.push(`${name} ends`);
        },
      );
    await Promise.all([build('first'), build('second')]);
    const [one] = order[0]?.split(' ') ?? [];
    const other = one === 'first' ? 'second' : 'first';
    expect(order).toEqual([`${one} begins`, `${one} ends`, `${other} begins`, `${other} ends`]);
    expect(waited).toBe(1);
  });
});
