import { DAY, HOUR, type Instant, MINUTE } from './time.ts';
import type { UpdateSteps } from './update-steps.ts';

/** How the app that runs here came here, and so who may put a newer one in its place. */
export type Installation =
  /** It takes a downloaded release over when it ends. */
  | 'replaces-itself'
  /** A package manager owns it, or somebody unpacked it: they are told. */
  | 'notify-only'
  /** A developer's checkout. */
  | 'none';

/** What decides how the app came here. */
export interface Surroundings {
  /** Node's name of it. */
  readonly platform: string;
  readonly packaged: boolean;
  /** An AppImage runs, and lies in a folder in which it can be replaced. */
  readonly replaceableAppImage: boolean;
  /** Whether the uninstaller of the Windows installer lies beside the app. */
  readonly hasUninstaller: boolean;
}

/**
 * An AppImage and what the Windows installer put there replace themselves. macOS replaces only what is signed, which the
 * releases are not yet.
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

/** What is known of newer releases. */
export type UpdateState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'newest' }
  /** The user has to fetch it. */
  | { readonly kind: 'available'; readonly version: string; readonly steps: UpdateSteps | null }
  | { readonly kind: 'downloading'; readonly version: string }
  /** Downloaded and found to be whole: the next start is of that version. */
  | { readonly kind: 'ready'; readonly version: string; readonly canRestart: boolean }
  | { readonly kind: 'failed' };

/** The start has more urgent things to do, and so have the minutes after it. */
const afterStart = 10 * MINUTE;

const betweenLooks = DAY;

/** Whatever was in the way may be gone then. */
const afterFailure = 4 * HOUR;

/**
 * When to look for a newer release next, UTC: once a day, and some time after a start (`startedAt`) or a look that failed
 * (`failedAt`, null for none). `lookedAt` is the last look, also by an earlier start, null for never; one that lies in the
 * future is from before the clock was set back.
 */
export function nextLookAt(
  lookedAt: Instant | null,
  failedAt: Instant | null,
  startedAt: Instant,
  now: Instant,
): Instant {
  const soonest = startedAt + afterStart;
  if (failedAt !== null && failedAt <= now) return Math.max(failedAt + afterFailure, soonest);
  if (lookedAt === null || lookedAt > now) return soonest;
  return Math.max(lookedAt + betweenLooks, soonest);
}
