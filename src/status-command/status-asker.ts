import { workerData } from 'node:worker_threads';
import { ask } from './ask.ts';
import type { AskerData } from './ask-and-wait.ts';

// The worker thread that sends the request; `status-command/ask-and-wait.ts` starts it and waits for `done`.
const { socketPath, request, timeLimit, done, port }: AskerData = workerData;
void ask(socketPath, request, timeLimit).then((result) => {
  port.postMessage(result);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
