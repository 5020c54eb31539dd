import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { type NotificationPolicy, unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import {
  epoch,
  gone,
  hours,
  minutes,
  monitored,
  seconds,
  silent,
  type TestResponse,
} from '../../support/monitor/world.ts';
import { seed } from '../../support/seed.ts';

const quietFrom = minutes(10);
const quietUntil = hours(2);

/** As in `attentionAt`, the end of the last quiet time is remembered. */
const quietOnce = (at: number): NotificationPolicy => ({
  ...unrestrictedPolicy,
  quietUntil: at < quietFrom ? null : epoch + quietUntil,
});

const allAlerts = (world: ReturnType<typeof monitored>) =>
  world.alerts.map(({ kind, printers, at }) => `${kind} ${printers.join('+')} ${Math.round(at / 1_000)}`);
const alertKinds = (world: ReturnType<typeof monitored>) =>
  world.alerts.map(({ kind, printers }) => `${kind} ${printers.join('+')}`);

function watched(
  answer: (printer: string, at: number) => TestResponse,
  policy: (at: number) => NotificationPolicy,
  ...names: string[]
) {
  const world = monitored({ answer, policy, random: seededRandom(seed) });
  world.add(...names);
  world.monitor.start();
  return world;
}

describe('do not disturb', () => {
  it('holds everything back, and notifies at its end about what is still true, once', async () => {
    const lives: Record<string, (at: number) => TestResponse> = {
      Voron: gone([minutes(30), hours(9)]),
      Ender: gone([minutes(40), minutes(70)]),
      Mini: gone([minutes(100), hours(9)]),
      Prusa: (at) => (at < minutes(50) ? gone()(at) : { kind: 'refused', status: 604 }),
    };
    const world = watched((printer, at) => lives[printer]?.(at) ?? silent(600), quietOnce, ...Object.keys(lives));
    await world.time.run(quietUntil - 1);
    expect(world.alerts).toEqual([]);
    await world.time.run(quietUntil + seconds(31));
    expect(alertKinds(world)).toEqual(['disconnected Voron+Mini', 'reconnect-needed Prusa']);
    expect(world.notifications).toEqual([2]);
    expect(world.alerts[0]?.since).toBe(epoch + minutes(30));
    await world.time.run(hours(8));
    expect(world.notifications).toEqual([2]);
  });

  it('reports an end afterwards if its beginning was notified before', async () => {
    const voron = gone([minutes(2), minutes(30)]);
    const world = watched((_printer, at) => voron(at), quietOnce, 'Voron');
    await world.time.run(hours(3));
    expect(alertKinds(world)).toEqual(['disconnected Voron', 'recovered Voron']);
    expect(world.alerts[1]?.at).toBeGreaterThanOrEqual(quietUntil);
    expect(world.alerts[1]?.at).toBeLessThan(quietUntil + seconds(5));
  });

  it('checks again and drops what ends seconds before its end', async () => {
    const voron = gone([minutes(30), quietUntil - seconds(3)]);
    const world = watched((_printer, at) => voron(at), quietOnce, 'Voron');
    await world.time.run(hours(8));
    expect(allAlerts(world)).toEqual([]);
  });

  it('does not affect a disconnection that becomes due just after its end', async () => {
    const voron = gone([quietUntil - seconds(30), hours(9)]);
    const world = watched((_printer, at) => voron(at), quietOnce, 'Voron');
    await world.time.run(hours(4));
    expect(alertKinds(world)).toEqual(['disconnected Voron']);
    expect(world.alerts[0]?.at).toBeLessThan(quietUntil + seconds(75));
  });

  it('includes an unreachable service in the notification at its end', async () => {
    const world = watched((_printer, at) => (at < minutes(20) ? gone()(at) : silent(503)), quietOnce, 'Voron');
    await world.time.run(hours(3));
    expect(alertKinds(world)).toEqual(['service-unreachable ']);
    expect(world.alerts[0]?.at).toBeGreaterThanOrEqual(quietUntil);
    expect(world.alerts[0]?.at).toBeLessThan(quietUntil + seconds(16));
  });

  it('sends no extra requests', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `printer ${index}`);
    const crowd = monitored({ answer: (_printer, at) => gone([minutes(30), hours(9)])(at), policy: quietOnce });
    crowd.add(...names);
    crowd.monitor.start();
    await crowd.time.run(quietUntil - 1);
    for (const name of names) expect(crowd.requestedAt(name).length).toBeLessThanOrEqual(121);
  });

  it('that ends at a time of day is followed by news within 40 s, in each installation at another moment', async () => {
    const nightly = (at: number): NotificationPolicy => ({ ...quietOnce(at), isTimeOfDay: true });
    const requested: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      const name = `${index}`;
      const world = watched((_printer, at) => gone([minutes(30), hours(9)])(at), nightly, name);
      await world.time.run(hours(3));
      expect(alertKinds(world)).toEqual([`disconnected ${name}`]);
      expect(world.alerts[0]?.at).toBeGreaterThanOrEqual(quietUntil);
      expect(world.alerts[0]?.at).toBeLessThan(quietUntil + seconds(40));
      requested.push(...world.requestedAt(name).filter((at) => at >= quietUntil && at < quietUntil + seconds(40)));
    }
    const perSecond = requested.map((at) => Math.floor((at - quietUntil) / 1_000));
    const most = Math.max(...perSecond.map((second) => perSecond.filter((other) => other === second).length));
    // They would all be in the first one.
    expect(most).toBeLessThan(12);
  });

  it('that ends early releases everything at once', async () => {
    const ended = minutes(60);
    const voron = gone([minutes(30), hours(9)]);
    const world = watched(
      (_printer, at) => voron(at),
      (at) => (at < ended ? quietOnce(at) : { ...unrestrictedPolicy, quietUntil: epoch + ended }),
      'Voron',
    );
    world.time.happen(ended, () => world.monitor.rulesChanged());
    await world.time.run(ended + seconds(15));
    expect(alertKinds(world)).toEqual(['disconnected Voron']);
  });
});

