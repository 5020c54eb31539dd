import { closeSync, lstatSync, mkdirSync, mkdtempSync, openSync, readlinkSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asked } from './exchange.ts';
import { launchAnswers, launchPatience } from './exchange.ts';
import { folderApart, makeOurs, type SocketPlaces } from './socket-path.ts';

/** What became of the wish to be the only app in a profile. */
export type ProfileClaim =
  | { readonly kind: 'first' }
  /** The profile is ours, but nothing can be written to it; Chromium keeps its own files in a folder for the while. */
  | { readonly kind: 'first-unsaved'; readonly code: string }
  /** Another one runs, and has taken over what this start wants. */
  | { readonly kind: 'second' }
  /** Another one runs and does not answer. */
  | { readonly kind: 'no-answer' }
  /** Its path leads to a file, or through one. */
  | { readonly kind: 'no-folder' };

export interface ClaimParts {
  readonly places: SocketPlaces;
  /** Asks the app at a place to take over what this start wants; blocks until it has answered, or is known not to. */
  readonly handOver: (place: string) => Asked;
  /** Takes the place at which further starts will find this one. Returns whether there is any. */
  readonly listen: () => boolean;
  /** See `takeStartTurn`. */
  readonly takeTurn: (profile: string) => (() => void) | null;
  /**
   * Electron's `requestSingleInstanceLock`, or null where it is not needed: on Linux the sockets do more. It answers false
   * where another app runs and also where no lock can be made, and keeps what it goes by in the folder for temporary files.
   */
  readonly electronLock: (() => boolean) | null;
  /** Makes Chromium keep its files in this folder (absolute). */
  readonly moveTo: (folder: string) => void;
  /** Blocks for so many milliseconds. */
  readonly pause: (milliseconds: number) => void;
  /** Milliseconds of a clock that is never set. */
  readonly elapsed: () => number;
}

/** How long another start may be on its way to listening, in milliseconds. */
const turnPatience = 3_000;

/** How long the app before this one may take to end, in milliseconds. */
const endPatience = 10_000;

/**
 * Claims `profile` (absolute), or hands over to the app that has it. That one is known by its socket, which the kernel
 * closes with its process: a file in the profile, so that it does not matter what becomes of the folder for temporary
 * files. Throws only where neither the profile nor a folder for the while can be used.
 */
export function claimProfile(profile: string, parts: ClaimParts): ProfileClaim {
  const access = profileAccess(profile);
  if (access.kind === 'no-folder') {
    parts.moveTo(folderForTheWhile(profile));
    return access;
  }
  const begun = parts.elapsed();
  /** Sockets that nobody listens at any more. */
  const dead = new Set<string>();
  for (;;) {
    const met = meetRunning(parts, dead);
    if (met === 'taken') return { kind: 'second' };
    const waited = parts.elapsed() - begun;
    if (met !== 'nobody') {
      // It may be ending, or have its hands full with others that ask.
      if (waited > (met === 'ending' ? endPatience : launchPatience)) return { kind: 'no-answer' };
      parts.pause(100);
      continue;
    }
    const giveBack = parts.takeTurn(profile);
    if (giveBack === null && waited < turnPatience) {
      parts.pause(20);
      continue;
    }
    try {
      // Somebody came first while this one was asking.
      if (sockets(parts.places).some(({ identity }) => !dead.has(identity))) continue;
      return take(profile, access, parts);
    } finally {
      giveBack?.();
    }
  }
}

/** Asks at each socket that is not known to be dead. */
function meetRunning(parts: ClaimParts, dead: Set<string>): 'taken' | 'ending' | 'silence' | 'nobody' {
  for (const { place, identity } of sockets(parts.places)) {
    if (dead.has(identity)) continue;
    const asked = parts.handOver(place);
    if (asked.got === 'answer') return asked.text === launchAnswers.ending ? 'ending' : 'taken';
    if (asked.got === 'silence') return 'silence';
    dead.add(identity);
  }
  return 'nobody';
}

function take(profile: string, access: Exclude<Access, { kind: 'no-folder' }>, parts: ClaimParts): ProfileClaim {
  const unsaved = access.kind === 'not-writable' ? access.code : null;
  if (unsaved !== null) parts.moveTo(folderForTheWhile(profile));
  if (parts.electronLock !== null && !parts.electronLock()) {
    if (process.platform === 'win32' || isHeld(profile)) return { kind: 'second' };
    // The one that had it may have ended this moment.
    if (!parts.electronLock()) throw new Error(`No lock can be made for ${profile}`);
  }
  // Without a socket it is still the better answer to watch over the printers.
  parts.listen();
  return unsaved === null ? { kind: 'first' } : { kind: 'first-unsaved', code: unsaved };
}

interface SocketSeen {
  readonly place: string;
  /** Another one when somebody has put a new one there. */
  readonly identity: string;
}

function sockets({ toAsk }: SocketPlaces): readonly SocketSeen[] {
  return toAsk().flatMap((place) => {
    try {
      const { dev, ino, ctimeNs } = lstatSync(place, { bigint: true });
      return [{ place, identity: `${place} ${dev} ${ino} ${ctimeNs}` }];
    } catch {
      return [];
    }
  });
}

/**
 * Whether the process that Chromium's lock names is alive: a link to `<computer>-<process id>` on macOS. A lock of another
 * computer is none, Electron takes it over.
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
    mkdirSync(profile, { recursive: true, mode: 0o700 });
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

/** The same for each start with this profile; nobody else can read or replace it. */
function folderForTheWhile(profile: string): string {
  const folder = folderApart(profile);
  return makeOurs(folder) ? folder : mkdtempSync(join(tmpdir(), 'octoglance-'));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
