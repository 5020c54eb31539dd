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
import { isExecutable } from './executable.ts';
import { readHead } from './read-head.ts';

/**
 * The AppImage, if any, that this very process runs from. `APPIMAGE` and `APPDIR` are set by the AppImage's runtime and
 * inherited by every program started from it, such as a terminal, so on their own they prove nothing. Source:
 * AppImage/type2-runtime, src/runtime/runtime.c; AppImage specification, "Image format", type 2.
 */
export interface AppImage {
  /** Its file, absolute and without symbolic links. */
  readonly file: string;
  /** Where it is mounted or unpacked while it runs, absolute and without symbolic links. */
  readonly folder: string;
  /** Changes when the file is written to or replaced. */
  readonly stamp: string;
}

const ourName = /octoglance/i;

/**
 * The AppImage that `executable` (absolute) runs from, or null. Accepted only if the executable is in `APPDIR`, the
 * contents of that folder are OctoGlance's, and `APPIMAGE` is an AppImage of this name. A renamed file is accepted if
 * the mount table (`mounts`, as in /proc/self/mountinfo) shows that `APPDIR` is mounted from a file of that name. Never
 * throws. Accesses no other files before the executable is known to be in `APPDIR`.
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
 * Whether `image` is still the same file as at the start of this process: nothing else may be replaced. Never throws.
 */
export function isUnchanged(image: AppImage, executable: string, mounts?: () => string): boolean {
  const found = findAppImage({ APPIMAGE: image.file, APPDIR: image.folder }, executable, mounts);
  return found !== null && found.file === image.file && found.stamp === image.stamp;
}

/**
 * Whether an AppImage is still where `image` was when this process started, possibly a newer one, and may be run. Never
 * throws.
 */
export function canBeStarted(image: AppImage): boolean {
  try {
    return realpathSync(image.file) === image.file && stampOfAppImage(image.file) !== null && isExecutable(image.file);
  } catch {
    return false;
  }
}

/** Whether `file` (absolute) is an AppImage of OctoGlance, of any version. Never throws. */
export function isOurAppImage(file: string): boolean {
  try {
    const path = realpathSync(file);
    return ourName.test(basename(path)) && stampOfAppImage(path) !== null;
  } catch {
    return false;
  }
}

/** Whether `file` (absolute) is an AppImage for the same processor as `other`, one that runs here. Never throws. */
export function isAppImageLike(file: string, other: string): boolean {
  try {
    const [head, likeness] = [file, other].map((path) => readHead(path)?.slice(0, 20) ?? '');
    return head?.length === 20 && isAppImageHead(head) && head.slice(processor) === likeness?.slice(processor);
  } catch {
    return false;
  }
}

/** Where an ELF file names its processor, `e_machine`, at the end of its first 20 bytes. Source: elf(5). */
const processor = 18;

/**
 * The program to start again (absolute): an AppImage is mounted at a new path on every start, only its file stays. Null
 * if the executable is in such a place and the file it came from is unknown, and if the file was moved or deleted.
 * Never throws.
 */
export function lastingProgram(image: AppImage | null, executable: string): string | null {
  if (image !== null) return canBeStarted(image) ? image.file : null;
  return isLasting(executable) && isExecutable(executable) ? executable : null;
}

/**
 * Whether a program at `path` can be started from there again later: not in the place where an AppImage is mounted or
 * unpacked, nor under the numbers that AppImageLauncher's file system assigns.
 */
export function isLasting(path: string): boolean {
  return !/\/(\.mount_[^/]+|appimage_extracted_[^/]+|appimagelauncherfs)\//.test(path);
}

/** Whether the folder is that of an OctoGlance AppImage, and the executable is in it. */
function isOurFolder(folder: string, executable: string): boolean {
  const program = realpathSync(executable);
  if (!isInside(folder, program) || !startsOurs(join(folder, 'AppRun'), basename(program))) return false;
  const entries = readdirSync(folder).filter((name) => name.endsWith('.desktop'));
  // The specification requires exactly one.
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

/** Identifies the file, or null if it isn't an AppImage: an ELF executable with `AI` and 2 at offset 8. */
function stampOfAppImage(path: string): string | null {
  if (!lstatSync(path).isFile()) return null;
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const { dev, ino, size, mtimeMs } = fstatSync(handle);
    const head = Buffer.alloc(11);
    readSync(handle, head, 0, head.length, 0);
    return isAppImageHead(head.toString('latin1')) ? [dev, ino, size, mtimeMs].join('-') : null;
  } finally {
    closeSync(handle);
  }
}

function isAppImageHead(head: string): boolean {
  return head.startsWith('\x7fELF') && head.slice(8, 11) === 'AI\x02';
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

/** The mount table encodes spaces and similar characters in octal. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
