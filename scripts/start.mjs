import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { troubleWhile } from './electron-runtime/trouble.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { buildIfStale } from './start/build.mjs';

const root = join(import.meta.dirname, '..');
const onLinux = process.platform === 'linux';
/** Commands such as `npm start -- status`, mistyped ones too, start no app and need no desktop. */
const asks = /^[a-z]+$/i.test(process.argv[2] ?? '');

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

if (!asks && onLinux && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  say(
    'OctoGlance lives in the system tray of a desktop, and there is none here. Run `npm run demo` to see it at work.',
  );
  process.exit(1);
}
try {
  const { path } = await electronExecutable();
  await buildIfStale(root, say);
  process.exitCode = await run(path);
} catch (error) {
  say(troubleWhile('starting OctoGlance', error).message);
  process.exitCode = 1;
}

/**
 * Runs the app with this script's flags until it ends; it writes to our stdout.
 * @param {string} executable
 * @returns {Promise<number>} its exit code, 128 + n after signal n, as in shells
 */
async function run(executable) {
  const flags = process.argv.slice(2);
  const asRoot = onLinux && process.getuid?.() === 0;
  if (asRoot && !asks) say('Running as root, where Chromium has no sandbox: started with --no-sandbox.');
  const env = { ...process.env };
  // Set by some editors' terminals; it would turn Electron into plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(executable, [root, ...(asRoot ? ['--no-sandbox'] : []), ...flags], { env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9)),
    );
  });
}
