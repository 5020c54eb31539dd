// Retakes the README's pictures: the real app on desktops without a screen, with a simulated OctoEverywhere.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { troubleWhile } from '../scripts/electron-runtime/trouble.mjs';

const root = join(import.meta.dirname, '..');

try {
  const loaded = await runnerImport('./tools/screenshots/take.ts', { root, configFile: false, logLevel: 'error' });
  const { takePictures } = /** @type {typeof import('./screenshots/take.ts')} */ (loaded.module);
  await takePictures(root);
} catch (error) {
  process.stderr.write(`${troubleWhile('taking the pictures', error).message}\n`);
  process.exitCode = 1;
}
