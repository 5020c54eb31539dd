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

/** If a reloaded window crashes again within this time, reloading doesn't help. */
export const reloadPause = MINUTE;

export type WindowCrashAction = 'nothing' | 'reload' | 'close-and-notify' | 'restart';

/**
 * What to do about a window whose process ended at `at`; `reloadedAt` is when the window was last reloaded,
 * `restartedAt` when the app last restarted itself, both null for never. If a process can't be launched at all,
 * retrying doesn't help: what Chromium forks them from is gone (on Linux its zygotes, seen on Electron 33) and only
 * comes back when the app restarts.
 */
export function afterWindowCrash(
  end: ProcessEnd,
  reloadedAt: Instant | null,
  restartedAt: Instant | null,
  at: Instant,
): WindowCrashAction {
  if (end === 'clean-exit') return 'nothing';
  if (end === 'launch-failed' && mayRestart(restartedAt, at)) return 'restart';
  return reloadedAt === null || Math.abs(at - reloadedAt) >= reloadPause ? 'reload' : 'close-and-notify';
}
