import { describe, expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { gone, hours, link, minutes, monitored, seconds, silent } from '../../support/monitor/world.ts';

const online = link(true, -hours(1), null);

describe('alerts', () => {
  const notified = (world: ReturnType<typeof monitored>) =>
    world.alerts.map(({ kind, printers, at }) => `${kind} ${printers.join('+')} ${Math.round(at / 1_000)}`);

  it('notify about a disconnection when the grace period ends, and about the lasting recovery', async () => {
    const voron = gone([seconds(100), seconds(400)]);
    const world = monitored({ answer: (_printer, at) => voron(at) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(15));
    const [lost, found] = world.alerts;
    expect(world.alerts.map(({ kind }) => kind)).toEqual(['disconnected', 'recovered']);
    expect(lost?.since).toBe(world.time.clock.now() - minutes(15) + seconds(100));
    expect(lost?.at).toBeGreaterThanOrEqual(seconds(190));
    expect(lost?.at).toBeLessThan(seconds(192));
    expect(found?.at).toBeGreaterThanOrEqual(seconds(430));
    expect(found?.at).toBeLessThan(seconds(400 + 60 + 35));
  });

  it('never report a blip shorter than the grace period, at any position between polls', async () => {
    for (let start = 0; start < 70; start += 1) {
      const voron = gone([seconds(300 + start), seconds(300 + start + 89)]);
      const world = monitored({ answer: (_printer, at) => voron(at) });
      world.add('Voron');
      world.monitor.start();
      await world.time.run(minutes(12));
      expect(notified(world)).toEqual([]);
    }
  });

  it('do not report two blips in a row as one disconnection', async () => {
    const voron = gone([seconds(310), seconds(370)], [seconds(375), seconds(440)]);
    const world = monitored({ answer: (_printer, at) => voron(at) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(12));
    expect(notified(world)).toEqual([]);
  });

  it('group printers that disconnect within 20 s of each other', async () => {
    const drops: Record<string, number> = { Voron: 300, Ender: 310, Mini: 318 };
    const world = monitored({
      answer: (printer, at) => gone([seconds(drops[printer] ?? 0), hours(9)])(at),
    });
    world.add('Voron', 'Ender', 'Mini');
    world.monitor.start();
    await world.time.run(minutes(15));
    expect(world.alerts.map(({ kind, printers }) => [kind, [...printers].sort()])).toEqual([
      ['disconnected', ['Ender', 'Mini', 'Voron']],
    ]);
  });

  it('do not delay one printer for another that disconnects a minute later', async () => {
    const drops: Record<string, number> = { Voron: 300, Ender: 360 };
    const world = monitored({
      answer: (printer, at) => gone([seconds(drops[printer] ?? 0), hours(9)])(at),
    });
    world.add('Voron', 'Ender');
    world.monitor.start();
    await world.time.run(minutes(15));
    expect(notified(world)).toEqual(['disconnected Voron 390', 'disconnected Ender 450']);
  });

  it('stay silent about printers while this computer has no network, and give the true time afterwards', async () => {
    const voron = gone([minutes(12), hours(9)]);
    const world = monitored({ answer: (_printer, at) => voron(at) });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(minutes(10), () => world.setNetwork('down'));
    world.time.happen(minutes(30), () => world.setNetwork('up'));
    await world.time.run(minutes(40));
    expect(world.alerts.map(({ kind }) => kind)).toEqual(['disconnected']);
    expect(world.alerts[0]?.at).toBeGreaterThan(minutes(30));
    expect(world.alerts[0]?.at).toBeLessThan(minutes(30) + seconds(20));
    expect(world.alerts[0]?.since).toBe(world.time.clock.now() - minutes(28));
  });

  it('do not report silence of the service as a disconnection', async () => {
    const world = monitored({ answer: (_printer, at) => (at > minutes(5) ? silent(602) : online) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(18));
    expect(world.status('Voron')).toBe('online');
    await world.time.run(hours(2));
    expect(world.status('Voron')).toBe('unknown');
    expect(world.alerts.map(({ kind }) => kind)).toEqual(['service-unreachable']);
  });

  it('group missing Supporter Perks of all printers, and their return', async () => {
    const world = monitored({
      answer: (_printer, at) => (at > minutes(20) && at < minutes(60) ? { kind: 'perks-needed' } : online),
    });
    world.add('Voron');
    await world.time.run(seconds(20));
    world.add('Ender');
    await world.time.run(seconds(40));
    world.add('Mini');
    world.monitor.start();
    await world.time.run(hours(2));
    expect(world.alerts.map(({ kind, printers }) => `${kind} ${printers.length}`)).toEqual([
      'perks-needed 3',
      'perks-restored 3',
    ]);
  });

  it('report a refused connection once, and its recovery', async () => {
    const world = monitored({
      answer: (_printer, at) => (at > minutes(5) && at < hours(5) ? { kind: 'refused', status: 604 } : online),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(8));
    expect(world.alerts.map(({ kind }) => kind)).toEqual(['reconnect-needed', 'reconnect-healed']);
  });

  it('report an outdated plugin each time', async () => {
    const world = monitored({
      answer: (_printer, at) => (at % hours(2) > hours(1) ? { kind: 'update-needed' } : online),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(4));
    expect(world.alerts.map(({ kind }) => kind)).toEqual(['update-needed', 'update-needed']);
  });

  it('are not repeated after a restart, and their end is reported', async () => {
    const voron = gone([seconds(100), hours(3)]);
    const first = monitored({ answer: (_printer, at) => voron(at) });
    first.add('Voron');
    first.monitor.start();
    await first.time.run(minutes(10));
    expect(Object.keys(first.kept().printers['Voron']?.open ?? {})).toEqual(['loss']);
    const second = monitored({ answer: (_printer, at) => voron(at + hours(1)), kept: first.kept() });
    second.add('Voron');
    second.monitor.start();
    await second.time.run(hours(1));
    expect(second.alerts).toEqual([]);
    await second.time.run(hours(3));
    expect(second.alerts.map(({ kind }) => kind)).toEqual(['recovered']);
    expect(second.kept().printers['Voron']?.open).toEqual({});
  });

  it('report once that OctoEverywhere is silent, after 15 min, and once that it answers again', async () => {
    const world = monitored({
      answer: (_printer, at) => (at > minutes(5) && at < hours(3) ? silent(503) : online),
    });
    world.add('Voron', 'Ender');
    world.monitor.start();
    await world.time.run(hours(5));
    expect(world.alerts.map(({ kind, printers }) => [kind, printers.length])).toEqual([
      ['service-unreachable', 0],
      ['service-reachable', 0],
    ]);
    const [silence, end] = world.alerts;
    // The clock decides: 15 min after the last usable answer, and only after one more attempt.
    expect(silence?.at).toBeGreaterThanOrEqual(minutes(19));
    expect(silence?.at).toBeLessThan(minutes(20) + seconds(21));
    expect(end?.at).toBeGreaterThanOrEqual(hours(3));
  });

  it('do not call the service silent while it answers for another printer, but do when none answers', async () => {
    const one = monitored({ answer: (printer) => (printer === 'Voron' ? silent(503) : online) });
    one.add('Voron', 'Ender');
    one.monitor.start();
    await one.time.run(hours(2));
    expect(one.alerts).toEqual([]);
    const other = monitored({ answer: () => silent(602) });
    other.add('Voron');
    other.monitor.start();
    await other.time.run(hours(2));
    expect(other.alerts.map(({ kind }) => kind)).toEqual(['service-unreachable']);
  });

  it('call a printer unstable at its third disconnection within an hour, once, until it is stable for an hour', async () => {
    const outages = Array.from({ length: 12 }, (_, index) => {
      const from = seconds(600 + index * 600);
      return [from, from + seconds(200)] as const;
    });
    const voron = gone(...outages);
    const world = monitored({ answer: (_printer, at) => voron(at) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(6));
    const kinds = world.alerts.map(({ kind }) => kind);
    expect(kinds).toEqual(['disconnected', 'recovered', 'disconnected', 'recovered', 'unstable']);
    expect(world.kept().printers['Voron']?.unstable).toBeNull();
  });

  it('wait ten minutes before they report that all connections were refused at once', async () => {
    const refused: PollOutcome = { kind: 'refused', status: 603 };
    const healing = monitored({ answer: (_printer, at) => (at > minutes(5) && at < minutes(12) ? refused : online) });
    healing.add('Voron', 'Ender');
    healing.monitor.start();
    await healing.time.run(hours(3));
    expect(healing.alerts).toEqual([]);

    const dead = monitored({ answer: (_printer, at) => (at > minutes(5) ? refused : online) });
    dead.add('Voron', 'Ender');
    dead.monitor.start();
    await dead.time.run(hours(3));
    expect(dead.alerts.map(({ kind, printers }) => [kind, printers])).toEqual([
      ['reconnect-needed', ['Voron', 'Ender']],
    ]);
    expect(dead.alerts[0]?.at).toBeGreaterThanOrEqual(minutes(15));
    expect(dead.alerts[0]?.at).toBeLessThan(minutes(18));

    const one = monitored({ answer: (printer, at) => (printer === 'Voron' && at > minutes(5) ? refused : online) });
    one.add('Voron', 'Ender');
    one.monitor.start();
    await one.time.run(minutes(9));
    expect(one.alerts.map(({ kind, printers }) => [kind, printers])).toEqual([['reconnect-needed', ['Voron']]]);
  });

  it('wait even if some printers are polled too rarely to be refused in that time', async () => {
    const refused: PollOutcome = { kind: 'refused', status: 603 };
    const usual = (printer: string): PollOutcome => (printer === 'Mini' ? { kind: 'perks-needed' } : online);
    const world = monitored({
      answer: (printer, at) => (at > minutes(25) && at < minutes(29) ? refused : usual(printer)),
    });
    world.add('Voron', 'Ender', 'Mini');
    world.monitor.start();
    await world.time.run(hours(3));
    expect(notified(world).map((line) => line.split(' ')[0])).toEqual(['perks-needed']);
  });
});
