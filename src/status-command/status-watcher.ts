import { workerData } from 'node:worker_threads';
import { writeAll } from '../startup/write-all.ts';
import { watch } from './watch.ts';
import { numberOf, type WatcherData } from './watch-and-wait.ts';

// The worker thread that watches; `status-command/watch-and-wait.ts` starts it and waits for `done`.
const { places, as, done }: WatcherData = workerData;
void watch(places, as, (text) => writeAll(1, text)).then((end) => {
  Atomics.store(done, 0, numberOf(end));
  Atomics.notify(done, 0);
});
