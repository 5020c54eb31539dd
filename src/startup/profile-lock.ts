import { createHash } from 'node:crypto';
import { closeSync, lstatSync, mkdirSync, mkdtempSync, openSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** What became of the wish to be the only app in a profile. */
export type ProfileClaim =
  | { readonly kind: 'first' }
  /** The profile is ours, but nothing can be written to it; Chromium keeps its own files in a folder for the while. */
  | { readonly kind: 'first-unsaved'; readonly code: string }
  /** Another one runs, and knows of this start. */
  | { readonly kind: 'second' }
  /** Its path leads to a file, or through one. */
  | { readonly kind: 'no-folder' };

export interface ProfileLock {
  /** Electron's `requestSingleInstanceLock`: false where another one has it, and also where no lock can be made. */
  readonly request: () => boolean;
  /** Makes Chromium keep its files, the lock among them, in this folder (absolute). */
  readonly moveTo: (folder: string) => void;
}

/**
 * Claims `profile` (absolute). Electron answers the same where another app runs and where the profile cannot be written
 * to (Chromium's LOCK_ERROR and PROFILE_IN_USE, seen on Electron 33), so that the difference is found out here: a watch
 * over printers has no need of a disk. Throws only where no folder for the while can be made either.
 */
export function claimProfile(profile: string, lock: ProfileLock): ProfileClaim {
  if (lock.request()) return { kind: 'first' };
  if (isHeld(profile)) return { kind: 'second' };
  const access = profileAccess(profile);
  if (access.kind === 'writable') {
    // Windows locks by a window, which leaves no trace in the profile.
    if (process.platform === 'win32') return { kind: 'second' };
    // The one that had it may have ended this moment.
    if (lock.request()) return { kind: 'first' };
  }
  const folder = folderForTheWhile(profile);
  lock.moveTo(folder);
  if (access.kind === 'no-folder') return access;
  if (lock.request()) return { kind: 'first-unsaved', code: access.kind === 'writable' ? 'ENOLCK' : access.code };
  if (process.platform === 'win32' || isHeld(folder)) return { kind: 'second' };
  throw new Error(`No lock can be made, neither in the profile nor in ${folder}`);
}

/**
 * Whether the process that Chromium's lock names is alive: a link to `<computer>-<process id>` on Linux and macOS. A lock
 * of another computer is none, Electron takes it over.
 */
function isHeld(profile: string): boolean {
  try {
    const [, computer, processId] = /^(.*)-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock'))) ?? [];
    return computer === hostname() && isAlive(Number(processId));
  } catch {
    return false;
  }
}

function isAlive(processId: number): boolean {
  if (processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

type Access =
  | { readonly kind: 'writable' }
  | { readonly kind: 'not-writable'; readonly code: string }
  | { readonly kind: 'no-folder' };

function profileAccess(profile: string): Access {
  try {
    mkdirSync(profile, { recursive: true });
  } catch (error) {
    const code = codeOf(error);
    return code === 'EEXIST' || code === 'ENOTDIR' ? { kind: 'no-folder' } : { kind: 'not-writable', code };
  }
  try {
    const trial = join(profile, `.trial-${process.pid}`);
    closeSync(openSync(trial, 'wx', 0o600));
    rmSync(trial);
    return { kind: 'writable' };
  } catch (error) {
    return { kind: 'not-writable', code: codeOf(error) };
  }
}

/** The same for each start with this profile, so that the lock in it is of use; nobody else can read or replace it. */
function folderForTheWhile(profile: string): string {
  const { uid } = userInfo();
  const name = createHash('sha256').update(profile).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `octoglance-${uid}-${name}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  } catch {
    // It is there already, or somebody else's thing is in its place.
    const facts = lstatSync(folder, { throwIfNoEntry: false });
    const isOurs = facts?.isDirectory() && (uid === -1 || (statSync(folder).uid === uid && (facts.mode & 0o077) === 0));
    return isOurs ? folder : mkdtempSync(join(tmpdir(), 'octoglance-'));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
