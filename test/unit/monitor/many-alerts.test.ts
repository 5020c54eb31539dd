import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingKept, type PrinterAlerts, unseen } from '../../../src/domain/alerts/alert-state.ts';
import { mayNotify } from '../../../src/domain/alerts/may-notify.ts';
import { unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import { NotifiablePrinters } from '../../../src/monitor/notifiable-printers.ts';
import { gone, hours, minutes, monitored } from '../../support/monitor/world.ts';

test('when 2,000 printers are lost together, each response examines few of them', { timeout: 180_000 }, async () => {
  const count = 2_000;
  let examined = 0;
  const muted = new Set<string>();
  muted.has = () => {
    examined += 1;
    return false;
  };
  let turn = 0;
  const answer = gone([minutes(1), hours(9)]);
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
  await world.time.run(minutes(1));
  const responses = world.requests.length;
  await world.time.run(minutes(5));
  expect(world.alerts.filter(({ update }) => !update).map(({ kind }) => kind)).toEqual(['disconnected']);
  expect(world.alerts.at(-1)?.total).toBe(count);
  // Examined at every response, some 1,500 would be.
  expect(examined / (world.requests.length - responses)).toBeLessThan(500);
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
