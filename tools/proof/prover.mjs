// One of the processes of proof.mjs: proves each seed that it is sent, and sends back what came of it.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../..');
const { outcomeOfSeed } = /** @type {typeof import('../../test/replay/proof/prove.ts')} */ (
  (await runnerImport('./test/replay/proof/prove.ts', { root, configFile: false, logLevel: 'error' })).module
);

process.on('message', async (seed) => {
  process.send?.(await outcomeOfSeed(Number(seed)));
});
