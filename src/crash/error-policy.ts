import { HOUR, type Instant, MINUTE } from '../domain/time.ts';

/** What is remembered about uncaught errors. */
export interface ErrorMemory {
  /** Times of the latest errors, oldest first; at most as many as make a storm. */
  readonly recent: readonly Instant[];
  /** The user has been notified; once per run is enough. */
  readonly notified: boolean;
  /** The app is about to restart itself. */
  readonly restarting: boolean;
}

/** What to do about an error; `drop` means not even logging it. */
export type ErrorAction = 'log-and-notify' | 'log' | 'log-and-restart' | 'drop';

/** This many errors within this time are a storm: something is broken and doesn't recover. */
export const manyErrors = 20;
export const manyErrorsTime = MINUTE;

/** How long to wait before another restart, ms. */
export const restartPause = HOUR;

/** Whether the app may restart itself at `at`. After the clock was set back it waits, to avoid a loop. */
export function mayRestart(restartedAt: Instant | null, at: Instant): boolean {
  return restartedAt === null || at - restartedAt >= restartPause;
}

/** The initial memory; `notified` if the user is notified of a restart anyway. */
export function noErrors(notified: boolean): ErrorMemory {
  return { recent: [], notified, restarting: false };
}

/**
 * What to do about an error at `at`: the first is logged and reported, later ones are only logged, and in a storm the
 * app restarts itself. If it already did so less than an hour ago (`restartedAt`, null for never), the storm is sat out
 * without filling the disk.
 */
export function afterError(
  memory: ErrorMemory,
  at: Instant,
  restartedAt: Instant | null,
): { readonly memory: ErrorMemory; readonly action: ErrorAction } {
  if (memory.restarting) return { memory, action: 'drop' };
  // Errors from before the clock was set back don't count.
  const recent = [...memory.recent.filter((one) => one <= at && at - one < manyErrorsTime), at].slice(-manyErrors);
  if (recent.length < manyErrors) {
    return { memory: { ...memory, recent, notified: true }, action: memory.notified ? 'log' : 'log-and-notify' };
  }
  return mayRestart(restartedAt, at)
    ? { memory: { ...memory, recent, restarting: true }, action: 'log-and-restart' }
    : { memory: { ...memory, recent }, action: 'drop' };
}
