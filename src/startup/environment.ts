import { accessSync, constants, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute } from 'node:path';

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
  /** Whether the user may create files in the folder `path`. Never throws. */
  readonly isOpen: (path: string) => boolean;
  /** The user's home folder according to the system, or null. */
  readonly homeOfUser: () => string | null;
}

/** Folders that programs create when they are missing. */
const madeWhenMissing = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'];
/** Folders that must already exist. */
const neededAsTheyAre = ['XDG_RUNTIME_DIR', 'TMPDIR'];

/**
 * Corrects variables in `environment` that name unusable paths, and returns those variables: `HOME` becomes the home
 * folder known to the system, the others are reset to their defaults. A path that isn't absolute is invalid: "consider
 * the path invalid and ignore it" (freedesktop.org, XDG Base Directory Specification). Chromium and the libraries read
 * the same variables later; with such a value Electron throws, or puts the profile into the working folder or `/tmp`.
 */
export function correctEnvironment(environment: NodeJS.ProcessEnv, places: Places): readonly Unusable[] {
  const unusable: Unusable[] = [];
  const home = environment['HOME'];
  const whyNotHome = home ? whyUnusable(home, places, false) : 'no-folder';
  if (whyNotHome !== null) {
    if (home) unusable.push({ name: 'HOME', value: home, why: whyNotHome });
    const known = places.homeOfUser();
    if (known !== null && isAbsolute(known)) environment['HOME'] = known;
  }
  for (const name of [...madeWhenMissing, ...neededAsTheyAre]) {
    const value = environment[name];
    if (value === undefined) continue;
    const why = value === '' ? null : whyUnusable(value, places, neededAsTheyAre.includes(name));
    if (why !== null) unusable.push({ name, value, why });
    // An empty value counts as unset.
    if (why !== null || value === '') delete environment[name];
  }
  return unusable;
}

function whyUnusable(path: string, places: Places, needed: boolean): Unusable['why'] | null {
  if (!isAbsolute(path)) return 'not-absolute';
  const kind = places.kindOf(path);
  if (kind === 'other') return 'no-folder';
  return needed && (kind === 'nothing' || !places.isOpen(path)) ? 'no-folder' : null;
}

/** This computer. */
export const thisComputer: Places = {
  kindOf(path) {
    try {
      // Not with `throwIfNoEntry: false`: since Node 24 (Electron 45) that reports a path through a file as missing
      // too.
      return statSync(path).isDirectory() ? 'folder' : 'other';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT') return 'nothing';
      // There is a file in the middle of the path, or a link that leads to itself. Other errors show up when the folder
      // is used.
      return code === 'ENOTDIR' || code === 'ELOOP' ? 'other' : 'folder';
    }
  },
  isOpen(path) {
    try {
      accessSync(path, constants.W_OK | constants.X_OK);
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
