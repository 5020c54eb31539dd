import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { readHead } from '../../startup/read-head.ts';
import { configurationHome } from './autostart-entry.ts';
import { writeEntry } from './autostart-file.ts';
import { linkEntryPath } from './link-desktop-file.ts';

/** The line as written by this app and xdg-mime. */
const ourLine = /^x-scheme-handler\/octoglance\s*=\s*octoglance-sign-in\.desktop;?\s*$/;

/**
 * Removes what OctoGlance wrote outside its profile on Linux: the entry that handles sign-in links, its line in the
 * user's `mimeapps.list`, and downloaded updates. Another program's line stays. Throws if something can't be removed.
 */
export function removeOwnTraces(environment: NodeJS.ProcessEnv): void {
  rmSync(linkEntryPath(environment), { force: true });
  const list = join(configurationHome(environment), 'mimeapps.list');
  const text = readHead(list, 'utf8');
  if (text !== null) {
    const without = withoutDefault(text);
    if (without !== text) writeEntry(list, without);
  }
  const cache = environment['XDG_CACHE_HOME'];
  const caches = cache !== undefined && isAbsolute(cache) ? cache : join(environment['HOME'] ?? homedir(), '.cache');
  rmSync(join(caches, 'octoglance-updater'), { recursive: true, force: true });
}

/** Leaves a list unchanged if it may be longer than the part that was read. */
function withoutDefault(list: string): string {
  if (list.length >= 65_535) return list;
  return list
    .split('\n')
    .filter((line) => !ourLine.test(line))
    .join('\n');
}
