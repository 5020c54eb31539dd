import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingKept, type PrinterAlerts, unseen } from '../../../src/domain/alerts/alert-state.ts';
import { mayNotify } from '../../../src/domain/alerts/may-notify.ts';
import { unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import { NotifiablePrinters } from '../../../src/monitor/notifiable-printers.ts';
import { gone, minutes, monitored } from '../../support/monitor/world.ts';

/** How many changes alerting examined for each response, from the loss of all printers on. */
async function examined(count: number) {
  let looked = 0;
  const muted = new Set<string>();
  muted.has = () => {
    looked += 1;
    return false;
  };
  let turn = 0;
  const answer = gone([minutes(3), minutes(11)]);
  const world = monitored({
    answer: (_, at) => answer(at),
    latency: 20,
    random: () => {
      turn = (turn + 7) % 97;
      return turn / 97;
    },
    policy: () => ({ ...unrestrictedPolicy, muted }),
  });
  world.add(...Array.from({ length: count }, (_, index) => `P${index}`));
  world.monitor.start();
  await world.time.run(minutes(3));
  const until = async (end: number) => {
    const [responses, before] = [world.requests.length, looked];
    await world.time.run(end);
    return (looked - before) / (world.requests.length - responses);
  };
  const loss = await until(minutes(7));
  const reported = await until(minutes(11));
  const recovery = await until(minutes(15));
  const quiet = await until(minutes(19));
  return { world, loss, reported, recovery, quiet };
}

test('when 2,000 printers are lost together, each response examines few of them', async () => {
  const count = 2_000;
  const { world, loss, reported, recovery, quiet } = await examined(count);
  expect(world.alerts.filter(({ update }) => !update).map(({ kind }) => kind)).toEqual(['disconnected', 'recovered']);
  expect(world.alerts.at(-1)?.total).toBe(count);
  // All of them at every response would be up to 2,000.
  expect(loss).toBeLessThan(500);
  expect(recovery).toBeLessThan(500);
  expect(reported).toBeLessThan(5);
  expect(quiet).toBeLessThan(5);
});

test('the printers that may have news stay in order, whatever changes', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const down: PrinterAlerts = { ...unseen(nothingKept), run: { ...run(), kind: 'refused' } };
  const fine: PrinterAlerts = { ...unseen(nothingKept), run: run() };
  const change = fc.tuple(fc.constantFrom(...names, 'new', 'newer'), fc.boolean());
  fc.assert(
    fc.property(fc.subarray(names), fc.array(change), (first, changes) => {
      const printers: Record<string, PrinterAlerts> = Object.fromEntries(first.map((name) => [name, down]));
      const notifiable = new NotifiablePrinters();
      notifiable.fill(printers);
      for (const [name, isDown] of changes) {
        printers[name] = isDown ? down : fine;
        notifiable.changed(name, printers[name]);
        const those = Object.entries(printers).filter(([, printer]) => mayNotify(printer));
        expect(notifiable.ids()).toEqual(those.map(([id]) => id));
        expect(notifiable.known()).toBe(Object.keys(printers).length);
      }
    }),
  );
});

function run(): NonNullable<PrinterAlerts['run']> {
  return { kind: 'accepted', firstAt: 0, lastAt: 0, current: true, afterAt: null };
}
