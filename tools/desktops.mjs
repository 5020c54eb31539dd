// Tests what users of GNOME, KDE, MATE, sway or Xfce experience, each on the real desktop without a screen: `-- gnome
// kde`, `-- all`.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { troubleWhile } from '../scripts/electron-runtime/trouble.mjs';

const root = join(import.meta.dirname, '..');
const [first, ...others] = process.argv.slice(2);
const load = async (/** @type {string} */ file) =>
  (await runnerImport(file, { root, configFile: false, logLevel: 'error' })).module;

try {
  if (first === '--inside') {
    const { goThrough } = /** @type {typeof import('./desktops/inside.ts')} */ (
      await load('./tools/desktops/inside.ts')
    );
    await goThrough(String(others[0]), String(others[1]), String(others[2]));
    process.exit(0);
  } else {
    const { runDesktops } = /** @type {typeof import('./desktops/run.ts')} */ (await load('./tools/desktops/run.ts'));
    process.exitCode = await runDesktops(root, [first ?? 'all', ...others]);
  }
} catch (error) {
  process.stderr.write(`${troubleWhile('going through the desktops', error).message}\n`);
  process.exit(1);
}
