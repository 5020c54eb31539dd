// Measures start, memory, window and more in comparison with a minimal Electron tray app: docs/performance.md.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { troubleWhile } from '../scripts/electron-runtime/trouble.mjs';

const root = join(import.meta.dirname, '..');

try {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      idle: { type: 'boolean' },
      many: { type: 'boolean' },
      pauses: { type: 'boolean' },
      trace: { type: 'boolean' },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError('--runs takes a whole number from 1 on.');
  const loaded = await runnerImport('./tools/bench/bench.ts', { root, configFile: false, logLevel: 'error' });
  const { bench } = /** @type {typeof import('./bench/bench.ts')} */ (loaded.module);
  const { idle = false, many = false, pauses = false, trace = false } = values;
  await bench(root, { runs, idle, many, pauses, trace });
} catch (error) {
  process.stderr.write(`${troubleWhile('measuring', error).message}\n`);
  process.exitCode = 1;
}
