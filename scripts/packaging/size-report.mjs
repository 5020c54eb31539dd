import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * How much of an unpacked app is OctoGlance (its archive and keytar's native part) and how much is Electron.
 * @param {string} folder such as dist/linux-unpacked
 * @returns {Promise<{ own: number, electron: number }>} bytes
 */
export async function packageSizes(folder) {
  let own = 0;
  let electron = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = await stat(path);
    if (path.includes(`${sep}app.asar`)) own += size;
    else electron += size;
  }
  return { own, electron };
}

/**
 * @param {{ own: number, electron: number }} sizes bytes
 * @returns {string} one line for the terminal
 */
export function sizeLine({ own, electron }) {
  return `OctoGlance itself ${(own / 1e6).toFixed(2)} MB, Electron beside it ${Math.round(electron / 1e6)} MB.`;
}
