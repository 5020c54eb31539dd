import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { RuntimeTrouble } from '../electron-runtime/trouble.mjs';

/**
 * Every fuse of Electron up to 45, in the order of the wire in its executable, and its state in a package. What each one
 * does: Electron's documentation, "Electron Fuses".
 * @type {readonly { readonly name: string, readonly on: boolean }[]}
 */
export const decidedFuses = [
  // ELECTRON_RUN_AS_NODE would turn the app into a Node that runs anything under its name. The keychain helper is a
  // utility process, which doesn't need it.
  { name: 'runAsNode', on: false },
  // No cookies are stored, and for encrypting them Chromium would request a key from the keychain.
  { name: 'enableCookieEncryption', on: false },
  // NODE_OPTIONS could load foreign code into the main process, where the tokens are.
  { name: 'enableNodeOptionsEnvironmentVariable', on: false },
  // Neither --inspect nor SIGUSR1 may open a debugger on the main process.
  { name: 'enableNodeCliInspectArguments', on: false },
  // On macOS and Windows, modified code doesn't start. Electron has no such check on Linux, so it has no effect there.
  { name: 'enableEmbeddedAsarIntegrityValidation', on: true },
  // Otherwise a folder next to the archive could replace it, unchecked.
  { name: 'onlyLoadAppFromAsar', on: true },
  // The app has no snapshot of its own.
  { name: 'loadBrowserProcessSpecificV8Snapshot', on: false },
  // The window is served by app://, so file:// needs no more privileges than in a browser.
  { name: 'grantFileProtocolExtraPrivileges', on: false },
  // Exists since Electron 43 at the latest: how WebAssembly detects invalid memory access. Unused here; Electron's
  // default.
  { name: 'wasmTrapHandlers', on: true },
];

const states = { 48: 'off', 49: 'on', 114: 'removed' };

/**
 * The states of an executable's fuses, in the order of its wire; older Electrons have fewer.
 * @param {string} executable of a packaged app; on macOS the `.app`
 * @returns {Promise<readonly { readonly name: string, readonly state: string }[]>} an unknown fuse has no name
 */
export async function readFuses(executable) {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  return Object.values(wire).map((byte, place) => ({
    name: decidedFuses[place]?.name ?? '',
    state: /** @type {Record<number, string>} */ (states)[Number(byte)] ?? 'unknown',
  }));
}

/**
 * Checks the fuses strictly: an unknown fuse of a new Electron stops the packaging like a wrong one.
 * @param {string} folder an unpacked app, such as dist/linux-unpacked
 * @throws {RuntimeTrouble} naming the fuses that are not as decided
 */
export async function requireFuses(folder) {
  const found = await readFuses(await executableOf(folder));
  const wrong = found.flatMap(({ name, state }, place) => {
    const decided = decidedFuses[place];
    if (decided === undefined) return [`fuse ${place} is new`];
    return state === 'removed' || state === (decided.on ? 'on' : 'off') ? [] : [`${name} is ${state}`];
  });
  if (wrong.length > 0)
    throw new RuntimeTrouble(
      `The fuses in ${folder} are not as decided: ${wrong.join(', ')}. Decide them in electron-builder.yml and scripts/packaging/fuses.mjs.`,
    );
}

/** @param {string} folder */
async function executableOf(folder) {
  const bundle = (await readdir(folder)).find((name) => name.endsWith('.app'));
  const found = [bundle ?? 'octoglance', 'OctoGlance.exe'].map((name) => join(folder, name)).find(existsSync);
  if (found === undefined) throw new RuntimeTrouble(`There is no OctoGlance in ${folder}.`);
  return found;
}
