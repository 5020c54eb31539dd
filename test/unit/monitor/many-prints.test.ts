import { describe, expect, test } from 'vitest';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import type { PrintPolicy } from '../../../src/domain/print/notify-prints.ts';
import { defaultPrintKinds } from '../../../src/domain/print/print-alert.ts';
import type { PrintStatus } from '../../../src/domain/print/print-status.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { SECOND } from '../../../src/domain/time.ts';
import { PrintAlerting } from '../../../src/monitor/print-alerting.ts';
import { unknownPoll } from '../../../src/monitor/print-beside-poll.ts';
import { PrintWatch } from '../../../src/monitor/print-watch.ts';
import { hours, link, minutes, monitored } from '../../support/monitor/world.ts';
import { answered, last, type ReportFields, start } from '../../support/print/reports.ts';
import { onlinePrinters } from '../../support/print/surroundings.ts';

const counts = [1_000, 4_000] as const;
const intervals = intervalsFor(defaultSettings, null);
const nobody = new Set<string>();
const policy: PrintPolicy = {
  kinds: defaultPrintKinds,
  muted: nobody,
  off: nobody,
  oftenOff: nobody,
  quietUntil: null,
  isTimeOfDay: false,
};
const named = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`);
const printing = (at: number): ReportFields => ({
  state: 'printing',
  id: 'a',
  file: 'benchy.gcode',
  duration: at / 1_000,
  progress: Math.min(99, at / minutes(10)),
  left: 60_000,
});

/** How often a printer was checked for its print, and the whole list walked, per answer within two minutes. */
async function looks(count: number, reported: (at: number) => ReportFields) {
  let looked = 0;
  let random = 1;
  const drawn = () => {
    random = (random * 16_807) % 2_147_483_647;
    return random / 2_147_483_647;
  };
  let responses = 0;
  const world = monitored({
    answer: () => link(true, -hours(5), null),
    random: drawn,
    latency: 20,
    prints: (time) => ({
      kept: {},
      random: drawn,
      ask: () => {
        responses += 1;
        const outcome = () => ({ outcome: answered(reported(time.since())), retryAfterSeconds: null });
        return new Promise((come) => time.after(20, () => come(outcome())));
      },
      isWatched: () => {
        looked += 1;
        return true;
      },
      isWindowOpen: () => false,
      kinds: () => defaultPrintKinds,
      show: () => {},
      keep: () => {},
    }),
  });
  let walks = 0;
  const members = world.fleet.members.bind(world.fleet);
  world.fleet.members = () => {
    walks += 1;
    return members();
  };
  world.add(...named(count));
  world.monitor.start();
  await world.time.run(minutes(2));
  const before = { looked, walks, responses: world.requests.length + responses };
  await world.time.run(minutes(3));
  const now = world.requests.length + responses - before.responses;
  return { each: (looked - before.looked) / now, walks: walks - before.walks, prints: responses };
}

test('an answer checks little more than its own print among a thousand', async () => {
  const { each, walks, prints } = await looks(1_000, printing);
  // Two per second, as with few printers, would be 360 in that time.
  expect(prints).toBeGreaterThan(500);
  expect(each).toBeLessThan(5);
  expect(walks).toBeLessThanOrEqual(2);
});

describe.each(counts)('of %i printers', (count) => {
  test.each([
    ['idle', () => ({ state: 'idle' })],
    ['printing', printing],
  ] as const)('only due prints are checked, %s', async (_, reported) => {
    let elapsed = 0;
    let requests = 0;
    let looked = 0;
    const watch = new PrintWatch(
      {
        clock: { elapsed: () => elapsed },
        now: () => start + elapsed,
        random: () => (elapsed % 97) / 97,
        intervals: () => intervals,
        policy: () => policy,
        lastNotification: () => 0,
        askPrint: async () => {
          requests += 1;
          return { outcome: answered(reported(elapsed)), retryAfterSeconds: null };
        },
        show: () => {},
        changed: () => {},
        answered: () => {},
      },
      {},
    );
    const printers = onlinePrinters(named(count), { underWay: 0, waiting: 0 }, start);
    const counted = {
      ...printers,
      member: () => {
        looked += 1;
        return { connection: 'one', isWatched: true, infoRetryWait: null, connectionPoll: unknownPoll };
      },
    };
    watch.turn(counted);
    expect(looked).toBeGreaterThanOrEqual(count);
    looked = 0;
    for (; elapsed < minutes(3); elapsed += 25) {
      watch.turn(counted);
      for (let step = 0; step < 4; step += 1) await Promise.resolve();
    }
    expect(requests).toBeGreaterThan(count / 2);
    // Once for the request, once to schedule the next.
    expect(looked / requests).toBeLessThan(3);
  });
});

test.each(counts)('of %i printers none is checked for changes that are impossible', (count) => {
  let looked = 0;
  const status = last([[0, printing(0)]]);
  const counted = (): PrintStatus => ({
    ...status,
    get print() {
      looked += 1;
      return status.print;
    },
  });
  const alerting = new PrintAlerting({}, start);
  for (const id of named(count)) alerting.observe(id, counted());
  alerting.notify(start, 0, intervals, policy);
  looked = 0;
  for (let turn = 1; turn <= 100; turn += 1) alerting.notify(start + turn * SECOND, 0, intervals, policy);
  expect(looked).toBe(0);
  alerting.observe('P1', counted());
  alerting.notify(start + 200 * SECOND, 0, intervals, policy);
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(20);
  // A changed policy may let earlier alerts through.
  alerting.notify(start + 201 * SECOND, 0, intervals, { ...policy, muted: new Set(['P3']) });
  expect(looked).toBeGreaterThanOrEqual(count);
});
