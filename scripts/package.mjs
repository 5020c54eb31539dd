import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { executableInside } from './electron-runtime/places.mjs';
import { electronExecutable, RuntimeTrouble } from './electron-runtime.mjs';
import { builderRuns } from './packaging/builder-runs.mjs';
import { requireFuses } from './packaging/fuses.mjs';
import { packageSizes, sizeLine } from './packaging/size-report.mjs';
import { systemTools } from './packaging/system-tools.mjs';
import { buildIfStale } from './start/build.mjs';

/*
 * npm run package             the unpacked app in dist/, made with the Electron that npm start uses
 * npm run package -- ARGS     runs electron-builder with ARGS, such as `--linux deb tar.gz`
 */

const root = join(import.meta.dirname, '..');

/**
 * @param {readonly string[]} requested arguments for electron-builder
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {string[]}
 */
function builderArguments(requested, runtime) {
  const folder = runtime.path.slice(0, -executableInside().length - 1);
  const given = [`-c.electronDist=${folder}`, `-c.electronVersion=${runtime.version}`];
  if (requested.length === 0) return ['--dir', ...given];
  // Installers may be for another system or processor: electron-builder then downloads the pinned official Electron.
  if (!runtime.fallback) return [...requested];
  // The older fallback's windows have the app's name as their class rather than the desktop file's; with a different
  // class here a dock would show two icons.
  return [...requested, ...given, '-c.linux.desktop.entry.StartupWMClass=OctoGlance'];
}

/**
 * @param {string} tool path below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @returns {Promise<void>} rejects if the tool fails; it has printed the reason
 */
function run(tool, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new RuntimeTrouble(`${tool} failed, see above.`))));
  });
}

/** @returns {Promise<string[]>} paths below the repository, such as `dist/linux-unpacked` */
async function unpackedApps() {
  const names = await readdir(join(root, 'dist'));
  return names.filter((name) => name.endsWith('-unpacked') || name.startsWith('mac')).map((name) => join('dist', name));
}

try {
  const runtime = await electronExecutable();
  await buildIfStale(root, (line) => console.log(line));
  for (const requested of builderRuns(process.argv.slice(2))) {
    const args = builderArguments(requested, runtime);
    try {
      await run('electron-builder/cli.js', [...args, '--publish', 'never'], runtime.fallback ? systemTools() : {});
    } finally {
      // The unpacked folder remains, and it doesn't update itself.
      for (const folder of await unpackedApps())
        await rm(join(root, folder, 'resources', 'app-update.yml'), { force: true });
    }
  }
  for (const folder of await unpackedApps()) {
    await requireFuses(join(root, folder));
    console.log(`${folder}: ${sizeLine(await packageSizes(join(root, folder)))}`);
  }
} catch (error) {
  if (!(error instanceof RuntimeTrouble)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
