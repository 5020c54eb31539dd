import { describe, expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { hours, link, minutes, monitored, pauses, seconds, silent } from '../../support/monitor/world.ts';

const online = link(true, -hours(1), null);

describe('the poll schedule', () => {
  it('polls a connected printer every 60 s', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(1));
    expect(new Set(pauses(world.requestedAt('Voron')))).toEqual(new Set([60]));
    expect(world.status('Voron')).toBe('online');
  });

  it('lengthens the interval by at most 5 % jitter, so that printers spread out', async () => {
    let draw = 0;
    const world = monitored({ answer: () => online, random: () => (draw++ * 0.37) % 1 });
    world.add('Voron', 'Ender', 'Mini');
    world.monitor.start();
    await world.time.run(hours(6));
    const all = ['Voron', 'Ender', 'Mini'].map((name) => world.requestedAt(name));
    for (const requests of all) {
      const gaps = requests.slice(1).map((at, index) => at - (requests[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(seconds(60));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(seconds(63) + 1);
    }
    const last = all.map((requests) => requests.at(-1));
    expect(new Set(last).size).toBe(3);
  });

  it('backs off on temporary failures to no more than 10 min, and comes back to 60 s', async () => {
    const world = monitored({ answer: (_printer, at) => (at < hours(1) ? silent(600) : online) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(2));
    const gaps = pauses(world.requestedAt('Voron'));
    expect(gaps.slice(0, 4)).toEqual([60, 120, 240, 360]);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(600);
    expect(gaps.at(-1)).toBe(60);
  });

  it('polls every 10 min while Supporter Perks are missing', async () => {
    const world = monitored({ answer: () => ({ kind: 'perks-needed' }) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(1));
    const [second, ...later] = pauses(world.requestedAt('Voron'));
    // A second answer confirms it.
    expect(second).toBe(60);
    expect(new Set(later)).toEqual(new Set([600]));
  });

  it('confirms a refusal after 60 s, then polls once an hour', async () => {
    const world = monitored({ answer: () => ({ kind: 'refused', status: 604 }) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(seconds(30));
    expect(world.status('Voron')).toBe('checking');
    await world.time.run(hours(4));
    // For 3 min as usual: with a single connection, the service may be at fault.
    expect(pauses(world.requestedAt('Voron'))).toEqual([60, 60, 60, 3600, 3600, 3600]);
    expect(world.status('Voron')).toBe('reconnect-needed');
  });

  it('confirms a refusal at the first attempt even if that is answered faster', async () => {
    let latency = 0;
    const world = monitored({
      answer: () => ({ kind: 'refused', status: 603 }),
      get latency() {
        latency = latency === 0 ? 3_000 : 10;
        return latency;
      },
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(2));
    expect(world.requestedAt('Voron')).toHaveLength(2);
    expect(world.status('Voron')).toBe('reconnect-needed');
  });

  it('honours Retry-After, even on a manual refresh, wake or network return', async () => {
    const world = monitored({ answer: (_printer, at) => (at < minutes(5) ? silent(429, 1_800) : online) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(10));
    expect(world.monitor.refresh('Voron').map(({ printer }) => printer)).toEqual(['Voron']);
    world.monitor.sleep();
    world.monitor.wake();
    await world.time.run(minutes(29));
    expect(world.requestedAt('Voron')).toHaveLength(1);
    await world.time.run(minutes(31));
    expect(world.requestedAt('Voron')).toHaveLength(2);
  });

  it('retries a locked keychain at each poll, without backing off', async () => {
    const locked: PollOutcome = {
      kind: 'no-answer',
      problem: { type: 'keychain', why: 'locked' },
    };
    const world = monitored({ answer: () => locked });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(1));
    expect(new Set(pauses(world.requestedAt('Voron')))).toEqual(new Set([60]));
  });

  it('names those of several printers that have to wait, and polls the others', async () => {
    const answer = (printer: string, at: number) =>
      printer === 'Ender' && at < minutes(5) ? silent(503, 1_800) : online;
    const world = monitored({ answer });
    world.add('Voron', 'Ender', 'Mini');
    world.monitor.start();
    await world.time.run(minutes(3) + seconds(30));
    const before = { voron: world.requestedAt('Voron').length, ender: world.requestedAt('Ender').length };
    const [held, ...others] = world.monitor.refresh(null);
    expect(others).toEqual([]);
    expect(held?.printer).toBe('Ender');
    expect(held?.until).toBeGreaterThan(world.time.clock.now() + minutes(26));
    await world.time.run(minutes(3) + seconds(40));
    expect(world.requestedAt('Voron')).toHaveLength(before.voron + 1);
    expect(world.requestedAt('Ender')).toHaveLength(before.ender);
  });

  it('allows a manual refresh every 5 s per printer, and reports when the next is allowed', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(seconds(20));
    expect(world.monitor.refresh('Voron')).toEqual([]);
    await world.time.run(seconds(22));
    expect(world.monitor.refresh('Voron')).toEqual([{ printer: 'Voron', until: world.time.clock.now() + seconds(3) }]);
    await world.time.run(seconds(26));
    expect(world.monitor.refresh(null)).toEqual([]);
    await world.time.run(seconds(27));
    expect(world.requestedAt('Voron')).toEqual([0, seconds(20), seconds(26)]);
  });

  it('has at most six pending requests, and polls all printers nonetheless', async () => {
    const world = monitored({ answer: () => online, latency: 5_000 });
    const names = Array.from({ length: 40 }, (_, index) => `printer ${index}`);
    world.add(...names);
    world.monitor.start();
    await world.time.run(seconds(50));
    expect(world.mostUnderWay()).toBe(6);
    expect(new Set(world.requests.map(({ printer }) => printer)).size).toBe(40);
  });

  it('forgets a printer that was removed during a request', async () => {
    const world = monitored({ answer: () => online, latency: 5_000 });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(seconds(2));
    world.monitor.unwatch('Voron');
    await world.time.run(minutes(10));
    expect(world.fleet.members()).toEqual([]);
    expect(world.requests).toHaveLength(1);
  });
});
