#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * Replaces fpm, which electron-builder uses to build a .deb, where fpm can't be downloaded: takes the same arguments
 * and packs with Debian's own dpkg-deb. Fails on unknown arguments, so that no package lacks something.
 */

const one = /** @type {const} */ ({ type: 'string' });
const many = /** @type {const} */ ({ type: 'string', multiple: true });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ 'input-type': { ...one, short: 's' }, 'output-type': { ...one, short: 't' }, force: { type: 'boolean' } },
    ...{ depends: { ...many, short: 'd', default: [] }, 'deb-recommends': { ...many, default: [] } },
    ...{ name: one, version: one, architecture: one, maintainer: one, vendor: one, url: one, license: one },
    ...{ description: one, category: one, 'deb-priority': one, 'deb-compression': one },
    ...{ 'after-install': one, 'after-remove': one, package: one },
  },
});
if (values['output-type'] !== 'deb') throw new Error('Only a .deb can be made with the tools of this system.');

/** fpm's names of the compressions and dpkg-deb's. */
const compressions = new Map([
  ['gz', 'gzip'],
  ['xz', 'xz'],
  ['zst', 'zstd'],
]);
const compression = compressions.get(values['deb-compression'] ?? '');
if (compression === undefined) throw new Error(`dpkg-deb does not pack with ${values['deb-compression']}.`);

const root = mkdtempSync(join(tmpdir(), 'octoglance-deb-'));
try {
  for (const mapping of positionals) place(mapping);
  makeReadable(root);
  const kibibytes = Math.ceil(bytesBelow(root) / 1024);
  mkdirSync(join(root, 'DEBIAN'));
  writeFileSync(join(root, 'DEBIAN', 'control'), control(kibibytes));
  cpSync(values['after-install'] ?? '', join(root, 'DEBIAN', 'postinst'));
  cpSync(values['after-remove'] ?? '', join(root, 'DEBIAN', 'postrm'));
  for (const script of ['postinst', 'postrm']) chmodSync(join(root, 'DEBIAN', script), 0o755);
  // All files belong to root, whoever builds the package.
  const build = ['--root-owner-group', `-Z${compression}`, '--build', root, values.package ?? ''];
  process.exitCode = spawnSync('dpkg-deb', build, { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** @param {string} mapping `file=/its/place`, or `folder/=/place/of/its/contents` */
function place(mapping) {
  const cut = mapping.lastIndexOf('=');
  const target = join(root, mapping.slice(cut + 1));
  mkdirSync(dirname(target), { recursive: true });
  cpSync(mapping.slice(0, cut), target, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}

/**
 * Makes the files' permissions independent of the umask, as Debian Policy 10.9 requires.
 * @param {string} folder
 */
function makeReadable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * @param {string} folder
 * @returns {number}
 */
function bytesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

/**
 * Source: Debian Policy 5.3, "Binary package control files".
 * @param {number} installedSize in KiB
 */
function control(installedSize) {
  const fields = {
    Package: values.name,
    Version: values.version,
    Section: values.category,
    Priority: values['deb-priority'],
    Architecture: values.architecture,
    'Installed-Size': installedSize,
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Maintainer: values.maintainer,
    Homepage: values.url,
    Description: values.description,
  };
  const written = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return written.map(([name, value]) => `${name}: ${value}\n`).join('');
}
