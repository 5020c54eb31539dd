import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/*
 * Opens `electron <folder|file> [args]` like Electron's own default app (github.com/electron/electron,
 * default_app/main.ts): with the same name, version, app path and arguments.
 */

/** What Electron and Node provide to their own default app but leave out of the public types. */
const electronInside = /** @type {any} */ (app);
const nodeInside = /** @type {any} */ (Module);

/** @param {readonly string[]} args */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      modules.push(args[index] ?? '');
    } else if (arg === '--version' || arg === '-v') return { modules, target: null, version: true };
    else if (arg.startsWith('--app=')) return { modules, target: arg.slice('--app='.length), version: false };
    else if (!arg.startsWith('-')) return { modules, target: arg, version: false };
  }
  return { modules, target: null, version: false };
}

/**
 * Adopts the name and version in the folder's package.json.
 * @param {string} folder
 * @returns {boolean} whether there is one
 */
function adoptPackage(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const about = JSON.parse(readFileSync(file, 'utf8'));
  if (about.version) electronInside.setVersion(about.version);
  const name = about.productName ?? about.name;
  if (name) app.name = name;
  electronInside.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
  return true;
}

/** @param {string} target */
async function open(target) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const packagePath = resolve(target);
  const hasPackage = adoptPackage(packagePath);
  const file = nodeInside._resolveFilename(packagePath, null, true);
  electronInside.setAppPath(hasPackage ? packagePath : dirname(file));
  // Awaited at top level: otherwise `ready` fires before the app could register protocols and switches.
  await import(pathToFileURL(file).toString());
}

app.on('window-all-closed', () => {
  if (app.listenerCount('window-all-closed') === 1) app.quit();
});

const { modules, target, version } = readArguments(process.argv.slice(1));
if (version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (target === null) {
  process.stderr.write('Usage: electron <folder> [arguments]\n');
  process.exit(1);
}
try {
  if (modules.length > 0) nodeInside._preloadModules(modules);
  await open(target);
} catch (error) {
  process.stderr.write(
    `The app at ${target} threw an error while it was loaded.\n${error instanceof Error ? error.stack : error}\n`,
  );
  process.exit(1);
}
