import { afterAll, beforeAll } from 'vitest';
import { type ChromiumAsker, startChromiumAsker } from '../support/network/chromium-asker.ts';
import { home, trusting } from '../support/network/faults/certificates.ts';
import { faultCases } from '../support/network/faults/fault-cases.ts';
import { third } from '../support/network/faults/third-host.ts';

let chromium: ChromiumAsker;

// On a new computer Electron has to be downloaded first.
beforeAll(async () => {
  chromium = await startChromiumAsker({ switches: [third.resolverRules], home });
}, 600_000);

afterAll(async () => chromium.close());

const subject = {
  ask: (request: Parameters<ChromiumAsker['ask']>[0]) => chromium.ask(request),
  memory: () => chromium.memory(),
  get uncaught() {
    return chromium.uncaught;
  },
};

faultCases('Chromium', subject, { trusted: trusting });
