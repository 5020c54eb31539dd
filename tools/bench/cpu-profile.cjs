// Loaded into the main process by NODE_OPTIONS: profiles it from its first line on. Each SIGUSR2 writes a profile and starts a new one.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');

const path = process.env['OCTOGLANCE_BENCH_PROFILE'] ?? '';
const session = new Session();
let written = 0;

session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 100 });
session.post('Profiler.start');
process.on('SIGUSR2', () => {
  session.post('Profiler.stop', (_error, { profile }) => {
    written += 1;
    writeFileSync(`${path}-${written}.cpuprofile`, JSON.stringify(profile));
  });
  session.post('Profiler.start');
});
