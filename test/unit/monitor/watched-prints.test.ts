import { describe, expect, test } from 'vitest';
import { defaultPrintKinds, type PrintAlert } from '../../../src/domain/print/print-alert.ts';
import type { KeptPrints } from '../../../src/domain/print/print-alert-state.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import type { PrintAnswered } from '../../../src/monitor/print-watch-ports.ts';
import { epoch, gone, hours, link, minutes, monitored, pauses, seconds, silent } from '../../support/monitor/world.ts';
import { answered, failure, type ReportFields } from '../../support/print/reports.ts';

const idle: ReportFields = { state: 'idle' };
const printing = (at: number): ReportFields => ({
  state: 'printing',
  id: 'a',
  file: 'benchy.gcode',
  duration: at / 1_000,
  progress: Math.min(99, at / minutes(1)),
  left: Math.max(60, 6_000 - at / 1_000),
});

/** A monitored world whose printers have a plugin. */
function watched(options: {
  readonly reported: (printer: string, at: number) => ReportFields | PrintAnswered;
  readonly answer?: Parameters<typeof monitored>[0]['answer'];
  readonly latency?: number;
  readonly kept?: KeptPrints;
}) {
  const requests: { printer: string; at: number }[] = [];
  const notified: (PrintAlert & { at: number })[] = [];
  let kept: KeptPrints = options.kept ?? {};
  let isWatched = true;
  const world = monitored({
    answer: options.answer ?? (() => link(true, -hours(5), null)),
    random: () => 0.5,
    prints: (time) => ({
      kept,
      random: () => 0.5,
      ask: (printer) => {
        requests.push({ printer, at: time.since() });
        return new Promise((come) =>
          time.after(options.latency ?? 300, () => {
            const reported = options.reported(printer, time.since());
            come('outcome' in reported ? reported : { outcome: answered(reported), retryAfterSeconds: null });
          }),
        );
      },
      isWatched: () => isWatched,
      isWindowOpen: () => false,
      kinds: () => defaultPrintKinds,
      show: (alert) => notified.push({ ...alert, at: time.since() }),
      keep: (changed) => {
        kept = changed;
      },
    }),
  });
  return {
    ...world,
    printsAsked: (printer: string) => requests.filter((one) => one.printer === printer).map(({ at }) => at),
    notified,
    keptPrints: () => kept,
    watch: (on: boolean) => {
      isWatched = on;
    },
  };
}

