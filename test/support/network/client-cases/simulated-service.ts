import { describe, expect, test } from 'vitest';
import { startSimulator } from '../../../../src/demo/simulator.ts';
import { type ClientSetup, token } from './setup.ts';

/** How the client handles the simulated OctoEverywhere. */
export function simulatedServiceCases({ askWhole, ask, problemOf, opened }: ClientSetup): void {
  describe('the simulated OctoEverywhere', () => {
    const simulated = async () => opened(await startSimulator());

    test('a connected printer, flat and wrapped, then a disconnected one', async () => {
      const service = await simulated();
      const voron = service.printer('Voron', { token });
      const origin = service.origin.href;
      for (const shape of ['flat', 'wrapped'] as const) {
        service.body(shape);
        expect(await ask({ origin, token })).toMatchObject({
          kind: 'answered',
          info: {
            printerName: 'Voron',
            isOnline: true,
            lastDisconnectedAt: null,
            lastConnectedAt: expect.any(Number),
            printerUrl: `${service.origin.origin}/view/Voron`,
            limits: { maxDownloadFileBytes: 104_857_600, maxWebcamStreamSeconds: 600 },
          },
        });
      }
      voron.set({ link: 'down' });
      const outcome = await ask({ origin, token });
      expect(outcome).toMatchObject({ kind: 'answered', info: { isOnline: false } });
      expect(service.log.map(({ printer, status }) => [printer, status])).toEqual(Array(3).fill(['Voron', 200]));
      expect(JSON.stringify(service.log)).not.toContain(token);
    });

    test('every status that OctoEverywhere documents', async () => {
      const service = await simulated();
      const voron = service.printer('Voron', { token });
      const kinds: Record<number, string> = {};
      for (const status of [601, 603, 604, 605, 606, 610, 600, 602, 607, 608, 609, 611, 612, 613]) {
        voron.answer(status);
        const outcome = await ask({ origin: service.origin.href, token });
        kinds[status] = outcome.kind === 'no-answer' ? JSON.stringify(outcome.problem) : outcome.kind;
      }
      const silent = (status: number) => JSON.stringify({ type: 'http-status', status });
      expect(kinds).toEqual({
        601: 'printer-not-connected',
        603: 'refused',
        604: 'refused',
        605: 'perks-needed',
        606: 'refused',
        610: 'update-needed',
        ...Object.fromEntries([600, 602, 607, 608, 609, 611, 612, 613].map((status) => [status, silent(status)])),
      });
    });

    test('an unknown token, an error with Retry-After, a cut connection, a silent service', async () => {
      const service = await simulated();
      const origin = service.origin.href;
      service.printer('Voron', { token });
      expect(await ask({ origin, token: 'example-token-unknown' })).toEqual({ kind: 'refused', status: 603 });
      service.service(429);
      service.headers({ 'Retry-After': '120' });
      expect(await askWhole({ origin, token })).toEqual({
        outcome: { kind: 'no-answer', problem: { type: 'http-status', status: 429 } },
        serverDate: expect.any(Number),
        retryAfterSeconds: 120,
      });
      service.network('down');
      expect(problemOf(await ask({ origin, token }))).toEqual({ type: 'network', cause: 'read' });
      service.network('up');
      service.service('timeout');
      expect(problemOf(await ask({ origin, token, timeout: 400 }))).toEqual({ type: 'network', cause: 'timeout' });
    });
  });
}
