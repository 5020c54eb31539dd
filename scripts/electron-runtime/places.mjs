import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The product's cache folder, outside the repository so that clones share their downloads.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env) {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'octoglance');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'octoglance');
  if (process.platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'octoglance', 'cache');
  return join(homedir(), '.cache', 'octoglance');
}

/**
 * The path of the executable inside an Electron folder; the same as in electron's own install.js.
 * @returns {string}
 */
export function executableInside() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
