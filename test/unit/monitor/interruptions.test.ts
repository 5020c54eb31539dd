import { describe, expect, it } from 'vitest';
import { PowerAndNetworkMonitor } from '../../../src/monitor/interruptions.ts';
import { hours, link, minutes, monitored, pauses, seconds, silent } from '../../support/monitor/world.ts';

const online = link(true, -hours(1), null);

describe('sleep and network', () => {
  it('sends nothing while asleep, and polls everything 2 s after waking', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron', 'Ender');
    world.monitor.start();
    world.time.happen(minutes(10) + 5_000, () => {
      world.monitor.sleep();
      world.time.sleep();
    });
    world.time.happen(hours(8), () => {
      world.time.wake();
      world.monitor.wake();
    });
    await world.time.run(hours(8) + seconds(3));
    const requestTimes = world.requestedAt('Voron').filter((at) => at > minutes(10) + 5_000);
    expect(requestTimes).toEqual([hours(8) + seconds(2)]);
  });

  // As in lockdown-systems/cyd#155: the wait was over during sleep, and nothing went on after it.
  it.each([
    ['during sleep', minutes(20), minutes(20) + seconds(2), seconds(1)],
    ['after it', minutes(12), minutes(20), minutes(1) + seconds(1)],
  ])('goes on after a `Retry-After` that ends %s', async (_when, wokenAt, from, within) => {
    const world = monitored({ answer: (_printer, at) => (at < minutes(10) ? silent(429, 1_140) : online) });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(minutes(10), () => {
      world.monitor.sleep();
      world.time.sleep();
    });
    world.time.happen(wokenAt, () => {
      world.time.wake();
      world.monitor.wake();
    });
    await world.time.run(minutes(30));
    const [next = 0] = world.requestedAt('Voron').slice(1);
    expect(next).toBeGreaterThanOrEqual(minutes(19));
    expect(next - from).toBeLessThan(within);
  });

  it('notices an unannounced sleep', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(minutes(10) + 5_000, () => world.time.sleep());
    world.time.happen(hours(8), () => world.time.wake());
    await world.time.run(hours(8) + seconds(20));
    const requestTimes = world.requestedAt('Voron').filter((at) => at > hours(8));
    expect(requestTimes).toHaveLength(1);
    expect(requestTimes[0]).toBeLessThan(hours(8) + seconds(18));
  });

  it.each([hours(3), -hours(3)])('takes a clock that is set by %i ms for no sleep', async (off) => {
    const world = monitored({
      answer: (_printer, at) => (at < minutes(10) ? online : silent(503)),
      clockOff: (at) => (at < minutes(20) ? 0 : off),
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(24));
    expect(world.monitor.now() - world.time.clock.now()).toBeLessThanOrEqual(seconds(2));
    expect(world.alerts).toEqual([]);
    // The silence goes on counting.
    await world.time.run(minutes(27));
    expect(world.alerts.map(({ kind }) => kind)).toEqual(['service-unreachable']);
  });

  it('checks again at once after a clock set forward: a virtual machine may have been paused', async () => {
    const world = monitored({ answer: () => online, clockOff: (at) => (at < minutes(10) + 5_000 ? 0 : hours(3)) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(10) + seconds(40));
    expect(world.requestedAt('Voron').filter((at) => at > minutes(10) + 5_000)).toHaveLength(1);
  });

  it('knows after a start how far the clock was ahead, unless it was set right since', async () => {
    const first = monitored({ answer: () => online, clockOff: () => hours(2) });
    first.add('Voron');
    first.monitor.start();
    await first.time.run(minutes(5));
    first.monitor.stop();
    const kept = first.kept();
    expect(Math.abs(kept.ownClockAhead - hours(2))).toBeLessThanOrEqual(seconds(2));
    for (const off of [hours(2), 0]) {
      const again = monitored({ answer: () => online, kept, network: 'down', clockOff: () => minutes(6) + off });
      again.monitor.start();
      await again.time.run(seconds(30));
      const ahead = again.monitor.now() - again.time.clock.now() - minutes(6);
      expect(Math.abs(ahead), `${off}`).toBeLessThanOrEqual(seconds(12));
    }
  });

  it('continues if an announced sleep does not happen', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(minutes(10), () => world.monitor.sleep());
    await world.time.run(minutes(15));
    expect(world.requestedAt('Voron').filter((at) => at > minutes(11)).length).toBeGreaterThanOrEqual(3);
  });

  it('polls once a minute without a network, and at once when it returns', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(minutes(10) + 1_000, () => world.setNetwork('down'));
    world.time.happen(minutes(40), () => world.setNetwork('up'));
    await world.time.run(minutes(40) + seconds(14));
    expect(world.fleet.network()).toBe('up');
    const requestTimes = world.requestedAt('Voron').filter((at) => at > minutes(11));
    expect(new Set(pauses(requestTimes.filter((at) => at < minutes(40))))).toEqual(new Set([60]));
    const back = requestTimes.filter((at) => at >= minutes(40));
    expect(back).toHaveLength(1);
    expect(back[0]).toBeLessThanOrEqual(minutes(40) + seconds(13));
  });

  it('does not poll faster on a flapping network', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    for (let at = minutes(1); at < minutes(11); at += seconds(4)) {
      world.time.happen(at, () => {
        world.setNetwork((at / seconds(4)) % 2 === 0 ? 'down' : 'up');
        world.monitor.rulesChanged();
      });
    }
    await world.time.run(minutes(11));
    const gaps = pauses(world.requestedAt('Voron'));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
  });

  it('drops the answer to a request from before the network was lost', async () => {
    const world = monitored({
      answer: (_printer, at) => (at < seconds(30) ? online : silent(600)),
      latency: 5_000,
    });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(seconds(62), () => world.setNetwork('down'));
    await world.time.run(minutes(3));
    expect(world.fleet.get('Voron')?.status.silence).toBeNull();
  });
});

