// Runs the real app for a long time at sixty times normal speed: `npm run soak -- MINUTES`; docs/reliability.md.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { troubleWhile } from '../scripts/electron-runtime/trouble.mjs';

const root = join(import.meta.dirname, '..');

try {
  const minutes = Number(process.argv[2] ?? 30);
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError('Name whole minutes from 1 on.');
  const loaded = await runnerImport('./tools/soak/soak.ts', { root, configFile: false, logLevel: 'error' });
  const { soak } = /** @type {typeof import('./soak/soak.ts')} */ (loaded.module);
  const faults = await soak(root, minutes);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${troubleWhile('soaking', error).message}\n`);
  process.exitCode = 1;
}
