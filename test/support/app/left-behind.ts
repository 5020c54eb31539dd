import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Desktop } from '../desktop/desktop.mjs';

const userGuide = resolve(import.meta.dirname, '../../../docs/user-guide.md');

/** Returns all files, links and sockets below a folder, and empty folders, by their relative paths. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => !entry.isDirectory() || readdirSync(path).length === 0)
    .map(({ path }) => path.slice(folder.length + 1))
    .sort();
}

/** Returns what remains on Linux after uninstalling according to the user guide, as paths on this desktop. */
export function promisedLeftovers(desktop: Desktop): readonly string[] {
  const [, chapter = ''] = readFileSync(userGuide, 'utf8').split('\n## Uninstall\n');
  const row = /^\| Linux \|.*$/m.exec(chapter)?.[0] ?? '';
  const places: readonly [string, string | undefined][] = [
    ['~/.config/', desktop.env['XDG_CONFIG_HOME']],
    ['~/.local/share/', desktop.env['XDG_DATA_HOME']],
    ['~/.cache/', desktop.env['XDG_CACHE_HOME']],
  ];
  return [...row.matchAll(/`(~\/[^`]+)`/g)].map(([, written = '']) => {
    const [start, folder] = places.find(([prefix]) => written.startsWith(prefix)) ?? [];
    if (start === undefined || folder === undefined) throw new Error(`Where is ${written}?`);
    return join(folder, written.slice(start.length));
  });
}

/** Returns the files below a folder whose path or content contains a word, ignoring case and the folder's own name. */
export function filesAbout(word: string, folder: string): readonly string[] {
  const has = (text: string) => text.replaceAll(folder, '').toLowerCase().includes(word.toLowerCase());
  return filesBelow(folder).filter((name) => has(name) || has(contentOf(join(folder, name))));
}

function contentOf(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, 'latin1') : '';
  } catch {
    // A socket or an empty folder has none.
    return '';
  }
}
