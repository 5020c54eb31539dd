import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Asked } from './exchange.ts';

/** What the asking thread is told. */
export interface AskerData {
  readonly place: string;
  readonly question: string;
  readonly timeLimit: number;
  readonly done: Int32Array;
  readonly port: import('node:worker_threads').MessagePort;
}

/**
 * Asks as `ask` does, and blocks until the answer is there: what comes of it decides whether Chromium may start at all,
 * which it does as soon as this thread is free. The socket is in a thread of its own.
 */
export function askAndWait(place: string, question: string, timeLimit: number): Asked {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData: AskerData = { place, question, timeLimit, done, port: port2 };
  const file = join(import.meta.dirname, 'status-asker.cjs');
  // It prints nothing; without streams of its own it needs nothing of this thread, which waits.
  new Worker(file, { workerData, transferList: [port2], stdout: true, stderr: true });
  // Beyond the asker's own patience, so that it is the one to say what is wrong.
  Atomics.wait(done, 0, 0, timeLimit + 2_000);
  const received = receiveMessageOnPort(port1);
  return received === undefined ? { got: 'silence' } : received.message;
}
