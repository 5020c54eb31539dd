import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A library that ships with the app.
 * @typedef {{ name: string, version: string, licence: string, text: string }} ShippedPackage
 */

/** @type {Readonly<Record<string, string>>} what the bundler itself adds, and the package it comes from */
const OWN_PARTS = { '\0vite/': 'vite', '\0rolldown/': 'rolldown' };

/**
 * The folder of the package that a bundled module belongs to.
 * @param {string} root the repository
 * @param {string} moduleId the bundler's id of the module
 * @returns {string | null} absolute; null for a module of the app itself
 */
export function packageFolder(root, moduleId) {
  for (const [start, name] of Object.entries(OWN_PARTS))
    if (moduleId.startsWith(start)) return join(root, 'node_modules', name);
  const path = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  if (!path.includes('node_modules')) return null;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    // Nested package.json files that only say "type": "module" have no version.
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version !== undefined) return folder;
  }
  return null;
}

/**
 * Libraries that name the MIT licence and their author in package.json and in their repository, but leave the text out
 * of the npm package. Each was checked by a person before it was added here.
 */
const TEXT_LEFT_OUT = ['@nodable/entities', 'lazy-val'];

/**
 * The licence information of a package, including the text.
 * @param {string} folder absolute
 * @returns {ShippedPackage}
 * @throws {Error} if it names no licence or lacks its text: such a library can't ship
 */
export function readPackage(folder) {
  const { name, version, license: licence, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .filter((text) => text !== '');
  if (texts.length === 0 && licence === 'MIT' && TEXT_LEFT_OUT.includes(name)) texts.push(mitText(author));
  if (typeof licence !== 'string' || texts.length === 0)
    throw new Error(`${name} ${version} ships with OctoGlance but names no licence or brings no text of it.`);
  return { name, version, licence, text: texts.join('\n\n') };
}

/**
 * The text of the MIT licence according to SPDX (https://spdx.org/licenses/MIT.html).
 * @param {string | { name: string }} author as in package.json
 */
function mitText(author) {
  const holder = typeof author === 'string' ? author : author.name;
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