describe('a muted printer', () => {
  const muted = (from: number, to: number) => (at: number) =>
    at >= from && at < to ? { ...unrestrictedPolicy, muted: new Set(['Voron']) } : unrestrictedPolicy;

  it('is silent, while others are not', async () => {
    const world = watched((_printer, at) => gone([minutes(5), hours(2)])(at), muted(0, hours(9)), 'Voron', 'Ender');
    await world.time.run(hours(3));
    expect(alertKinds(world)).toEqual(['disconnected Ender', 'recovered Ender']);
  });

  it('that recovers while muted is reported when it disconnects again later', async () => {
    const voron = gone([minutes(5), minutes(40)], [minutes(90), hours(9)]);
    const world = watched((_printer, at) => voron(at), muted(minutes(20), minutes(60)), 'Voron');
    await world.time.run(hours(3));
    expect(alertKinds(world)).toEqual(['disconnected Voron', 'disconnected Voron']);
  });

  it('is reported after the mute if it is still disconnected', async () => {
    const voron = gone([minutes(5), hours(9)]);
    const world = watched((_printer, at) => voron(at), muted(0, minutes(60)), 'Voron');
    await world.time.run(hours(3));
    expect(alertKinds(world)).toEqual(['disconnected Voron']);
    expect(world.alerts[0]?.since).toBe(epoch + minutes(5));
    expect(world.alerts[0]?.at).toBeGreaterThanOrEqual(minutes(60));
  });
});

describe('a kind of notification that is switched off', () => {
  const without = (...topics: (keyof NotificationPolicy['topics'])[]) => {
    const off = Object.fromEntries(topics.map((topic) => [topic, false]));
    return () => ({ ...unrestrictedPolicy, topics: { ...unrestrictedPolicy.topics, ...off } });
  };
  const twice = gone([minutes(5), minutes(20)], [minutes(120), minutes(140)]);

  it('is not shown, nor is its end', async () => {
    const world = watched((_printer, at) => twice(at), without('disconnected'), 'Voron');
    await world.time.run(hours(4));
    expect(world.alerts).toEqual([]);
  });

  it('does not suppress the next disconnection if it is the recovery', async () => {
    const world = watched((_printer, at) => twice(at), without('recovered'), 'Voron');
    await world.time.run(hours(4));
    expect(alertKinds(world)).toEqual(['disconnected Voron', 'disconnected Voron']);
  });

  it('does not silence others', async () => {
    const answer = (printer: string, at: number): PollOutcome =>
      printer === 'Voron' && at > minutes(30) ? { kind: 'perks-needed' } : twice(at);
    const world = watched(answer, without('disconnected', 'recovered'), 'Voron', 'Ender');
    await world.time.run(hours(4));
    expect(alertKinds(world)).toEqual(['perks-needed Voron']);
  });

  it('can be OctoEverywhere itself', async () => {
    const answer = (_printer: string, at: number) => (at > minutes(20) && at < minutes(90) ? silent(503) : gone()(at));
    const world = watched(answer, without('service'), 'Voron');
    await world.time.run(hours(4));
    expect(world.alerts).toEqual([]);
  });
});

describe('a problem with another likely cause', () => {
  it('of a captive portal raises no alert', async () => {
    const portal: PollOutcome = {
      kind: 'no-answer',
      problem: { type: 'malformed', what: 'html' },
    };
    const answer = (_printer: string, at: number) => (at > minutes(20) && at < minutes(60) ? portal : gone()(at));
    const world = watched(answer, () => unrestrictedPolicy, 'Voron', 'Ender');
    await world.time.run(hours(3));
    expect(alertKinds(world)).toEqual([]);
  });

  it('of all printers at once is reported as a possible problem of OctoEverywhere', async () => {
    const world = watched(
      (_printer, at) => gone([minutes(20), hours(2)])(at),
      () => unrestrictedPolicy,
      'Voron',
      'Ender',
      'Mini',
    );
    await world.time.run(hours(1));
    expect(world.alerts.map(({ everyPrinter, printers }) => [everyPrinter, printers.length])).toEqual([[true, 3]]);
  });

  it('of two of three printers is reported for the printers', async () => {
    const world = watched(
      (printer, at) => (printer === 'Mini' ? gone()(at) : gone([minutes(20), hours(2)])(at)),
      () => unrestrictedPolicy,
      'Voron',
      'Ender',
      'Mini',
    );
    await world.time.run(hours(1));
    expect(world.alerts.map(({ everyPrinter, printers }) => [everyPrinter, printers.length])).toEqual([[false, 2]]);
  });
});
