/** An internal problem: an error, a restart after too many errors, or a window that was lost for good. */
export type CrashEvent = 'error' | 'restarted' | 'window';

/** Reports such events to the user. */
export interface CrashReporter {
  report(event: CrashEvent): void;
}
