import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { ShippedPackages } from './scripts/licences/shipped-packages.mjs';

const root = import.meta.dirname;

/** For profiles of the app, which name its functions. */
const readable = process.env['OCTOGLANCE_READABLE_BUILD'] === '1';
const shipped = new ShippedPackages(root);

const replaced = (libraries: readonly string[], file: string) =>
  Object.fromEntries(libraries.map((name) => [name, resolve(root, file)]));

/** electron-updater needs the same library, to compare versions. */
const withoutMigrations: Plugin = {
  name: 'octoglance-without-migrations',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'semver' && importer?.includes('/node_modules/conf/') === true
      ? resolve(root, 'src/storage/no-migrations.ts')
      : null,
};

/** Modules of electron-updater and its libraries, by who loads them, for ways of updating that the app does not use. */
const otherWays: readonly (readonly [importer: RegExp, modules: RegExp])[] = [
  [
    /\/electron-updater\/out\//,
    /^\.\/(providers\/(Bitbucket|GitLab|Keygen|PrivateGitHub)Provider|differentialDownloader\/\w+Downloader)$/,
  ],
  [/\/electron-updater\/out\/main\.js$/, /^\.\/(AppImage|Pacman|Rpm)Updater$/],
  [/\/js-yaml\//, /^\.\/lib\/dumper$/],
  [/\/fs-extra\/lib\/index\.js$/, /^\.\/(copy|ensure|move)$/],
  [/\/semver\/index\.js$/, /^\.\/(ranges\/[\w-]+|classes\/(range|comparator)|functions\/(satisfies|coerce))$/],
];

const withoutOtherWays: Plugin = {
  name: 'octoglance-without-other-ways',
  enforce: 'pre',
  resolveId: (source, importer) =>
    otherWays.some(([by, modules]) => importer !== undefined && by.test(importer) && modules.test(source))
      ? resolve(root, 'src/updates/no-other-ways.ts')
      : null,
};

/**
 * V8 stores a script that contains a single character beyond Latin-1 with two bytes for each character. The scripts have
 * such characters only in strings, templates and regular expressions, where an escape means the same; `String.raw`, where
 * it doesn't, must stay ASCII.
 */
const withOneByte: Plugin = {
  name: 'octoglance-one-byte',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escaped(file.code);
  },
};

function escaped(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Everything but Electron itself and keytar (a native module) is bundled: one file is read at start instead of
 * hundreds. CommonJS, because a sandboxed preload script has to be.
 */
const commonJs = (...entries: string[]) => ({
  externalizeDeps: false,
  minify: readable ? false : ('oxc' as const),
  rolldownOptions: {
    input: entries.map((entry) => resolve(root, entry)),
    external: ['electron', 'keytar'],
    output: {
      format: 'cjs' as const,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        // One file with all that is needed before the icon, and one with what workers and commands share with it.
        groups: [
          {
            name: 'exchange',
            test: /src[\\/](status-command[\\/](exchange|watch-and-wait)|startup[\\/]write-all)\.ts$/,
          },
          { name: 'start', test: /src[\\/]start\.ts$/ },
        ],
      },
    },
  },
});

export default defineConfig({
  main: {
    plugins: [shipped.plugin(), withoutMigrations, withoutOtherWays, withOneByte],
    resolve: {
      // What libraries bring but never use here.
      alias: {
        ...replaced(['fast-xml-builder', 'fast-xml-parser'], 'src/dbus/no-introspection.ts'),
        ...replaced(['ajv/dist/2020.js', 'ajv-formats'], 'src/storage/no-schema-compiler.ts'),
        ...replaced(['debug'], 'src/updates/no-debug.ts'),
        ...replaced(['lodash.isequal'], 'src/updates/is-equal.ts'),
        // It retries when there are too many open files; an update opens one.
        'graceful-fs': 'node:fs',
      },
    },
    build: commonJs(
      'src/main.ts',
      'src/keychain/keychain-worker.ts',
      'src/status-command/status-asker.ts',
      'src/status-command/status-watcher.ts',
    ),
  },
  preload: { plugins: [shipped.plugin(), withOneByte], build: commonJs('src/preload.ts') },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [shipped.plugin(), withOneByte],
    build: { minify: 'oxc', cssMinify: true, rolldownOptions: { input: resolve(root, 'renderer/index.html') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  },
});
