import { DAY, HOUR, type Instant, MINUTE } from './time.ts';
import type { UpdateSteps } from './update-steps.ts';

/** How the app was installed, and so who may update it. */
export type Installation =
  /** It installs a downloaded release when it quits. */
  | 'replaces-itself'
  /** A package manager owns it, or the user unpacked it: a notice in the window names the new version. */
  | 'notify-only'
  /** A developer's checkout. */
  | 'none';

/** What {@link installationOf} depends on. */
export interface Surroundings {
  /** As in Node. */
  readonly platform: string;
  readonly packaged: boolean;
  /** It runs as an AppImage in a folder in which it can be replaced. */
  readonly replaceableAppImage: boolean;
  /** Whether the uninstaller of the Windows installer is next to the app. */
  readonly hasUninstaller: boolean;
}

/**
 * Determines how the app was installed. AppImages and installations by the Windows installer replace themselves. On
 * macOS only signed apps can be replaced, and the releases are not signed yet.
 */
export function installationOf({
  platform,
  packaged,
  replaceableAppImage,
  hasUninstaller,
}: Surroundings): Installation {
  if (!packaged) return 'none';
  if (platform === 'linux') return replaceableAppImage ? 'replaces-itself' : 'notify-only';
  if (platform === 'win32') return hasUninstaller ? 'replaces-itself' : 'notify-only';
  return 'notify-only';
}

/** Whether `version` ("1.2.3") is newer than `other`; false for anything that isn't such a version. */
export function isNewerVersion(version: string, other: string): boolean {
  const [mine, others] = [version, other].map((one) => /^(\d+)\.(\d+)\.(\d+)/.exec(one)?.slice(1).map(Number));
  if (mine === undefined || others === undefined) return false;
  const at = mine.findIndex((number, index) => number !== others[index]);
  return at !== -1 && (mine[at] ?? 0) > (others[at] ?? 0);
}

/** What is known about newer releases. */
export type UpdateState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'newest' }
  /** The user has to install it. */
  | { readonly kind: 'available'; readonly version: string; readonly steps: UpdateSteps | null }
  | { readonly kind: 'downloading'; readonly version: string }
  /** Downloaded and verified; it is used from the next start on. */
  | { readonly kind: 'ready'; readonly version: string; readonly canRestart: boolean }
  /** Installed by the user in the place of this one, which is still running. */
  | { readonly kind: 'installed'; readonly version: string }
  | { readonly kind: 'failed' };

/** Whether a restart of the app leads to a newer version. */
export function leadsToAnother(state: UpdateState): boolean {
  return state.kind === 'installed' || (state.kind === 'ready' && state.canRestart);
}

/** Startup and the minutes after it have more urgent things to do. */
const afterStart = 10 * MINUTE;

const checkInterval = DAY;

/** By then the cause may be gone. */
const afterFailure = 4 * HOUR;

/**
 * Returns when to check for a newer release next, UTC: once a day, and some time after a start (`startedAt`) or a
 * failed check (`failedAt`, null for none). `lastCheckedAt` is the last check, possibly by an earlier run, null for
 * never; if that or the start is in the future, the clock was set back.
 */
export function nextCheckAt(
  lastCheckedAt: Instant | null,
  failedAt: Instant | null,
  startedAt: Instant,
  now: Instant,
): Instant {
  const soonest = Math.min(startedAt, now) + afterStart;
  if (failedAt !== null && failedAt <= now) return Math.max(failedAt + afterFailure, soonest);
  if (lastCheckedAt === null || lastCheckedAt > now) return soonest;
  return Math.max(lastCheckedAt + checkInterval, soonest);
}
