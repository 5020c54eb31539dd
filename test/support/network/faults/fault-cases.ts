import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askThrough, growth, mostMemory, type Subject } from './ask-through.ts';
import { startCertificateFaults, stopCertificateFaults } from './certificates.ts';
import { contents } from './contents.ts';
import { cuts } from './cuts.ts';
import type { FaultGroup, FaultRow, FaultTable } from './fault.ts';
import { type FaultServer, healthyToken, startFaultServer, tokenMark } from './fault-server.ts';
import { framing } from './framing.ts';
import { headers } from './headers.ts';
import { redirects } from './redirects.ts';
import { sizes } from './sizes.ts';
import { third } from './third-host.ts';

const results = resolve(import.meta.dirname, '../../../../test-results/network-faults');

/** Tests every fault over one network. The results go to test-results/network-faults/, for docs/reliability.md. */
export function faultCases(
  network: 'Chromium' | 'Node',
  subject: Subject,
  { trusted }: { readonly trusted: boolean },
): void {
  const rows: FaultRow[] = [];
  let server: FaultServer;
  let certificates: readonly FaultGroup[] = [];
  beforeAll(async () => {
    server = await startFaultServer();
    certificates = await startCertificateFaults(trusted);
  });
  afterAll(async () => {
    await server.close();
    stopCertificateFaults();
    mkdirSync(results, { recursive: true });
    const table: FaultTable = { network, rows };
    writeFileSync(join(results, `${network.toLowerCase()}.json`), `${JSON.stringify(table, null, 2)}\n`);
  });

  describe(`the network is hostile (${network})`, () => {
    let atFirst = 0;
    test('the third host would notice a token sent to it', async () => {
      atFirst = await subject.memory();
      const token = `${tokenMark}-control`;
      await subject.ask({ origin: third.origin, token, timeout: 10_000 });
      expect(third.heard(token)).toBe(true);
    });

    const hold = async (group: FaultGroup) => {
      const row = await askThrough(group, server, subject);
      rows.push(row);
      expect(row).toMatchObject({ lost: [], leaked: [] });
      expect(row.memoryGrowth).toBeLessThan(mostMemory);
    };
    const groups = [...cuts, ...sizes, ...framing, ...headers, ...contents, ...redirects].map(({ fault, cases }) => ({
      fault,
      cases: cases.filter(({ chromiumOnly }) => network === 'Chromium' || chromiumOnly !== true),
    }));
    test.each(groups)('$fault', hold, 120_000);

    test('untrusted certificates', async () => {
      for (const group of certificates) await hold(group);
    }, 60_000);

    test('the healthy printer’s token was not sent anywhere else', () => {
      expect(third.heard(healthyToken)).toBe(false);
    });

    test('memory is back at its start', async () => {
      expect(await growth(subject, atFirst)).toBeLessThan(mostMemory);
    });
  });
}
