import { describe, expect, it } from 'vitest';
import { crowd, longestPause, mostIn } from '../../support/monitor/crowd.ts';
import { minutes, seconds } from '../../support/monitor/world.ts';

describe('requests', () => {
  it.each([
    [3, 30, 5],
    [50, 30, 5],
    [120, 30, 8],
    [200, 30, 13],
    [200, 60, 6],
  ])('of %i printers at polls of %i s: at most %i begin in a second', async (printers, pollSeconds, most) => {
    let draws = 0;
    const world = crowd({ hanging: 0, healthy: printers, pollSeconds, random: () => (draws++ * 0.37) % 1 });
    // The network drops and returns, which is not a start, wake or refresh.
    world.time.happen(minutes(12), () => world.setNetwork('down'));
    world.time.happen(minutes(14), () => world.setNetwork('up'));
    await world.time.run(minutes(30));
    expect(mostIn(world.requests, seconds(1), minutes(4))).toBeLessThanOrEqual(most);
    for (const name of world.healthy) {
      expect(longestPause(world.requestedAt(name), minutes(16), minutes(30))).toBeLessThanOrEqual(
        seconds(pollSeconds) * 1.05 + seconds(2),
      );
    }
  });

  it('of the first round after a start, a wake or a refresh are as fast as six lanes allow', async () => {
    const world = crowd({ hanging: 0, healthy: 40, pollSeconds: 60, latency: 100 });
    await world.time.run(seconds(2));
    expect(new Set(world.requests.map(({ printer }) => printer)).size).toBe(40);
    await world.time.run(minutes(10) + seconds(30));
    const before = world.requests.length;
    world.monitor.refresh(null);
    await world.time.run(world.time.since() + seconds(2));
    expect(world.requests.length).toBeGreaterThanOrEqual(before + 40);
  });
});
