import { EarlyFaults } from './startup/early-fault.ts';
import { usePipesOfOurOwn } from './startup/own-description.ts';
import { keepStreamsHarmless } from './startup/standard-streams.ts';
import { remarkTimeout, writeAll } from './startup/write-all.ts';

// Nothing else is here, so that even a damaged installation exits with a message and a code.
usePipesOfOurOwn();
keepStreamsHarmless([process.stdout, process.stderr]);
const faults = new EarlyFaults({
  write: (line) => void writeAll(2, line, remarkTimeout),
  exit: (code) => process.exit(code),
});
void import('./start.ts').then(({ start }) => start(faults)).catch(faults.fail);
