import { closeSync, lstatSync, mkdirSync, mkdtempSync, openSync, readlinkSync, unlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../domain/error-code.ts';
import type { RequestResult } from './exchange.ts';
import { launchResponses, launchTimeout } from './exchange.ts';
import { type Activity, ResponseLimit } from './response-limit.ts';
import { folderApart, makeOurs, type SocketPlaces } from './socket-path.ts';

/** The result of trying to be the only app in a profile. */
export type ProfileClaim =
  | { readonly kind: 'first' }
  /** The profile is ours but not writable; Chromium keeps its own files in a temporary folder. */
  | { readonly kind: 'first-unsaved'; readonly code: string }
  /** Another app is running and has taken over the request of this start. */
  | { readonly kind: 'second' }
  /** Another app is running and doesn't respond. */
  | { readonly kind: 'no-answer' }
  /** The path is a file, or leads through one. */
  | { readonly kind: 'no-folder' };

export interface ClaimParts {
  readonly places: SocketPlaces;
  /**
   * Asks the app at a socket to take over the request of this start; blocks until it has responded or failed to, or
   * until `isOver`, which is called several times per second.
   */
  readonly handOver: (socketPath: string, isOver: () => boolean) => RequestResult;
  /** Starts listening at the socket where further starts will find this one. Returns whether that worked. */
  readonly listen: () => boolean;
  /** See `takeStartTurn`. */
  readonly takeTurn: (profile: string) => (() => void) | null;
  /** What the app that listens at one of the sockets is doing; null if unknown. */
  readonly runningActivity: () => Activity | null;
  /** What the start that has the turn is doing; null if unknown. */
  readonly turnActivity: () => Activity | null;
  /**
   * Electron's `requestSingleInstanceLock`, or null where it isn't needed: on Linux the sockets do more. It returns
   * false if another app is running but also if no lock can be created, and stores its lock in the temporary folder.
   */
  readonly electronLock: (() => boolean) | null;
  /** Makes Chromium keep its files in this folder (absolute). */
  readonly moveTo: (folder: string) => void;
  /** Blocks for a number of milliseconds. */
  readonly pause: (milliseconds: number) => void;
  /** A monotonic clock, in milliseconds. */
  readonly elapsed: () => number;
}

/** How long another start may take until it listens, in milliseconds; see `ResponseLimit`. */
const turnTimeout = 3_000;

/** How long the previous app may take to quit, in milliseconds; see `ResponseLimit`. */
const quitTimeout = 10_000;

/**
 * Claims `profile` (absolute), or hands over to the app that owns it. That app is recognised by its socket, which the
 * kernel closes with its process. The socket is a file in the profile, so it doesn't matter what happens to the
 * temporary folder. Throws only if neither the profile nor a temporary folder can be used.
 */
export function claimProfile(profile: string, parts: ClaimParts): ProfileClaim {
  const access = profileAccess(profile);
  if (access.kind === 'no-folder') {
    parts.moveTo(temporaryFolder(profile));
    return access;
  }
  const { elapsed } = parts;
  const running = new ResponseLimit({ elapsed, activity: parts.runningActivity });
  let turn: ResponseLimit | null = null;
  /** Sockets without a listener. */
  const dead = new Set<string>();
  for (;;) {
    const met = meetRunning(parts, dead, () => running.isOver(launchTimeout));
    if (met === 'taken') return { kind: 'second' };
    if (met !== 'not-running') {
      // It may be starting or quitting, or busy with other requests.
      if (running.isOver(met === 'ending' ? quitTimeout : launchTimeout)) return { kind: 'no-answer' };
      parts.pause(100);
      continue;
    }
    const giveBack = parts.takeTurn(profile);
    if (giveBack === null) {
      turn ??= new ResponseLimit({ elapsed, activity: parts.turnActivity });
      if (!turn.isOver(turnTimeout)) {
        parts.pause(20);
        continue;
      }
    }
    try {
      // Another start was faster in the meantime.
      if (sockets(parts.places).some(({ identity }) => !dead.has(identity))) continue;
      return take(profile, access, parts);
    } finally {
      giveBack?.();
    }
  }
}

/** Tries every socket that isn't known to be dead. */
function meetRunning(
  parts: ClaimParts,
  dead: Set<string>,
  isOver: () => boolean,
): 'taken' | 'ending' | 'no-response' | 'not-running' {
  for (const { socketPath, identity } of sockets(parts.places)) {
    if (dead.has(identity)) continue;
    const result = parts.handOver(socketPath, isOver);
    if (result.got === 'response') return result.text === launchResponses.ending ? 'ending' : 'taken';
    if (result.got === 'no-response') return 'no-response';
    dead.add(identity);
  }
  return 'not-running';
}

function take(profile: string, access: Exclude<Access, { kind: 'no-folder' }>, parts: ClaimParts): ProfileClaim {
  const unsaved = access.kind === 'not-writable' ? access.code : null;
  if (unsaved !== null) parts.moveTo(temporaryFolder(profile));
  if (parts.electronLock !== null && !parts.electronLock()) {
    if (process.platform === 'win32' || isHeld(profile)) return { kind: 'second' };
    // The app that had the lock may have just ended.
    if (!parts.electronLock()) throw new Error(`No lock can be made for ${profile}`);
  }
  // Even without a socket it is better to monitor the printers.
  parts.listen();
  return unsaved === null ? { kind: 'first' } : { kind: 'first-unsaved', code: unsaved };
}

interface SocketSeen {
  readonly socketPath: string;
  /** Changes when the socket is replaced. */
  readonly identity: string;
}

function sockets({ toAsk }: SocketPlaces): readonly SocketSeen[] {
  return toAsk().flatMap((socketPath) => {
    try {
      const { dev, ino, ctimeNs } = lstatSync(socketPath, { bigint: true });
      return [{ socketPath, identity: `${socketPath} ${dev} ${ino} ${ctimeNs}` }];
    } catch {
      return [];
    }
  });
}

/**
 * Whether the process named in Chromium's lock is alive: the lock is a link to `<computer>-<process id>` on macOS. A
 * lock of another computer doesn't count; Electron takes it over.
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
    return errorCode(error) === 'EPERM';
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
    const code = errorCode(error) ?? 'unknown';
    return code === 'EEXIST' || code === 'ENOTDIR' ? { kind: 'no-folder' } : { kind: 'not-writable', code };
  }
  try {
    // A start that was killed may have left one, and process ids are used again.
    const trial = join(profile, `.trial-${process.pid}-${process.hrtime.bigint()}`);
    closeSync(openSync(trial, 'wx', 0o600));
    unlinkSync(trial);
    return { kind: 'writable' };
  } catch (error) {
    return { kind: 'not-writable', code: errorCode(error) ?? 'unknown' };
  }
}

/** The same folder for every start with this profile; other users can neither read nor replace it. */
function temporaryFolder(profile: string): string {
  const folder = folderApart(profile);
  return makeOurs(folder) ? folder : mkdtempSync(join(tmpdir(), 'octoglance-'));
}
