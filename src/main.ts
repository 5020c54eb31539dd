import { writeSync } from 'node:fs';
import { EarlyFaults } from './startup/early-fault.ts';
import { keepStreamsHarmless } from './startup/standard-streams.ts';

// Nothing else is here, so that even a damaged installation exits with a message and a code.
keepStreamsHarmless([process.stdout, process.stderr]);
const faults = new EarlyFaults({
  write: (line) => writeSync(2, line),
  exit: (code) => process.exit(code),
});
void import('./start.ts').then(({ start }) => start(faults)).catch(faults.fail);
