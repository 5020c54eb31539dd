import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from '../../../scripts/start/build.mjs';

let root: string;

async function put(path: string, minute: number): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), '');
  await setTime(path, minute);
}
const setTime = (path: string, minute: number) => utimes(join(root, path), minute * 60, minute * 60);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'octoglance-build-'));
  for (const path of ['src/main.ts', 'renderer/window.tsx', 'package.json']) await put(path, 10);
  for (const path of ['src', 'renderer']) await setTime(path, 10);
  for (const path of [
    'out/main/main.cjs',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/THIRD-PARTY-LICENCES.txt',
  ])
    await put(path, 20);
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the build check', () => {
  it('does not build again if nothing changed', () => {
    expect(isStale(root)).toBe(false);
  });
  it('builds after a change deep in the sources', async () => {
    await put('src/domain/new.ts', 30);
    await setTime('src/domain', 10);
    await setTime('src', 10);
    expect(isStale(root)).toBe(true);
  });
  it('builds after npm has installed other versions of the libraries', async () => {
    await put('node_modules/.package-lock.json', 30);
    expect(isStale(root)).toBe(true);
  });
  it('builds after a source was removed', async () => {
    await unlink(join(root, 'renderer/window.tsx'));
    expect(isStale(root)).toBe(true);
  });
  it('builds if a part of the result is missing', async () => {
    await unlink(join(root, 'out/preload/preload.cjs'));
    expect(isStale(root)).toBe(true);
  });
});
