import { accessSync, constants, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute } from 'node:path';

/** A variable that named no place that can be used. */
export interface Unusable {
  readonly name: string;
  readonly value: string;
  readonly why: 'not-absolute' | 'no-folder';
}

/** What has to be known about the computer. */
export interface Places {
  /** Whether `path` (absolute) is a folder, is nothing yet, or is something else. Never throws. */
  readonly kindOf: (path: string) => 'folder' | 'nothing' | 'other';
  /** Whether the user may put a file into the folder `path`. Never throws. */
  readonly isOpen: (path: string) => boolean;
  /** The user's home as the system has it, or null. */
  readonly homeOfUser: () => string | null;
}

/** Folders that a program makes when they are missing. */
const madeWhenMissing = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'];
/** Folders that have to be there. */
const neededAsTheyAre = ['XDG_RUNTIME_DIR', 'TMPDIR'];

/**
 * Corrects in `environment` what names no usable place, and returns what that was: `HOME` gives way to the home the system
 * knows, the others to their defaults. A path that is not absolute is no path: "consider the path invalid and ignore it"
 * (freedesktop.org, XDG Base Directory Specification). Chromium and the libraries read the same variables later; with such
 * a value Electron throws, or puts the profile into the working folder or into `/tmp`.
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
    // An empty one counts as unset.
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

/** The computer this runs on. */
export const thisComputer: Places = {
  kindOf(path) {
    try {
      // Not with `throwIfNoEntry: false`: from Node 24 (Electron 45) on that calls a path through a file nothing as well.
      return statSync(path).isDirectory() ? 'folder' : 'other';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT') return 'nothing';
      // A file in the middle of the path; everything else shows when the folder is used.
      return code === 'ENOTDIR' ? 'other' : 'folder';
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

/** The working folder, or null when it is gone or may not be looked at. */
export function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}
