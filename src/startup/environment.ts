import { accessSync, constants, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { errorCode } from '../domain/error-code.ts';

/** A variable whose path can't be used. */
export interface Unusable {
  readonly name: string;
  readonly value: string;
  readonly why: 'not-absolute' | 'no-folder';
}

/** What this module needs to know about the computer. */
export interface Places {
  /** Whether `path` (absolute) is a folder, doesn't exist yet, or is something else. Never throws. */
  readonly kindOf: (path: string) => 'folder' | 'nothing' | 'other';
  /** Whether the user may use files in the folder `path`, or even create some. Never throws. */
  readonly isOpen: (path: string, to: Access) => boolean;
  /** The user's home folder according to the system, or null. */
  readonly homeOfUser: () => string | null;
}

type Access = 'use' | 'create';

/** Folders, with what they must already allow; null for those that programs create when they are missing. */
const folders: readonly (readonly [string, Access | null])[] = [
  ['XDG_CONFIG_HOME', null],
  ['XDG_DATA_HOME', null],
  ['XDG_STATE_HOME', null],
  ['XDG_CACHE_HOME', null],
  // In some containers it is read-only, but the sockets of Wayland and the session bus are there.
  ['XDG_RUNTIME_DIR', 'use'],
  ['TMPDIR', 'create'],
];

/**
 * Corrects variables in `environment` that name unusable paths, and returns those variables: `HOME` becomes the home
 * folder known to the system, the others are reset to their defaults. A path that isn't absolute is invalid: "consider
 * the path invalid and ignore it" (freedesktop.org, XDG Base Directory Specification). Chromium and the libraries read
 * the same variables later; with such a value Electron throws, or puts the profile into the working folder or `/tmp`.
 */
export function correctEnvironment(environment: NodeJS.ProcessEnv, places: Places): readonly Unusable[] {
  const unusable: Unusable[] = [];
  const home = environment['HOME'];
  const whyNotHome = home ? whyUnusable(home, places, null) : 'no-folder';
  if (whyNotHome !== null) {
    if (home) unusable.push({ name: 'HOME', value: home, why: whyNotHome });
    const known = places.homeOfUser();
    if (known !== null && isAbsolute(known)) environment['HOME'] = known;
  }
  for (const [name, needed] of folders) {
    const value = environment[name];
    if (value === undefined) continue;
    const why = value === '' ? null : whyUnusable(value, places, needed);
    if (why !== null) unusable.push({ name, value, why });
    // An empty value counts as unset.
    if (why !== null || value === '') delete environment[name];
  }
  return unusable;
}

function whyUnusable(path: string, places: Places, needed: Access | null): Unusable['why'] | null {
  if (!isAbsolute(path)) return 'not-absolute';
  const kind = places.kindOf(path);
  if (kind === 'other') return 'no-folder';
  return needed !== null && (kind === 'nothing' || !places.isOpen(path, needed)) ? 'no-folder' : null;
}

/** This computer. */
export const thisComputer: Places = {
  kindOf(path) {
    try {
      // Not with `throwIfNoEntry: false`: since Node 24 (Electron 45) that reports a path through a file as missing
      // too.
      return statSync(path).isDirectory() ? 'folder' : 'other';
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT') return 'nothing';
      // There is a file in the middle of the path, or a link that leads to itself. Other errors show up when the folder
      // is used.
      return code === 'ENOTDIR' || code === 'ELOOP' ? 'other' : 'folder';
    }
  },
  isOpen(path, to) {
    try {
      accessSync(path, to === 'use' ? constants.X_OK : constants.W_OK | constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  homeOfUser() {
    try {
      return userInfo().homedir || null;
    } catch {
      return null;
    }
  },
};

/** The working folder, or null if it is gone or not accessible. */
export function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** Makes the first of `folders` that can be entered the working folder. Never throws. */
export function enterFirstOf(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      process.chdir(folder);
      return;
    } catch {
      // It is missing or closed to this user.
    }
  }
}
