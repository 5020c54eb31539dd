import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesText } from './licences-text.mjs';
import { packageFolder, readPackage } from './package-of.mjs';

/**
 * What ships next to the bundle: Electron, keytar, and node-addon-api, whose headers are compiled into keytar's native
 * part. That part loads the system's own libsecret and contains no other library (its dynamic section lists them).
 */
const BESIDE_BUNDLE = ['electron', 'keytar', 'node-addon-api'];

/** Collects the libraries that end up in any build of the app (main process, preload script, window). */
export class ShippedPackages {
  #root;
  /** @type {Map<string, import('./package-of.mjs').ShippedPackage>} */
  #found = new Map();

  /** @param {string} root the repository */
  constructor(root) {
    this.#root = root;
    for (const name of BESIDE_BUNDLE) this.#add(join(root, 'node_modules', name));
  }

  /** @returns {import('./package-of.mjs').ShippedPackage[]} by name */
  get all() {
    return [...this.#found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /**
   * Reads them from the bundler's own graph, and rewrites the list after each build: the last one has seen all.
   * @returns {import('vite').Plugin}
   */
  plugin() {
    return {
      name: 'octoglance-licences',
      apply: 'build',
      generateBundle: (_options, bundle) => {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk') for (const id of chunk.moduleIds) this.#addModule(id);
      },
      writeBundle: () => {
        const out = join(this.#root, 'out');
        mkdirSync(out, { recursive: true });
        writeFileSync(join(out, 'THIRD-PARTY-LICENCES.txt'), licencesText(this.all));
        const list = this.all.map(({ name, version, licence }) => ({ name, version, licence }));
        writeFileSync(join(out, 'shipped-packages.json'), `${JSON.stringify(list, null, 2)}\n`);
      },
    };
  }

  /** @param {string} moduleId */
  #addModule(moduleId) {
    const folder = packageFolder(this.#root, moduleId);
    if (folder !== null) this.#add(folder);
  }

  /** @param {string} folder */
  #add(folder) {
    if (this.#found.has(folder)) return;
    this.#found.set(folder, readPackage(folder));
  }
}
