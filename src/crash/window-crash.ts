import { type Instant, MINUTE } from '../domain/time.ts';
import { mayRestart } from './error-policy.ts';

/** How the process of a window or of a service ended; Electron's own terms. */
export type ProcessEnd =
  | 'clean-exit'
  | 'abnormal-exit'
  | 'killed'
  | 'crashed'
  | 'oom'
  | 'launch-failed'
  | 'integrity-failure'
  | 'memory-eviction';

/** A window that loses its process again so soon after it was reloaded would do so again. */
export const reloadPause = MINUTE;

export type WindowCrashAction = 'nothing' | 'reload' | 'close-and-tell' | 'restart';

/**
 * What is done about a window whose process has ended at `at`; `reloadedAt` is when that was last mended, `restartedAt` when
 * the app last restarted itself, both null for never. A process that cannot be started at all will not be at the next
 * attempt either: what Chromium makes them from is gone (on Linux its zygotes, seen on Electron 33), and comes back with
 * a new start of the app alone.
 */
export function afterWindowCrash(
  end: ProcessEnd,
  reloadedAt: Instant | null,
  restartedAt: Instant | null,
  at: Instant,
): WindowCrashAction {
  if (end === 'clean-exit') return 'nothing';
  if (end === 'launch-failed' && mayRestart(restartedAt, at)) return 'restart';
  return reloadedAt === null || Math.abs(at - reloadedAt) >= reloadPause ? 'reload' : 'close-and-tell';
}
