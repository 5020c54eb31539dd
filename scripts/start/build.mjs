import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RuntimeTrouble } from '../electron-runtime/trouble.mjs';

/** The sources of the built app. npm writes the last file whenever it installs something. */
const SOURCES = [
  ...['src', 'renderer', 'assets', 'electron.vite.config.ts', 'package.json', 'package-lock.json'],
  'node_modules/.package-lock.json',
];
const RESULTS = [
  'out/main/main.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/THIRD-PARTY-LICENCES.txt',
];

/**
 * Builds the app if any source is newer than the build. The build's own output is only shown if it fails.
 * @param {string} root the repository
 * @param {(line: string) => void} say
 * @throws {RuntimeTrouble} if the build fails
 */
export async function buildIfStale(root, say) {
  if (!isStale(root)) return;
  say('Building OctoGlance.');
  const child = spawn(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code === 0) return;
  say(output.trimEnd());
  throw new RuntimeTrouble('OctoGlance does not build; the reason stands above. Mend it and run this again.');
}

/**
 * @param {string} root
 * @returns {boolean} whether a source is newer than the oldest build result
 */
export function isStale(root) {
  const built = Math.min(...RESULTS.map((path) => changedAt(join(root, path)) ?? 0));
  return SOURCES.some((path) => newestBelow(join(root, path)) > built);
}

/** @param {string} path */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/**
 * When the newest file or folder at or below a path was changed, in ms since the epoch. Folders count because removing
 * a file changes nothing else.
 * @param {string} path
 * @returns {number}
 */
function newestBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))));
}
