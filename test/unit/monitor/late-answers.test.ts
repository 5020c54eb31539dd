import { describe, expect, it } from 'vitest';
import { outcomeAlone } from '../../../src/domain/outcome.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { online } from '../../support/monitor/crowd.ts';
import { hours, link, minutes, monitored, seconds } from '../../support/monitor/world.ts';

describe('a request that never returns', () => {
  it('frees its lane after 15 s, counts as silence, and its late answer is dropped', async () => {
    const late: string[] = [];
    const world = monitored({
      answer: () => link(false, -hours(2), -hours(1)),
      latency: (printer) => (printer === 'Voron' ? minutes(7) : 200),
      late: (printer) => late.push(printer),
    });
    world.add('Voron', 'Ender');
    world.monitor.start();
    await world.time.run(seconds(16));
    expect(world.fleet.get('Voron')?.asking).toBe(false);
    expect(world.fleet.get('Voron')?.status.silence?.problem).toEqual({ type: 'network', cause: 'timeout' });
    await world.time.run(minutes(30));
    expect(late.length).toBeGreaterThan(1);
    expect(world.status('Voron')).not.toBe('offline');
    expect(world.status('Ender')).toBe('offline');
    expect(world.mostUnderWay()).toBeLessThanOrEqual(6);
  });

  it('does not affect a printer that is added again meanwhile', async () => {
    const world = monitored({ answer: () => ({ kind: 'refused', status: 604 }), latency: seconds(9) });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(seconds(4));
    world.monitor.watch(newPrinter('Voron', 'Voron', 0), outcomeAlone(online));
    await world.time.run(seconds(20));
    expect(world.status('Voron')).toBe('online');
    expect(world.fleet.get('Voron')?.status.refusal).toBeNull();
  });
});
