// A worker process of prints.mjs: tests each seed it receives and sends back the result.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../..');
const { provedLife } = /** @type {typeof import('../../test/replay/prints/prove-prints.ts')} */ (
  (await runnerImport('./test/replay/prints/prove-prints.ts', { root, configFile: false, logLevel: 'error' })).module
);

process.on('message', async (seed) => {
  process.send?.(await provedLife(Number(seed)));
});
