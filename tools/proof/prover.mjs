// A worker process of proof.mjs: tests each seed it receives and sends back the result.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../..');
const { outcomeOfSeed } = /** @type {typeof import('../../test/replay/proof/prove.ts')} */ (
  (await runnerImport('./test/replay/proof/prove.ts', { root, configFile: false, logLevel: 'error' })).module
);

process.on('message', async (seed) => {
  process.send?.(await outcomeOfSeed(Number(seed)));
});
