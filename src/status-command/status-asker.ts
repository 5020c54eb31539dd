import { workerData } from 'node:worker_threads';
import { ask } from './ask.ts';
import type { AskerData } from './ask-and-wait.ts';

// The worker thread that sends the request; `status-command/ask-and-wait.ts` starts it and waits for `done`.
const { place, question, timeLimit, done, port }: AskerData = workerData;
void ask(place, question, timeLimit).then((asked) => {
  port.postMessage(asked);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
