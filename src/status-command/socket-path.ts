import { lstatSync, mkdirSync, readlinkSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';

/** The longest path of a socket in bytes: 108 including the terminating NUL on Linux (unix(7)), 104 on macOS. */
const longestPath = (platform: NodeJS.Platform) => (platform === 'darwin' ? 103 : 107);

const socketName = 'status.sock';

/**
 * Where the app of a profile listens for other starts: at a socket in the profile folder, which only its user can
 * access. If that is impossible, because its path is too long or the folder doesn't support sockets, the socket is in a
 * short folder of the user (0700), and a link in the profile points to it. On Windows it is a named pipe.
 */
export interface SocketPlaces {
  /** The path in the profile; on Windows the pipe. It may be too long to be used. */
  readonly own: string;
  /** Where to listen, best first. */
  readonly toListen: readonly string[];
  /** Where an app may be listening, most likely first; reread on each call. */
  readonly toAsk: () => readonly string[];
}

/** The places of `profile` (absolute), the same for every path to it: links are resolved first. */
export function socketPlaces(
  profile: string,
  platform: NodeJS.Platform,
  { XDG_RUNTIME_DIR: runtimeFolder }: NodeJS.ProcessEnv,
): SocketPlaces {
  if (platform === 'win32') {
    const pipe = `\\\\.\\pipe\\octoglance-status-${digest(profile.toLowerCase())}`;
    return { own: pipe, toListen: [pipe], toAsk: () => [pipe] };
  }
  const real = realPath(profile);
  const own = join(real, socketName);
  const fits = (path: string) => Buffer.byteLength(path) <= longestPath(platform);
  const apart = [
    ...(runtimeFolder && isAbsolute(runtimeFolder) ? [join(runtimeFolder, `octoglance-${digest(real)}`)] : []),
    folderApart(real),
    join('/tmp', nameApart(real)),
  ].map((folder) => join(folder, socketName));
  const elsewhere = [...new Set(apart)].filter(fits);
  return {
    own,
    toListen: [...(fits(own) ? [own] : []), ...elsewhere],
    toAsk: () => {
      const target = linkTarget(own);
      const inProfile = target === null ? [own].filter(fits) : [target].filter((path) => isOf(real, path));
      const trusted = elsewhere.filter((path) => isOf(real, path));
      return [...new Set([...inProfile, ...trusted])];
    },
  };
}

/** A profile's folder in the system's temporary folder, the same for every start. */
export function folderApart(profile: string): string {
  return join(tmpdir(), nameApart(profile));
}

/** Creates the folder, or checks that it belongs to this user only. Returns whether it does. */
export function makeOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It already exists, or something else is in its place.
  }
  return isOurs(folder);
}

/** Whether `folder` is a folder that belongs to this user and is closed to others. Never throws. */
function isOurs(folder: string): boolean {
  try {
    const facts = lstatSync(folder);
    const user = process.geteuid?.();
    return facts.isDirectory() && (user === undefined || (facts.uid === user && (facts.mode & 0o077) === 0));
  } catch {
    return false;
  }
}

function nameApart(profile: string): string {
  return `octoglance-${process.geteuid?.() ?? ''}-${digest(profile)}`;
}

/**
 * 16 hexadecimal digits for `text`: FNV-1a (Fowler, Noll and Vo) with 64 bits. It only has to tell one user's profiles
 * apart; who owns a folder is checked. Loading `node:crypto` would delay every start by 4 ms.
 */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/** Resolves links; a part that doesn't exist yet is appended to the part that does. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}

/**
 * Whether a socket is in this user's folder for this `profile`. The link in a copied profile would lead to the app of
 * the original.
 */
function isOf(profile: string, socket: string): boolean {
  const folder = dirname(socket);
  return isAbsolute(socket) && folder.endsWith(digest(profile)) && isOurs(folder);
}

/** The target of a link; null if there is none. */
function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