describe('the time since the start of the computer, which is expensive to read', () => {
  function computer() {
    const is = { now: 0, elapsed: 0, sinceBoot: 0, reads: 0 };
    const clock = {
      now: () => is.now,
      elapsed: () => is.elapsed,
      sinceBoot: () => {
        is.reads += 1;
        return is.sinceBoot;
      },
    };
    const monitor = new PowerAndNetworkMonitor({ clock, network: () => 'up' });
    const pass = (by: number, { sleeping = false, clockSetBy = 0 } = {}) => {
      is.now += by + clockSetBy;
      is.sinceBoot += by;
      if (!sleeping) is.elapsed += by;
    };
    return { is, monitor, pass };
  }

  it('is read about once a second, however many checks there are', () => {
    const { is, monitor, pass } = computer();
    for (let check = 0; check < 1_000; check += 1) {
      monitor.check();
      pass(10);
    }
    expect(is.reads).toBeGreaterThanOrEqual(9);
    expect(is.reads).toBeLessThanOrEqual(11);
  });

  it.each([10, 500, 990])('reveals a sleep %i ms after the last reading at once', (before) => {
    const { monitor, pass } = computer();
    monitor.check();
    pass(before);
    pass(hours(1), { sleeping: true });
    expect(monitor.check()).toMatchObject({ reset: 'wake', slept: hours(1), clockSetBy: 0 });
  });

  it.each([minutes(5), -minutes(5)])('reveals at once that the clock was set by %i ms', (by) => {
    const { monitor, pass } = computer();
    monitor.check();
    pass(10, { clockSetBy: by });
    expect(monitor.check()).toMatchObject({ reset: null, slept: 0, clockSetBy: by });
    pass(10);
    expect(monitor.check()).toMatchObject({ reset: null, clockSetBy: 0 });
  });

  it('reveals within a second a sleep during which the clock was set back by as much', () => {
    const { monitor, pass } = computer();
    monitor.check();
    pass(hours(1), { sleeping: true, clockSetBy: -hours(1) });
    const checks = [];
    for (let check = 0; check < 11; check += 1) {
      pass(100);
      checks.push(monitor.check());
    }
    const woken = checks.filter(({ reset }) => reset === 'wake');
    expect(woken).toEqual([expect.objectContaining({ slept: hours(1), clockSetBy: -hours(1) })]);
  });

  it('is read when the system reports a wake-up, however short ago it was read', () => {
    const { monitor, pass } = computer();
    monitor.check();
    pass(10);
    monitor.sleep();
    monitor.check();
    pass(minutes(1), { sleeping: true, clockSetBy: -minutes(1) });
    monitor.wake();
    expect(monitor.check()).toMatchObject({ reset: 'wake', slept: minutes(1) });
  });

  it('does not add up sleeps that are each too short to matter', () => {
    const { monitor, pass } = computer();
    for (let check = 0; check < 100; check += 1) {
      pass(500, { sleeping: true });
      pass(100);
      expect(monitor.check()).toMatchObject({ reset: null, clockSetBy: 0 });
    }
  });
});
