import { type Instant, MINUTE } from '../domain/time.ts';

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

/** A window that loses its process again so soon after it was loaded anew would do so again. */
export const reloadPause = MINUTE;

/** What is done about a window whose process has ended at `at`; `reloadedAt` is when that was last mended, null for never. */
export function afterWindowCrash(
  end: ProcessEnd,
  reloadedAt: Instant | null,
  at: Instant,
): 'nothing' | 'reload' | 'close-and-tell' {
  if (end === 'clean-exit') return 'nothing';
  return reloadedAt === null || Math.abs(at - reloadedAt) >= reloadPause ? 'reload' : 'close-and-tell';
}
