import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf, readUsersFile } from './users-file.ts';

export interface AutostartEntry {
  /** File name, such as `octoglance.desktop`. */
  readonly name: string;
  readonly path: string;
  /** Null if there is no file or it can't be read. */
  readonly text: string | null;
}

/**
 * The entries in these folders as the desktop sees them: for each name the first one counts, and a dangling link is
 * ignored. The entry named `first` comes first. Never throws.
 */
export function entriesIn(folders: readonly string[], first: string): readonly AutostartEntry[] {
  const found = new Map<string, AutostartEntry>();
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const path = join(folder, name);
      const text = readEntry(path);
      if (!found.has(name) && (text !== null || kindOf(path) !== 'link')) found.set(name, { name, path, text });
    }
  }
  const isFirst = ({ name }: AutostartEntry) => name === first;
  return [...[...found.values()].filter(isFirst), ...[...found.values()].filter((entry) => !isFirst(entry))];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.desktop'))
      .sort();
  } catch {
    return [];
  }
}

function readEntry(path: string): string | null {
  try {
    return readUsersFile(path);
  } catch {
    return null;
  }
}
