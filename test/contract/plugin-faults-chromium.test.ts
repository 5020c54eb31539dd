import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChromiumAsker, startChromiumAsker } from '../support/network/chromium-asker.ts';
import { type FaultServer, startFaultServer } from '../support/network/faults/fault-server.ts';
import { holdAll, mixedSubject, partOfFaults } from '../support/network/faults/plugin-faults.ts';
import { third } from '../support/network/faults/third-host.ts';
import { pluginClientCases } from '../support/network/plugin-client-cases.ts';
import { pluginRequests } from '../support/network/plugin-requests.ts';

let chromium: ChromiumAsker;
let server: FaultServer;

// On a new computer Electron has to be downloaded first.
beforeAll(async () => {
  chromium = await startChromiumAsker({ switches: [third.resolverRules] });
  server = await startFaultServer();
}, 600_000);

afterAll(async () => {
  await server.close();
  await chromium.close();
});

pluginClientCases((request, call) => chromium.askPlugin(request, call));

/** On this network the faults are split between the requests. */
test.each(pluginRequests)(
  'print requests survive a hostile network (Chromium): %s',
  async (request) => {
    const subject = mixedSubject(
      {
        ask: (call) => chromium.ask(call),
        memory: () => chromium.memory(),
        get uncaught() {
          return chromium.uncaught;
        },
      },
      (call) => chromium.askPlugin(request, call),
    );
    await holdAll(partOfFaults(request, true), server, subject);
    expect(third.connections()).toBe(0);
  },
  300_000,
);
