import { expect, test } from 'vitest';
import { GadgetReports } from '../../../src/app/gadget-reports.ts';
import type { Print } from '../../../src/domain/print/print.ts';
import { type PrintStateKind, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { notYetChecked } from '../../../src/domain/status.ts';
import type { PrinterRecord } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';

const running = { ended: null } as Print;

function setUp({ kind = 'printing' as PrintStateKind, seen = true, retryAfter = null as number | null } = {}) {
  const world = { elapsed: 1_000_000, requestCount: 0, seen, kind };
  const member = (): PrinterRecord => ({
    printer: newPrinter('a', 'Voron', 0),
    status: { ...notYetChecked(0), kind: 'online' },
    info: null,
    sighting: null,
    checkedAt: null,
    print: { ...printNotYetRequested(0), kind: world.kind, print: running },
    pollState: firstPoll(0),
    asking: false,
    nextCheckAt: null,
  });
  const reports = new GadgetReports({
    fleet: { get: () => member() },
    requests: { token: async () => 'example-token' },
    plugin: {
      gadget: async () => {
        world.requestCount += 1;
        const value = { activity: 'watching' as const, words: `Answer ${world.requestCount}`, rating: 9 };
        return { outcome: { kind: 'answered', value }, serverDate: null, retryAfterSeconds: retryAfter };
      },
    },
    window: { isSeen: () => world.seen },
    clock: { elapsed: () => world.elapsed },
  });
  return { world, reports };
}

test('Gadget is polled at most once every ten seconds, however often the window asks', async () => {
  const { world, reports } = setUp();
  const all = await Promise.all([reports.of('a'), reports.of('a'), reports.of('a')]);
  expect(all.map((state) => state?.words)).toEqual(['Answer 1', 'Answer 1', 'Answer 1']);
  world.elapsed += 9_999;
  expect((await reports.of('a'))?.words).toBe('Answer 1');
  expect(world.requestCount).toBe(1);
  world.elapsed += 1;
  expect((await reports.of('a'))?.words).toBe('Answer 2');
});

test('no request is sent during a Retry-After, and Gadget’s last report soon expires', async () => {
  const { world, reports } = setUp({ retryAfter: 300 });
  await reports.of('a');
  world.elapsed += 20_000;
  expect((await reports.of('a'))?.words).toBe('Answer 1');
  world.elapsed += 60_000;
  expect(await reports.of('a')).toBeNull();
  expect(world.requestCount).toBe(1);
  world.elapsed += 240_000;
  expect((await reports.of('a'))?.words).toBe('Answer 2');
});

test.each([{ kind: 'idle' as const }, { kind: 'finished' as const }, { seen: false }])(
  'no request is sent while there is nothing to see: %o',
  async (how) => {
    const { world, reports } = setUp(how);
    expect(await reports.of('a')).toBeNull();
    expect(world.requestCount).toBe(0);
  },
);
