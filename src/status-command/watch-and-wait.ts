import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WatchedAs } from './exchange.ts';

/** Why watching ended: no app is running, it doesn't respond, it quit, or the reader of the output is gone. */
export type WatchEnd = 'not-running' | 'no-response' | 'stopped' | 'reader-gone';

const ends: readonly WatchEnd[] = ['not-running', 'no-response', 'stopped', 'reader-gone'];

/** The worker thread's input. */
export interface WatcherData {
  /** Where the app may be listening, most likely first. */
  readonly places: readonly string[];
  readonly as: WatchedAs;
  /** Set to the number of the `WatchEnd`, counted from 1, when watching ends. */
  readonly done: Int32Array;
}

/** The number by which the thread reports how watching ended. */
export const numberOf = (end: WatchEnd): number => ends.indexOf(end) + 1;

/**
 * Prints the status and each change of it, and blocks until that ends: Chromium starts as soon as this thread is free.
 * The socket is in a separate thread.
 */
export function watchAndWait(places: readonly string[], as: WatchedAs): WatchEnd {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WatcherData = { places, as, done };
  new Worker(join(import.meta.dirname, 'status-watcher.cjs'), { workerData, stdout: true, stderr: true });
  Atomics.wait(done, 0, 0);
  return ends[(done[0] ?? 0) - 1] ?? 'no-response';
}
