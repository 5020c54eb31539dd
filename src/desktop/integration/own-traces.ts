import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { readDesktopFile } from '../../startup/desktop-file.ts';
import { readFlags } from '../../startup/flags.ts';
import { readHead } from '../../startup/read-head.ts';
import { configurationHome } from './autostart-entry.ts';
import { execWords } from './exec-words.ts';
import { linkEntryPath } from './link-desktop-file.ts';
import { readUsersFile, writeUsersFile } from './users-file.ts';

/** The line as written by this app and xdg-mime. */
const ourLine = /^x-scheme-handler\/octoglance\s*=\s*octoglance-sign-in\.desktop;?\s*$/;

/**
 * Removes what OctoGlance wrote outside its profile on Linux: the entry that handles sign-in links, its line in the
 * user's `mimeapps.list`, and downloaded updates. Another program's line stays. For a profile that was given as a flag
 * (`ownProfile`, absolute; null for the usual one) only the entry that leads to it is removed: the rest may belong to
 * the usual profile. Throws if something can't be removed.
 */
export function removeOwnTraces(environment: NodeJS.ProcessEnv, ownProfile: string | null = null): void {
  const entry = linkEntryPath(environment);
  if (ownProfile !== null && profileOf(readHead(entry, 'utf8') ?? '') !== ownProfile) return;
  rmSync(entry, { force: true });
  if (ownProfile === null) removeDownloads(environment);
  const list = join(configurationHome(environment), 'mimeapps.list');
  const text = readUsersFile(list) ?? '';
  const without = withoutDefault(text);
  if (without !== text) writeUsersFile(list, without);
}

function removeDownloads(environment: NodeJS.ProcessEnv): void {
  const cache = environment['XDG_CACHE_HOME'];
  const caches = cache !== undefined && isAbsolute(cache) ? cache : join(environment['HOME'] ?? homedir(), '.cache');
  rmSync(join(caches, 'octoglance-updater'), { recursive: true, force: true });
}

/** The profile that an entry names, or null. */
function profileOf(entry: string): string | null {
  const words = execWords(readDesktopFile(entry).get('Exec') ?? '') ?? [];
  return readFlags(words.slice(1)).userDataFolder;
}

function withoutDefault(list: string): string {
  return list
    .split('\n')
    .filter((line) => !ourLine.test(line))
    .join('\n');
}