describe('prints in the monitor', () => {
  test('a print is polled once its printer is known to be connected, and its status is in the fleet', async () => {
    const world = watched({ reported: (_, at) => printing(at) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(10));
    expect(world.printsAsked('Voron')[0]).toBeGreaterThanOrEqual(200);
    expect(world.printsAsked('Voron')[0]).toBeLessThan(1_000);
    expect(new Set(pauses(world.printsAsked('Voron')).slice(1))).toEqual(new Set([62]));
    expect(world.fleet.get('Voron')?.print).toMatchObject({ kind: 'printing', print: { fileName: 'benchy.gcode' } });
  });

  test('a disconnected printer is not polled, and at once when it returns', async () => {
    const world = watched({
      reported: (_, at) => printing(at),
      answer: (_, at) => gone([minutes(10), minutes(20)])(at),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(30));
    const during = world.printsAsked('Voron').filter((at) => at > minutes(11) && at < minutes(20));
    expect(during).toEqual([]);
    const back = world.requestedAt('Voron').find((at) => at >= minutes(20)) ?? 0;
    const next = world.printsAsked('Voron').find((at) => at > minutes(20)) ?? 0;
    expect(next - back).toBeLessThan(1_000);
  });

  test('a 605 stops the requests until the printer’s status changes from connected', async () => {
    const perks: PrintAnswered = { outcome: failure('perks-needed', 605), retryAfterSeconds: null };
    const world = watched({
      reported: () => perks,
      answer: (_, at) => (at > hours(3) && at < hours(4) ? { kind: 'perks-needed' } : link(true, -hours(5), null)),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(3));
    expect(world.printsAsked('Voron')).toHaveLength(2);
    expect(world.fleet.get('Voron')?.print).toMatchObject({ kind: 'not-available', why: 'perks-needed' });
    await world.time.run(hours(5));
    expect(world.printsAsked('Voron').length).toBeGreaterThan(2);
  });

  test('a Retry-After of the Info API also applies to the plugin', async () => {
    const world = watched({
      reported: (_, at) => printing(at),
      answer: (_, at) => (at > minutes(10) && at < minutes(11.5) ? silent(600, 900) : link(true, -hours(5), null)),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(30));
    const held = world.printsAsked('Voron').filter((at) => at > minutes(12.2) && at < minutes(24));
    expect(held).toEqual([]);
    expect(world.printsAsked('Voron').some((at) => at > minutes(25))).toBe(true);
  });

  test('a failed print is reported at once although the connection has used up its hourly notifications', async () => {
    const outages = [8, 16, 24, 32, 40].map((from) => [minutes(from), minutes(from + 3)] as const);
    const failsAt = minutes(47);
    const world = watched({
      reported: (_, at) => (at < failsAt ? printing(at) : { ...printing(failsAt), state: 'error' }),
      answer: (_, at) => gone(...outages)(at),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(60));
    expect(world.alerts.filter(({ update }) => !update)).toHaveLength(4);
    expect(world.alerts.every(({ at }) => at < failsAt)).toBe(true);
    const failed = world.notified.filter(({ kind }) => kind === 'print-failed');
    expect(failed).toHaveLength(1);
    expect((failed[0]?.at ?? 0) - failsAt).toBeLessThanOrEqual(seconds(78));
  });

  test('prints that keep ending hold back no disconnection, and all notifications share one numbering', async () => {
    const ends = (at: number): ReportFields => {
      const round = Math.floor(at / minutes(6));
      const within = at % minutes(6);
      const state = within < minutes(4) ? 'printing' : 'complete';
      return {
        state,
        id: `print-${round}`,
        file: 'a',
        duration: within / 1_000,
        progress: state === 'complete' ? 100 : 50,
      };
    };
    const world = watched({
      reported: (_, at) => ends(at),
      answer: (_, at) => gone([minutes(100), minutes(103)])(at),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(3));
    expect(world.notified.length).toBeGreaterThan(12);
    const disconnected = world.alerts.find(({ kind }) => kind === 'disconnected');
    expect((disconnected?.at ?? 0) - minutes(100)).toBeLessThan(minutes(2.5));
    const numbers = [...world.notified, ...world.alerts.filter(({ update }) => !update)].map(
      ({ notification }) => notification,
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('a notified event is not repeated after a restart, and its print is read', async () => {
    const before = watched({
      reported: (_, at) => (at < minutes(20) ? printing(at) : { ...printing(at), state: 'error' }),
    });
    before.add('Voron');
    before.monitor.start();
    await before.time.run(minutes(25));
    expect(before.notified.map(({ kind }) => kind)).toEqual(['print-failed']);
    before.monitor.stop();
    const after = watched({
      reported: (_, at) => ({ ...printing(minutes(20)), duration: 1_200 + at / 1_000, state: 'error' }),
      kept: JSON.parse(JSON.stringify(before.keptPrints())),
    });
    after.add('Voron');
    after.monitor.start();
    await after.time.run(hours(1));
    expect(after.notified).toEqual([]);
  });

  test('once print monitoring is off, nothing is polled, shown or stored', async () => {
    const world = watched({ reported: (_, at) => printing(at) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(5));
    world.watch(false);
    world.monitor.forgetPrints('Voron');
    const count = world.printsAsked('Voron').length;
    await world.time.run(minutes(20));
    expect(world.printsAsked('Voron')).toHaveLength(count);
    expect(world.fleet.get('Voron')?.print).toBe(null);
    expect(world.keptPrints()).toEqual({});
  });
});

describe('the cost of print monitoring', () => {
  /** Returns how often the timer wakes the monitor in its first two minutes and then in an hour, and when it polls. */
  async function figures(reported: ((at: number) => ReportFields) | null, count: number) {
    const names = Array.from({ length: count }, (_, index) => `P${index}`);
    const shared = { answer: () => link(true, -hours(5), null), random: () => 0.5 };
    const world = reported === null ? monitored(shared) : watched({ reported: (_, at) => reported(at) });
    let [wakes, first] = [0, 0];
    const set = world.time.timer.set.bind(world.time.timer);
    world.time.timer.set = (delay, act) =>
      set(delay, () => {
        wakes += 1;
        if (world.time.since() < minutes(2)) first += 1;
        act();
      });
    for (const name of names) world.monitor.watch(newPrinter(name, name, epoch), null);
    world.monitor.start();
    await world.time.run(hours(1));
    return { first, wakes: wakes - first, info: names.map((name) => world.requestedAt(name)) };
  }

  test.each([1, 5, 12])('an idle fleet of %i is not woken, except for the first check of each', async (count) => {
    const without = await figures(null, count);
    const idleFleet = await figures(() => idle, count);
    expect(idleFleet.wakes).toBeLessThanOrEqual(without.wakes);
    expect(idleFleet.first).toBeLessThanOrEqual(without.first + count);
  });

  test.each([1, 6, 20])('the Info API polls %i printers no later', async (count) => {
    const without = await figures(null, count);
    const busy = await figures(printing, count);
    const late = without.info.flatMap((requests, index) =>
      requests.filter((at, number) => (busy.info[index]?.[number] ?? Number.POSITIVE_INFINITY) > at + seconds(0.05)),
    );
    expect(late).toEqual([]);
  });
});
