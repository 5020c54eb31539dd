import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readlinkSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';

/** The longest path of a socket in bytes: 108 with the zero that ends it on Linux (unix(7)), 104 on macOS. */
const longestPath = (platform: NodeJS.Platform) => (platform === 'darwin' ? 103 : 107);

const socketName = 'status.sock';

/**
 * Where the app of a profile answers to other starts of itself: a socket in the profile folder, which only its user can
 * enter. Where that cannot be, because its path is too long or the folder takes no socket, the socket is in a short folder
 * of the user's own (0700), and a link in the profile leads to it. On Windows it is a named pipe.
 */
export interface SocketPlaces {
  /** The place in the profile; on Windows the pipe. The path may be too long to be used. */
  readonly own: string;
  /** Where to listen, the best first. */
  readonly toListen: readonly string[];
  /** Where somebody may be listening, the likeliest first; reread at each call. */
  readonly toAsk: () => readonly string[];
}

/** The places of `profile` (absolute), the same whichever way leads there: links on its path are followed first. */
export function socketPlaces(
  profile: string,
  platform: NodeJS.Platform,
  { XDG_RUNTIME_DIR: runtimeFolder }: NodeJS.ProcessEnv,
): SocketPlaces {
  if (platform === 'win32') {
    const name = createHash('sha256').update(profile.toLowerCase()).digest('hex').slice(0, 32);
    const pipe = `\\\\.\\pipe\\octoglance-status-${name}`;
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

/** A folder for a profile in the system's place for temporary files, the same for each start. */
export function folderApart(profile: string): string {
  return join(tmpdir(), nameApart(profile));
}

/** Makes the folder, or sees that it is this user's alone. Returns whether it is. */
export function makeOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there already, or somebody else's thing is in its place.
  }
  return isOurs(folder);
}

/** Whether `folder` is a folder, this user's, and closed to others. Never throws. */
export function isOurs(folder: string): boolean {
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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Without links; what does not exist yet stands below what does. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}

/**
 * Whether a socket is in a folder of this user's for this `profile`. A link in a copy of another profile leads to that one's
 * app.
 */
function isOf(profile: string, socket: string): boolean {
  const folder = dirname(socket);
  return isAbsolute(socket) && folder.endsWith(digest(profile)) && isOurs(folder);
}

/** Where a link leads; null where there is none. */
function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
