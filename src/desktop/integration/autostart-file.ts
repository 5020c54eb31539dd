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
  /** Of the file, such as `octoglance.desktop`. */
  readonly name: string;
  readonly path: string;
  /** Null where it cannot be read, or no file is there. */
  readonly text: string | null;
}

/** More is no autostart entry, in characters; as much as is read. */
const longestEntry = 65_535;

/** Why the entry cannot be changed, with the code of the system for it. */
function cannot(code: string): Error {
  return Object.assign(new Error(`${code}: the autostart entry cannot be changed`), { code });
}

/** What lies at `path`. A link to nothing counts as a link. */
export function kindOf(path: string): 'nothing' | 'file' | 'link' | 'something-else' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  return found.isFile() ? 'file' : 'something-else';
}

/**
 * The entries in these folders, as the desktop takes them: of one name the first counts, and a link to nothing is none. The
 * one named `first` comes first. Never throws.
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
 * Writes the entry, whole or not at all. A link, as of those who keep their settings elsewhere, stays one: what it leads to is
 * written. Throws when something else than a file is there, or a file that is write-protected, whoever asks.
 */
export function writeEntry(path: string, text: string): void {
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

/** Removes the entry; fine when there is none. Throws when it cannot, and when something else than a file is there. */
export function removeEntry(path: string): void {
  if (kindOf(path) === 'something-else') throw cannot('EISDIR');
  rmSync(path, { force: true });
}

/** The file that a link leads to, also where that is not there yet; `path` itself where it is none. */
function targetOf(path: string): string {
  if (kindOf(path) !== 'link') return path;
  try {
    return realpathSync(path);
  } catch {
    return targetOf(resolve(dirname(path), readlinkSync(path)));
  }
}
