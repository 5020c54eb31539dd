import { join } from 'node:path';
import type { RequestResult } from './exchange.ts';

/** The worker thread's input. */
export interface AskerData {
  readonly socketPath: string;
  readonly request: string;
  readonly timeLimit: number;
  readonly done: Int32Array;
  readonly port: import('node:worker_threads').MessagePort;
}

/** How often `isOver` is called, in milliseconds. */
const lookInterval = 250;

/**
 * Like `ask`, but blocks until there is a result: it decides whether Chromium may start at all, which happens as soon
 * as this thread is free. The socket is in a separate thread. Gives up earlier once `isOver`.
 */
export function askAndWait(
  socketPath: string,
  request: string,
  timeLimit: number,
  isOver: () => boolean = () => false,
): RequestResult {
  // Loaded only here: most starts have nobody to ask, and the icon would wait for it.
  const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule('node:worker_threads');
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData: AskerData = { socketPath, request, timeLimit, done, port: port2 };
  const file = join(import.meta.dirname, 'status-asker.cjs');
  // It prints nothing; with its own streams it needs nothing from this thread, which is blocked.
  new Worker(file, { workerData, transferList: [port2], stdout: true, stderr: true });
  // Longer than the worker's own timeout, so that the worker reports what is wrong.
  const until = performance.now() + timeLimit + 2_000;
  while (Atomics.wait(done, 0, 0, lookInterval) === 'timed-out') {
    if (isOver() || performance.now() > until) break;
  }
  const received = receiveMessageOnPort(port1);
  return received === undefined ? { got: 'no-response' } : received.message;
}
