import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Builds the keychain driver for the tests of a file, and returns its future path. */
export function builtDriver(): string {
  // Inside node_modules, so that keytar is found from there.
  const folder = join(root, `node_modules/.cache/octoglance-keychain-${process.pid}-${performance.now()}`);
  beforeAll(async () => {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      ssr: { external: ['keytar'], noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        rolldownOptions: {
          input: ['keychain-driver', 'keychain-helper.main'].map((name) =>
            join(root, `test/support/keychain/${name}.ts`),
          ),
          output: { entryFileNames: '[name].mjs' },
        },
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keychain-driver.mjs');
}
