import { describe, expect, it } from 'vitest';
import { outcomeAlone, type PollOutcome } from '../../../src/domain/outcome.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { longestPause } from '../../support/monitor/crowd.ts';
import { hours, link, minutes, monitored, pauses, seconds, silent } from '../../support/monitor/world.ts';

const online = link(true, -hours(1), null);
const unreachable: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'network', cause: 'no-network' },
};

describe('a system that says "offline"', () => {
  it('is overruled at once by an answer, even at the start: only a tunnel', async () => {
    const world = monitored({ answer: () => online });
    world.setHint('down');
    world.add('Voron', 'Ender', 'Mini');
    world.monitor.start();
    expect(world.fleet.network()).toBe('down');
    await world.time.run(seconds(1));
    expect(world.fleet.network()).toBe('up');
    expect(world.requests).toHaveLength(1);
    await world.time.run(hours(1));
    expect(world.fleet.network()).toBe('up');
    for (const name of ['Voron', 'Ender', 'Mini']) {
      expect(world.status(name)).toBe('online');
      expect(new Set(pauses(world.requestedAt(name).slice(2)))).toEqual(new Set([60]));
    }
  });

  it('is overruled within seconds when the last interface disappears and a tunnel stays', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron', 'Ender');
    world.monitor.start();
    world.time.happen(minutes(10) + seconds(1), () => world.setHint('down'));
    await world.time.run(minutes(10) + seconds(30));
    expect(world.fleet.network()).toBe('up');
    await world.time.run(hours(1));
    expect(world.fleet.network()).toBe('up');
    expect(world.alerts).toEqual([]);
  });

  it('is overruled by the answer with which a printer is added', async () => {
    const world = monitored({ answer: () => online });
    world.setHint('down');
    world.monitor.start();
    await world.time.run(minutes(3));
    expect(world.fleet.network()).toBe('down');
    world.monitor.watch(newPrinter('Voron', 'Voron', 0), outcomeAlone(online));
    expect([world.fleet.network(), world.status('Voron')]).toEqual(['up', 'online']);
  });

  it('is not needed to notice missing answers: a container bridge counts as online', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron', 'Ender');
    world.monitor.start();
    world.time.happen(minutes(10), () => world.setReach('down'));
    world.time.happen(minutes(20), () => world.setReach('up'));
    await world.time.run(minutes(45));
    expect(world.fleet.network()).toBe('up');
    expect(world.alerts).toEqual([]);
    for (const { status } of world.fleet.members()) expect([status.kind, status.silence]).toEqual(['online', null]);
  });

  it('is believed without answers: one printer is polled every 60 s, and its silence is not reported', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron', 'Ender');
    world.monitor.start();
    world.time.happen(minutes(10) + seconds(1), () => world.setNetwork('down'));
    await world.time.run(hours(2));
    expect(world.fleet.network()).toBe('down');
    const trials = world.requests.filter(({ at }) => at > minutes(11)).map(({ at }) => at);
    expect(new Set(pauses(trials))).toEqual(new Set([60]));
    // The printers take turns, since one of them may be the one that hangs.
    expect(new Set(world.requests.filter(({ at }) => at > hours(1)).map(({ printer }) => printer)).size).toBe(2);
    for (const { status } of world.fleet.members()) expect([status.kind, status.silence]).toEqual(['unknown', null]);
    expect(world.alerts).toEqual([]);
  });

  it('is believed again when the answers stop, and no printer is reported as disconnected', async () => {
    for (const silence of [unreachable, silent(502)]) {
      const gone = minutes(30);
      const world = monitored({ answer: (_printer, at) => (at < gone ? online : silence) });
      world.setHint('down');
      world.add('Voron', 'Ender', 'Mini');
      world.monitor.start();
      await world.time.run(gone);
      expect(world.fleet.network()).toBe('up');
      await world.time.run(gone + seconds(150));
      expect(world.fleet.network()).toBe('down');
      await world.time.run(hours(2));
      expect(world.alerts).toEqual([]);
    }
  });

  it('is not believed because one printer hangs or fails while others answer', async () => {
    const world = monitored({
      answer: (printer) => (printer === 'Voron' ? online : unreachable),
      latency: (printer) => (printer.startsWith('hung') ? seconds(15) : 200),
    });
    world.setHint('down');
    world.add('Voron', 'failing', ...Array.from({ length: 36 }, (_, index) => `hung ${index}`));
    world.monitor.start();
    const states: string[] = [];
    world.fleet.subscribe(() => states.push(world.fleet.network()));
    await world.time.run(hours(1));
    expect(world.fleet.network()).toBe('up');
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual(['down', 'up']);
  });

  it('finds the one printer that answers among many that do not', async () => {
    const world = monitored({
      answer: (printer) => (printer === 'Voron' ? online : unreachable),
      latency: (printer) => (printer === 'Voron' ? 200 : seconds(15)),
    });
    world.setHint('down');
    world.add('hung 1', 'hung 2', 'Voron');
    world.monitor.start();
    await world.time.run(minutes(3));
    expect(world.fleet.network()).toBe('up');
    expect(world.status('Voron')).toBe('online');
  });

  it('does not block a manual refresh of one printer or of all', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron', 'Ender');
    world.setNetwork('down');
    world.monitor.start();
    await world.time.run(minutes(5) + seconds(30));
    expect(world.fleet.network()).toBe('down');
    world.setReach('up');
    const before = world.requests.length;
    expect(world.monitor.refresh('Ender')).toEqual([]);
    expect(world.requests.slice(before).map(({ printer }) => printer)).toEqual(['Ender']);
    await world.time.run(world.time.since() + seconds(4));
    expect(world.fleet.network()).toBe('up');
    expect([world.status('Voron'), world.status('Ender')]).toEqual(['online', 'online']);
  });

  it('polls one printer at a refresh of all, and not twice within 5 s', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron', 'Ender', 'Mini');
    world.setNetwork('down');
    world.monitor.start();
    await world.time.run(minutes(5) + seconds(30));
    const before = world.requests.length;
    expect(world.monitor.refresh(null)).toEqual([]);
    expect(world.requests).toHaveLength(before + 1);
    expect(world.monitor.refresh('Voron')).toEqual([]);
    await world.time.run(world.time.since() + seconds(1));
    const askedTwice = ['Voron', 'Ender', 'Mini'].map((name) => world.requestedAt(name));
    for (const requests of askedTwice) {
      const gaps = requests.slice(1).map((at, index) => at - (requests[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(seconds(5));
    }
  });

  it('is overruled by a refusal too, which still has to be confirmed', async () => {
    const world = monitored({ answer: () => ({ kind: 'refused', status: 604 }) });
    world.setHint('down');
    world.add('Voron');
    world.monitor.start();
    await world.time.run(seconds(3));
    expect(world.fleet.network()).toBe('up');
    expect(world.status('Voron')).toBe('checking');
    await world.time.run(hours(5));
    // A dead connection is polled once an hour, and nothing fails in between.
    expect(world.fleet.network()).toBe('up');
    expect(world.requestedAt('Voron').filter((at) => at > minutes(5)).length).toBeLessThanOrEqual(5);
  });

  it('respects Retry-After in its probes', async () => {
    const world = monitored({ answer: () => silent(503, 1_800) });
    world.add('Voron');
    world.monitor.start();
    world.time.happen(seconds(10), () => world.setHint('down'));
    await world.time.run(minutes(29));
    expect(world.requestedAt('Voron')).toHaveLength(1);
  });

  it('sends nothing while the computer sleeps', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.setNetwork('down');
    world.monitor.start();
    world.time.happen(minutes(10), () => {
      world.monitor.sleep();
      world.time.sleep();
    });
    await world.time.run(hours(3));
    expect(world.requestedAt('Voron').filter((at) => at > minutes(10) + 1)).toEqual([]);
  });

  it('and flips every few seconds does not increase the requests', async () => {
    const world = monitored({ answer: () => online });
    world.add('Voron');
    world.monitor.start();
    for (let at = minutes(1); at < minutes(31); at += seconds(3)) {
      world.time.happen(at, () => {
        world.setHint((at / seconds(3)) % 2 === 0 ? 'down' : 'up');
        world.monitor.rulesChanged();
      });
    }
    await world.time.run(minutes(31));
    expect(Math.min(...pauses(world.requestedAt('Voron')))).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['only reports that every second', 1, false],
    ['does so every second', 1, true],
    ['does so every three seconds', 3, true],
    ['does so three times a minute', 10, true],
  ])(
    'and a network that comes and goes, which %s, does not stop the polls, nor alert',
    async (_how, period, isReal) => {
      const world = monitored({ answer: () => online, random: () => 0.5 });
      world.add('Voron', 'Ender', 'Mini');
      world.monitor.start();
      for (let at = seconds(1), isDown = true; at < hours(1); at += seconds(period), isDown = !isDown) {
        world.time.happen(at, () => {
          (isReal ? world.setNetwork : world.setHint)(isDown ? 'down' : 'up');
          world.monitor.rulesChanged();
        });
      }
      await world.time.run(hours(1));
      for (const { printer, status } of world.fleet.members()) {
        // Three intervals: a request may meet the network just when it is away.
        expect(longestPause(world.requestedAt(printer.id), 0, hours(1)), printer.id).toBeLessThanOrEqual(seconds(185));
        expect(status.silence, printer.id).toBeNull();
        expect(world.clock.now() - (status.answeredAt ?? 0), printer.id).toBeLessThanOrEqual(seconds(185));
      }
      expect(world.alerts).toEqual([]);
    },
  );

  it('and a network that comes and goes does not repeat soon what OctoEverywhere refused', async () => {
    const tooMany: PollOutcome = { kind: 'no-answer', problem: { type: 'http-status', status: 429 } };
    const world = monitored({ answer: (name) => (name === 'Voron' ? online : tooMany), random: () => 0.5 });
    world.add('Voron', 'Ender');
    world.monitor.start();
    for (let at = minutes(2), isDown = true; at < hours(1); at += seconds(10), isDown = !isDown) {
      world.time.happen(at, () => {
        world.setHint(isDown ? 'down' : 'up');
        world.monitor.rulesChanged();
      });
    }
    await world.time.run(hours(1));
    const after = world.requestedAt('Ender').filter((at) => at > minutes(3));
    expect(after.length).toBeGreaterThan(3);
    expect(Math.min(...pauses(after))).toBeGreaterThanOrEqual(59);
  });
});
