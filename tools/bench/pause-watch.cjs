// Loaded into the main process by NODE_OPTIONS: on SIGUSR2 it writes to a file the delays of a 5 ms timer since the last
// time, and those of a thread with nothing to do, which are the computer's share. Each is [end, length]: the end is UTC,
// and both are in milliseconds.
const { writeFileSync, renameSync } = require('node:fs');
const { Worker, isMainThread } = require('node:worker_threads');

const file = process.env['OCTOGLANCE_BENCH_PAUSES'];
if (isMainThread && file !== undefined && !process.argv.some((one) => one.startsWith('--type='))) {
  const shared = new Float64Array(new SharedArrayBuffer(8));
  const idle = new Worker(
    `const { workerData } = require('node:worker_threads');
    let last = performance.now();
    setInterval(() => {
      workerData[0] = Math.max(workerData[0], performance.now() - last - 5);
      last = performance.now();
    }, 5);`,
    { eval: true, workerData: shared, stdout: true, stderr: true },
  );
  idle.unref();
  /** @type {[endedAt: number, length: number][]} */
  let pauses = [];
  let last = performance.now();
  setInterval(() => {
    const pause = performance.now() - last - 5;
    if (pause > 2) pauses.push([Date.now(), pause]);
    last = performance.now();
  }, 5).unref();
  process.on('SIGUSR2', () => {
    const text = JSON.stringify({ pauses, others: shared[0] });
    pauses = [];
    shared[0] = 0;
    last = performance.now();
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  });
}
