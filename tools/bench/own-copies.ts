import { cpSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Copies Electron's files. Otherwise another app on the same Electron would share memory pages with the measured ones
 * and make them look smaller than they are. Returns the executable.
 */
export function ownElectron(executable: string, home: string): string {
  cpSync(dirname(executable), join(home, 'electron'), { recursive: true });
  return join(home, 'electron', basename(executable));
}

/**
 * Copies the app as currently built in `out`, so that a build during the benchmark changes nothing. Returns its folder.
 */
export function ownApp(root: string, home: string, out = join(root, 'out')): string {
  const folder = join(home, 'app');
  cpSync(out, join(folder, 'out'), { recursive: true });
  for (const part of ['package.json', 'assets', 'node_modules/keytar'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  return folder;
}
