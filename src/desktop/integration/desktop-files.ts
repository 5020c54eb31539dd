import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { readHead } from '../../startup/read-head.ts';

/** `$XDG_DATA_HOME`; a relative path counts as unset, as the specification requires. */
export function dataHome(environment: NodeJS.ProcessEnv): string {
  const set = environment['XDG_DATA_HOME'];
  return set !== undefined && isAbsolute(set) ? set : join(environment['HOME'] ?? homedir(), '.local', 'share');
}

/**
 * The text of the desktop file `name` of a program, from the first folder that has it, the user's before the system's;
 * `-` stands for `/` in subfolders. Null if there is none. Never throws. Source: freedesktop.org, Desktop Menu
 * Specification 1.1, "File Locations".
 */
export function desktopFileText(name: string, environment: NodeJS.ProcessEnv): string | null {
  if (!name.endsWith('.desktop') || name.includes('/')) return null;
  const system = (environment['XDG_DATA_DIRS'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const folders = [dataHome(environment), ...(system.length === 0 ? ['/usr/local/share', '/usr/share'] : system)];
  for (const folder of folders) {
    for (const path of [name, name.replace('-', '/')]) {
      const text = readHead(join(folder, 'applications', path), 'utf8');
      if (text !== null) return text;
    }
  }
  return null;
}
