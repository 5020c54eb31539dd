/** Something went wrong within the app: an error, a start after too many of them, or a window that was lost for good. */
export type CrashEvent = 'error' | 'restarted' | 'window';

/** Brings such events before the user. */
export interface CrashReporter {
  report(event: CrashEvent): void;
}
