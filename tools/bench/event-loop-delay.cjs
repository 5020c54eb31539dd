// Loaded into the main process by NODE_OPTIONS: on SIGUSR2 it writes how late the event loop was, in nanoseconds, to a file.
const { writeFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 2 });
// Excludes the start and the first round of requests.
setTimeout(() => delay.enable(), 30_000);
process.on('SIGUSR2', () => {
  const { max } = delay;
  const [p50, p99] = [50, 99].map((share) => delay.percentile(share));
  writeFileSync(process.env['OCTOGLANCE_BENCH_DELAY'] ?? '', JSON.stringify({ p50, p99, max }));
});
