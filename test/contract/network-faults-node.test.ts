import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDirectTransport } from '../../src/octoeverywhere/direct-transport.ts';
import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';
import { faultCases } from '../support/network/faults/fault-cases.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const direct = createDirectTransport();

const uncaught: string[] = [];
process.on('uncaughtExceptionMonitor', (error) => uncaught.push(String(error.stack)));

faultCases(
  'Node',
  {
    uncaught,
    ask: async ({ origin, token, timeout = 10_000 }) => {
      const client = createInfoClient({ origin: new URL(origin), transport: direct, version: '0.0.0-test', timeout });
      return (await client.ask(token)).outcome;
    },
    memory: async () => {
      collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
  },
  { trusted: false },
);
