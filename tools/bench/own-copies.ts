import { cpSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Another app on the same Electron would share pages with the measured ones and make them look smaller than they are; with
 * files of their own none can. Returns the executable.
 */
export function ownElectron(executable: string, home: string): string {
  cpSync(dirname(executable), join(home, 'electron'), { recursive: true });
  return join(home, 'electron', basename(executable));
}

/** The app as it is built now, in `out`: a build in the midst of the bench changes nothing. Returns its folder. */
export function ownApp(root: string, home: string, out = join(root, 'out')): string {
  const folder = join(home, 'app');
  cpSync(out, join(folder, 'out'), { recursive: true });
  for (const part of ['package.json', 'assets', 'node_modules/keytar'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  return folder;
}
