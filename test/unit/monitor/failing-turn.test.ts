import { expect, it } from 'vitest';
import { hours, link, minutes, monitored, silent } from '../../support/monitor/world.ts';

it('goes on after a turn that fails, even if nothing else would wake the monitor', async () => {
  const online = link(true, -hours(5), null);
  // Without another request for an hour, only the timer is left.
  const isSilent = (at: number) => at >= minutes(5) && at < minutes(65);
  const world = monitored({ answer: (_printer, at) => (isSilent(at) ? silent(503, 3_600) : online) });
  const push = world.notifications.push.bind(world.notifications);
  let failures = 0;
  world.notifications.push = (count) => {
    if (failures > 0) return push(count);
    failures += 1;
    throw new Error('The notification failed.');
  };
  world.add('Voron');
  world.monitor.start();
  await expect(world.time.run(hours(1.6))).rejects.toThrow('The notification failed.');
  await world.time.run(hours(8));
  expect(failures).toBe(1);
  expect(world.requestedAt('Voron').at(-1)).toBeGreaterThan(hours(7));
});

it('reports a change to every listener of the fleet, even if one of them fails', async () => {
  const world = monitored({ answer: () => link(true, -hours(5), null) });
  const heard: string[] = [];
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);
  process.on('unhandledRejection', note);
  world.fleet.subscribe(() => {
    throw new Error('The listener failed.');
  });
  world.fleet.subscribe((ids) => heard.push(...ids));
  world.add('Voron');
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(heard).toEqual(['Voron']);
  // It is still reported, to the app's own handler.
  expect(failures).toEqual([new Error('The listener failed.')]);
});
