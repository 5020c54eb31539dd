import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../../domain/error-code.ts';
import { MINUTE } from '../../domain/time.ts';
import { exactBytes, exactText } from '../../startup/exact-text.ts';

/**
 * Files of the desktop that belong to the user, such as autostart entries: changed in places, otherwise kept byte for
 * byte, and written whole or not at all.
 */

/** The largest file that is changed, in bytes. Usual ones have a few kilobytes. */
const largest = 1024 * 1024;

/** The names of files that are about to replace another. */
const stagedName = /^\.octoglance-[\da-f]{8}\.tmp$/;

/** An error for a file that can't be changed, with the system's error code. */
function cannot(code: string): Error {
  return Object.assign(new Error(`${code}: the file cannot be changed`), { code });
}

/** What is at `path`. A dangling link counts as a link. */
export function kindOf(path: string): 'nothing' | 'file' | 'link' | 'something-else' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  return found.isFile() ? 'file' : 'something-else';
}

/**
 * The whole file (`path` absolute) as `exactText`, or null if there is none. Throws if there is one that can't be read,
 * isn't a regular file or has more than 1 MiB: then its content is unknown, and it must not be replaced. Does not block
 * on a pipe.
 */
export function readUsersFile(path: string): string | null {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw cannot('EISDIR');
    if (found.size > largest) throw cannot('EFBIG');
    return exactText(readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes the file atomically. Follows a link, which some users have in place of their settings files, and writes its
 * target, unless that is an entry of the app menu, which is more than the entry that leads to it: then the link is
 * replaced. Throws if something other than a file is there, or if the file is write-protected, even for root.
 */
export function writeUsersFile(path: string, content: string | Uint8Array): void {
  const target = isMenuLink(path) ? path : targetOf(path);
  mkdirSync(dirname(target), { recursive: true });
  const found =
    target === path ? lstatSync(target, { throwIfNoEntry: false }) : statSync(target, { throwIfNoEntry: false });
  if (found !== undefined && !found.isSymbolicLink()) {
    if (!found.isFile()) throw cannot('EISDIR');
    accessSync(target, constants.W_OK);
    if ((found.mode & 0o222) === 0) throw cannot('EACCES');
  }
  const mode = found?.isFile() ? found.mode & 0o777 : 0o666;
  // A name that nobody else has: `FILE.new` may be the user's.
  const staged = join(dirname(target), `.octoglance-${crypto.randomUUID().slice(0, 8)}.tmp`);
  try {
    writeFileSync(staged, typeof content === 'string' ? exactBytes(content) : content, { flag: 'wx', mode });
    removeLeftovers(staged);
    renameSync(staged, target);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

/**
 * Removes what apps that were killed left beside `staged`, which has just been written: files with a name of this kind,
 * of the same owner, and ten minutes older, so that no running app still needs them. Never throws.
 */
function removeLeftovers(staged: string): void {
  try {
    const { uid, mtimeMs } = lstatSync(staged);
    const folder = dirname(staged);
    for (const name of readdirSync(folder).filter((one) => stagedName.test(one))) {
      const found = lstatSync(join(folder, name));
      if (found.isFile() && found.uid === uid && mtimeMs - found.mtimeMs > 10 * MINUTE) rmSync(join(folder, name));
    }
  } catch {
    // They do no harm.
  }
}

/** Removes the file or link if there is one. Throws if that fails or if something else is there. */
export function removeUsersFile(path: string): void {
  if (kindOf(path) === 'something-else') throw cannot('EISDIR');
  rmSync(path, { force: true });
}

/** Whether `path`, outside the app menu, is a link to an entry of the app menu: `applications/NAME.desktop`. */
export function isMenuLink(path: string): boolean {
  if (kindOf(path) !== 'link' || isInMenu(path)) return false;
  return isInMenu(targetOf(path));
}

const isInMenu = (path: string) => basename(dirname(path)) === 'applications';

/** The target of a link, even if it doesn't exist yet; `path` itself if it isn't a link. Throws for a circle. */
function targetOf(path: string): string {
  if (kindOf(path) !== 'link') return path;
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return targetOf(resolve(dirname(path), readlinkSync(path)));
  }
}
