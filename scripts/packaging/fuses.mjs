import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { RuntimeTrouble } from '../electron-runtime/trouble.mjs';

/**
 * Every fuse of Electron up to 45, in the order of the wire in its executable, and how it has to stand in a package. What
 * each does: Electron's documentation, "Electron Fuses".
 * @type {readonly { readonly name: string, readonly on: boolean }[]}
 */
export const decidedFuses = [
  // ELECTRON_RUN_AS_NODE would make of the app a Node that runs anything under its name. The keychain helper is a utility
  // process, which needs no such thing.
  { name: 'runAsNode', on: false },
  // No cookie is ever kept, and for this one Chromium would ask the keychain for a key of its own.
  { name: 'enableCookieEncryption', on: false },
  // NODE_OPTIONS could load foreign code into the main process, where the tokens are.
  { name: 'enableNodeOptionsEnvironmentVariable', on: false },
  // Neither --inspect nor SIGUSR1 opens a debugger on the main process.
  { name: 'enableNodeCliInspectArguments', on: false },
  // Changed code does not start, on macOS and Windows. On Linux Electron has no such check, so there it has no effect.
  { name: 'enableEmbeddedAsarIntegrityValidation', on: true },
  // Without it a folder beside the archive could take its place, unchecked.
  { name: 'onlyLoadAppFromAsar', on: true },
  // There is no snapshot of the app's own.
  { name: 'loadBrowserProcessSpecificV8Snapshot', on: false },
  // The window is served by app://, so file:// needs no more rights than in a browser.
  { name: 'grantFileProtocolExtraPrivileges', on: false },
  // From Electron 43 at the latest: how WebAssembly notices a wrong access. Nothing here uses it; Electron's default.
  { name: 'wasmTrapHandlers', on: true },
];

const states = { 48: 'off', 49: 'on', 114: 'removed' };

/**
 * How the fuses of an executable stand, in the order of its wire; older Electrons have fewer.
 * @param {string} executable of a packaged app; on macOS the `.app`
 * @returns {Promise<readonly { readonly name: string, readonly state: string }[]>} a fuse nobody has decided has no name
 */
export async function readFuses(executable) {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  return Object.values(wire).map((byte, place) => ({
    name: decidedFuses[place]?.name ?? '',
    state: /** @type {Record<number, string>} */ (states)[Number(byte)] ?? 'unknown',
  }));
}

/**
 * Strict: a new Electron's fuse that nobody has decided ends the packaging as a wrong one does.
 * @param {string} folder an unpacked app, such as dist/linux-unpacked
 * @throws {RuntimeTrouble} naming what is not as decided
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
