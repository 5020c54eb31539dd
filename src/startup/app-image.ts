import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { basename, isAbsolute, join, sep } from 'node:path';
import { readDesktopFile } from './desktop-file.ts';
import { readHead } from './read-head.ts';

/**
 * Which AppImage, if any, this very process runs from. `APPIMAGE` and `APPDIR` are set by the AppImage's runtime and
 * inherited by every program that is started from it, such as a terminal's, so alone they say nothing.
 * Source: AppImage/type2-runtime, src/runtime/runtime.c; AppImage specification, "Image format", type 2.
 */
export interface AppImage {
  /** Its file, absolute and without symbolic links. */
  readonly file: string;
  /** Where it is mounted or unpacked while it runs, absolute and without symbolic links. */
  readonly folder: string;
  /** Differs as soon as the file was written to, or another one took its place. */
  readonly stamp: string;
}

const ourName = /octoglance/i;

/**
 * The AppImage that `executable` (absolute) runs from, or null. Believed only if the executable lies in `APPDIR`, what is
 * in there is OctoGlance's, and `APPIMAGE` names a file that is an AppImage of this name. A name that somebody changed
 * counts where the table of mounts (`mounts`, as in /proc/self/mountinfo) says that `APPDIR` comes from a file so named.
 * Never throws. Nothing outside is touched before the executable is known to lie in `APPDIR`.
 */
export function findAppImage(
  environment: NodeJS.ProcessEnv,
  executable: string,
  mounts: () => string = () => readFileSync('/proc/self/mountinfo', 'utf8'),
): AppImage | null {
  const { APPIMAGE: named, APPDIR: unpacked } = environment;
  if (named === undefined || unpacked === undefined || !isAbsolute(named) || !isAbsolute(unpacked)) return null;
  try {
    const folder = realpathSync(unpacked);
    if (!isOurFolder(folder, executable)) return null;
    const file = realpathSync(named);
    if (isInside(folder, file) || !isLasting(file)) return null;
    const stamp = stampOfAppImage(file);
    if (stamp === null) return null;
    const isOurs = ourName.test(basename(file)) || isMountedFrom(mounts(), folder, basename(file));
    return isOurs ? { file, folder, stamp } : null;
  } catch {
    return null;
  }
}

/**
 * Whether `image` is still the file that it was when this process began: nothing else may be replaced. Never throws.
 */
export function isUnchanged(image: AppImage, executable: string, mounts?: () => string): boolean {
  const found = findAppImage({ APPIMAGE: image.file, APPDIR: image.folder }, executable, mounts);
  return found !== null && found.file === image.file && found.stamp === image.stamp;
}

/** Whether there is still an AppImage where `image` was when this process began, by now perhaps a newer one. Never throws. */
export function canBeStarted(image: AppImage): boolean {
  try {
    return realpathSync(image.file) === image.file && stampOfAppImage(image.file) !== null;
  } catch {
    return false;
  }
}

/**
 * Whether `file` (absolute) is an AppImage of OctoGlance, also a newer or an older one than this. Never throws.
 */
export function isOurAppImage(file: string): boolean {
  try {
    const path = realpathSync(file);
    return ourName.test(basename(path)) && stampOfAppImage(path) !== null;
  } catch {
    return false;
  }
}

/**
 * The program to start again later (absolute): an AppImage is unpacked to a new place at every start, only its file stays.
 * Null where the executable lies in such a place, and which file that came from is not known.
 */
export function lastingProgram(image: AppImage | null, executable: string): string | null {
  if (image !== null) return image.file;
  return isLasting(executable) ? executable : null;
}

/**
 * Whether a program at `path` can be started from there again later: not where an AppImage is mounted or unpacked to, nor
 * under the numbers that AppImageLauncher's own file system gives to AppImages.
 */
export function isLasting(path: string): boolean {
  return !/\/(\.mount_[^/]+|appimage_extracted_[^/]+|appimagelauncherfs)\//.test(path);
}

/** Whether the folder of an AppImage is OctoGlance's, and this executable in it. */
function isOurFolder(folder: string, executable: string): boolean {
  const program = realpathSync(executable);
  if (!isInside(folder, program) || !startsOurs(join(folder, 'AppRun'), basename(program))) return false;
  const entries = readdirSync(folder).filter((name) => name.endsWith('.desktop'));
  // The specification asks for exactly one.
  return entries.length > 0 && entries.every((name) => isOurEntry(join(folder, name)));
}

function isOurEntry(path: string): boolean {
  return readDesktopFile(readHead(path) ?? '').get('Name') === 'OctoGlance';
}

/** `AppRun` is a program, or a script that starts one. */
function startsOurs(appRun: string, program: string): boolean {
  const text = readHead(realpathSync(appRun));
  return text !== null && (!text.startsWith('#!') || text.includes(program));
}

/** What tells the file from others, or null for what is no AppImage: an ELF executable with `AI` and 2 at offset 8. */
function stampOfAppImage(path: string): string | null {
  if (!lstatSync(path).isFile()) return null;
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const { dev, ino, size, mtimeMs } = fstatSync(handle);
    const head = Buffer.alloc(11);
    readSync(handle, head, 0, head.length, 0);
    const isElf = head.toString('latin1', 0, 4) === '\x7fELF';
    return isElf && head.toString('latin1', 8) === 'AI\x02' ? [dev, ino, size, mtimeMs].join('-') : null;
  } finally {
    closeSync(handle);
  }
}

/** The runtime mounts an image under the name of its file. Source: proc(5), /proc/pid/mountinfo. */
function isMountedFrom(mounts: string, folder: string, name: string): boolean {
  return mounts.split('\n').some((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [type = '', source = ''] = after.split(' ');
    const place = before.split(' ')[4] ?? '';
    return /^fuse\b/.test(type) && unescaped(place) === folder && basename(unescaped(source)) === name;
  });
}

/** In the table of mounts blanks and the like are octal. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
