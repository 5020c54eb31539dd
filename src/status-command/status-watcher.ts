import { workerData } from 'node:worker_threads';
import { readerCheck } from '../startup/reader.ts';
import { writeAll } from '../startup/write-all.ts';
import { watch } from './watch.ts';
import { numberOf, type WatcherData } from './watch-and-wait.ts';

// The worker thread that watches; `status-command/watch-and-wait.ts` starts it and waits for `done`.
const { places, as, done }: WatcherData = workerData;
const output = { write: (text: string) => writeAll(1, text), hasLostReader: readerCheck(1) };
void watch(places, as, output).then((end) => {
  Atomics.store(done, 0, numberOf(end));
  Atomics.notify(done, 0);
});
