import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executableInside } from './places.mjs';
import { bytesBelow, progressLine } from './progress.mjs';

/** How long to wait for the first byte of the download before the server counts as unreachable. */
const FIRST_BYTE_MS = 8_000;
const STALL_MS = 45_000;
/** Size of the Linux x64 archive of Electron 45; only used for the progress line. */
const ARCHIVE_BYTES = 125e6;

/**
 * The official binary that electron's own install step put under node_modules, or null.
 * @param {string} packageFolder node_modules/electron
 * @returns {{ path: string, version: string } | null}
 */
export function installedOfficial(packageFolder) {
  try {
    const version = wantedVersion(packageFolder);
    // path.txt is written last, so it distinguishes a complete installation from an interrupted one.
    const inside = readFileSync(join(packageFolder, 'path.txt'), 'utf8');
    const there = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const path = join(packageFolder, 'dist', inside);
    return there === version && existsSync(path) ? { path, version } : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} packageFolder node_modules/electron
 * @returns {string} the version the repository is pinned to
 */
export function wantedVersion(packageFolder) {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/**
 * The Electron in a folder named by the user (`ELECTRON_OVERRIDE_DIST_PATH`), or null if there is none.
 * @param {string} folder
 * @returns {{ path: string, version: string } | null}
 */
export function electronIn(folder) {
  const path = join(folder, executableInside());
  if (!existsSync(path)) return null;
  try {
    return { path, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') };
  } catch {
    return { path, version: 'unknown' };
  }
}

/**
 * Runs electron's own install.js, which respects ELECTRON_MIRROR, proxies and its download cache. A separate temporary
 * folder shows its progress, and whether anything arrives at all: GitHub may be blocked without refusing connections,
 * and that must not cost minutes.
 * @param {string} packageFolder node_modules/electron
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} why it failed, or null on success
 */
export async function downloadOfficial(packageFolder, env) {
  const temporary = await mkdtemp(join(tmpdir(), 'octoglance-electron-'));
  const progress = progressLine(`Fetching Electron ${wantedVersion(packageFolder)}`, ARCHIVE_BYTES);
  try {
    await mkdir(join(packageFolder, 'dist'), { recursive: true });
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      env: { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const stop = () => child.kill('SIGKILL');
    process.once('exit', stop);
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    let bytes = 0;
    let grewAt = Date.now();
    let given = '';
    const watch = setInterval(() => {
      const downloaded = bytesBelow(temporary);
      const now = downloaded + bytesBelow(join(packageFolder, 'dist'));
      if (now !== bytes) {
        bytes = now;
        grewAt = Date.now();
        if (downloaded > 0) progress.at(downloaded);
      }
      const timeout = bytes > 0 ? STALL_MS : FIRST_BYTE_MS;
      if (Date.now() - grewAt > timeout) {
        given = `no answer within ${timeout / 1000} s`;
        child.kill('SIGKILL');
      }
    }, 250);
    const code = await new Promise((resolve) => {
      child.on('error', () => resolve(-1));
      child.on('close', resolve);
    });
    clearInterval(watch);
    process.off('exit', stop);
    progress.end();
    return code === 0 ? null : given || reasonIn(output);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * The reason in install.js's stack trace: a system error code or an HTTP status, nothing that could contain a
 * credential.
 * @param {string} text
 */
function reasonIn(text) {
  const code = /\b(E[A-Z]{4,}|EAI_AGAIN|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|SELF_SIGNED_[A-Z_]+)\b/.exec(text)?.[1];
  const status = /Response code (\d{3})/.exec(text)?.[1];
  return code ?? (status ? `HTTP ${status}` : /fetch failed/.test(text) ? 'the server is out of reach' : 'it failed');
}
