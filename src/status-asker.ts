import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'node:worker_threads';
import { askStatus } from './status-command/ask.ts';

// What runs in the thread that asks; `status-command/run.ts` starts it and waits for `done`.
const { place, done, port }: { place: string; done: Int32Array; port: MessagePort } = workerData;
void askStatus(place).then((asked) => {
  port.postMessage(asked);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
