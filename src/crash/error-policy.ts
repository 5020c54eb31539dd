import { HOUR, type Instant, MINUTE } from '../domain/time.ts';

/** What is remembered of the errors that nobody caught. */
export interface ErrorMemory {
  /** When the newest ones came, oldest first; no more of them than make a storm. */
  readonly recent: readonly Instant[];
  /** The user has been notified; once in a run is enough. */
  readonly notified: boolean;
  /** The app is about to restart itself. */
  readonly restarting: boolean;
}

/** What is done about an error: `drop` not even writes it down. */
export type ErrorAction = 'log-and-tell' | 'log' | 'log-and-restart' | 'drop';

/** So many errors within this time are a storm: something is broken that does not recover on its own. */
export const stormErrors = 20;
export const stormTime = MINUTE;

/** A restart that helped is forgotten after this time; one that did not help is not tried again before. */
export const restartPause = HOUR;

/** Whether the app may restart itself at `at`; after the clock was set back it waits rather than do so in a loop. */
export function mayRestart(restartedAt: Instant | null, at: Instant): boolean {
  return restartedAt === null || at - restartedAt >= restartPause;
}

/** At the start of the app; `notified` when the user is notified of a restart anyway. */
export function noErrors(notified: boolean): ErrorMemory {
  return { recent: [], notified, restarting: false };
}

/**
 * What to do about an error at `at`: one is logged and reported, more are only logged, and in a storm the app
 * restarts itself. Where that was done less than an hour ago (`restartedAt`, null for never), the storm is sat out
 * without filling the disk.
 */
export function afterError(
  memory: ErrorMemory,
  at: Instant,
  restartedAt: Instant | null,
): { readonly memory: ErrorMemory; readonly action: ErrorAction } {
  if (memory.restarting) return { memory, action: 'drop' };
  // Errors from before the clock was set back are too old to count.
  const recent = [...memory.recent.filter((one) => one <= at && at - one < stormTime), at].slice(-stormErrors);
  if (recent.length < stormErrors) {
    return { memory: { ...memory, recent, notified: true }, action: memory.notified ? 'log' : 'log-and-tell' };
  }
  return mayRestart(restartedAt, at)
    ? { memory: { ...memory, recent, restarting: true }, action: 'log-and-restart' }
    : { memory: { ...memory, recent }, action: 'drop' };
}
