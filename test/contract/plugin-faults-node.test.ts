import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDirectTransport } from '../../src/octoeverywhere/direct-transport.ts';
import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';
import type { Subject } from '../support/network/faults/ask-through.ts';
import { type FaultServer, healthyToken, startFaultServer } from '../support/network/faults/fault-server.ts';
import { holdAll, mixedSubject, partOfFaults, pluginFaults } from '../support/network/faults/plugin-faults.ts';
import { third } from '../support/network/faults/third-host.ts';
import { askPlugin, pluginRequests } from '../support/network/plugin-requests.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const direct = createDirectTransport();
const uncaught: string[] = [];
process.on('uncaughtExceptionMonitor', (error) => uncaught.push(String(error.stack)));

const info: Subject = {
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
};

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => server.close());

describe('print requests on a hostile network (Node)', () => {
  // One request gets every fault and the others share them, as all take the same path; with OCTOGLANCE_FAULTS=all each
  // gets every one.
  const isWhole = (request: string) => request === 'status' || process.env['OCTOGLANCE_FAULTS'] === 'all';
  test.each(pluginRequests)(
    '%s',
    async (request) => {
      const faults = isWhole(request) ? pluginFaults(request) : partOfFaults(request);
      await holdAll(
        faults,
        server,
        mixedSubject(info, (call) => askPlugin(request, direct, call)),
      );
    },
    300_000,
  );

  test('no other host was contacted', () => {
    expect(third.heard(healthyToken)).toBe(false);
    expect(third.connections()).toBe(0);
  });
});
