import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readHead } from '../../startup/read-head.ts';

export interface AutostartEntry {
  /** File name, such as `octoglance.desktop`. */
  readonly name: string;
  readonly path: string;
  /** Null if there is no file or it can't be read. */
  readonly text: string | null;
}

/** How much is read, in characters; no autostart entry is longer. */
const longestEntry = 65_535;

/** An error for an entry that can't be changed, with the system's error code. */
function cannot(code: string): Error {
  return Object.assign(new Error(`${code}: the autostart entry cannot be changed`), { code });
}

/** What is at `path`. A dangling link counts as a link. */
export function kindOf(path: string): 'nothing' | 'file' | 'link' | 'something-else' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  return found.isFile() ? 'file' : 'something-else';
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
  const text = readHead(path, 'utf8');
  return text === null || text.length > longestEntry ? null : text;
}

/**
 * Writes the entry, or its icon, atomically. Follows links, which some users have in place of their settings files, and
 * writes the target. Throws if something other than a file is there, or if the file is write-protected, even for root.
 */
export function writeEntry(path: string, text: string | Uint8Array): void {
  const target = targetOf(path);
  mkdirSync(dirname(target), { recursive: true });
  const found = statSync(target, { throwIfNoEntry: false });
  if (found !== undefined) {
    if (!found.isFile()) throw cannot('EISDIR');
    accessSync(target, constants.W_OK);
    if ((found.mode & 0o222) === 0) throw cannot('EACCES');
  }
  const staged = `${target}.new`;
  rmSync(staged, { force: true });
  writeFileSync(staged, text, { flag: 'wx', mode: found === undefined ? 0o666 : found.mode & 0o777 });
  renameSync(staged, target);
}

/** Removes the entry if there is one. Throws if that fails or if something other than a file is there. */
export function removeEntry(path: string): void {
  if (kindOf(path) === 'something-else') throw cannot('EISDIR');
  rmSync(path, { force: true });
}

/** The target of a link, even if it doesn't exist yet; `path` itself if it isn't a link. */
function targetOf(path: string): string {
  if (kindOf(path) !== 'link') return path;
  try {
    return realpathSync(path);
  } catch {
    return targetOf(resolve(dirname(path), readlinkSync(path)));
  }
}
