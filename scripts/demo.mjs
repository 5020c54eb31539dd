// The demo: the app with a simulated OctoEverywhere. Without a display it runs on a virtual desktop and prints what
// happens.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { troubleWhile } from './electron-runtime/trouble.mjs';

const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);

if (hasDisplay) {
  const start = [join(import.meta.dirname, 'start.mjs'), '--demo', '--show', ...flags];
  const child = spawn(process.execPath, start, { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  try {
    const loaded = await runnerImport('./scripts/demo/narrated.ts', { root, configFile: false, logLevel: 'error' });
    const { narratedDemo } = /** @type {typeof import('./demo/narrated.ts')} */ (loaded.module);
    process.exitCode = await narratedDemo(root, flags);
  } catch (error) {
    process.stderr.write(`${troubleWhile('running the demo', error).message}\n`);
    process.exitCode = 1;
  }
}
