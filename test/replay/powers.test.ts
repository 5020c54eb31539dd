import { describe, expect, it } from 'vitest';
import { readTrace } from '../../src/demo/read-trace.ts';
import { type Asked, type ReplayLine, replay } from '../../src/demo/replay.ts';

const night = { on: true, days: Array.from({ length: 7 }, () => ({ from: 22 * 60, until: 7 * 60 })) };
const hour = 3_600;

async function outcomeOf(...events: readonly object[]) {
  const lines: ReplayLine[] = [];
  const requested: Asked[] = [];
  await replay(readTrace(events.map((event) => JSON.stringify(event)).join('\n')), (line) => lines.push(line), {
    answered: (one) => requested.push(one),
  });
  return {
    lines,
    requested,
    alerts: lines.flatMap((line) => ('alert' in line ? [line] : [])),
    history: lines.flatMap((line) => ('history' in line ? [line.history] : []))[0] ?? {},
    figures: lines.flatMap((line) => ('requests' in line ? [line] : []))[0],
  };
}

const up = { at: 0, printer: 'Voron', link: 'up' };

describe('the app of a replay', () => {
  const loss = [up, { at: 600, printer: 'Voron', link: 'down' }];

  it('remembers after a restart what it has notified', async () => {
    const { alerts } = await outcomeOf(
      ...loss,
      { at: 1_000, app: 'quit' },
      { at: 1_010, app: 'start' },
      { at: 3_000, end: true },
    );
    expect(alerts.map(({ alert }) => alert)).toEqual(['disconnected']);
  });

  it('loses only unsaved data when it is killed', async () => {
    const { alerts, requested } = await outcomeOf(...loss, { at: 3_000, end: true });
    const notifiedAt =
      (requested.find(({ answeredAt }) => Math.ceil(answeredAt / 1_000) === alerts[0]?.at)?.answeredAt ?? 0) / 1_000;
    const notifiedWhenKilled = async (at: number) =>
      (await outcomeOf(...loss, { at, app: 'kill' }, { at: at + 5, app: 'start' }, { at: 3_000, end: true })).alerts
        .length;
    expect(notifiedAt).toBeGreaterThan(690);
    // The file is written after 100 ms.
    expect(await notifiedWhenKilled(notifiedAt + 0.05)).toBe(2);
    expect(await notifiedWhenKilled(notifiedAt + 0.15)).toBe(1);
  });

  it('keeps the history that was on disk', async () => {
    const known = async (end: 'quit' | 'kill') => {
      const { history } = await outcomeOf(up, { at: 90, app: end }, { at: 200, end: true });
      const connected = (history['Voron'] ?? []).filter(([state]) => state === 'connected');
      return connected.reduce((sum, [, from, to]) => sum + to - from, 0);
    };
    expect(await known('quit')).toBeGreaterThan(50);
    expect(await known('kill')).toBeLessThan(5);
  });

  it('polls nothing while it is not running, and is shown nowhere', async () => {
    const { requested, lines } = await outcomeOf(
      up,
      { at: 100, app: 'quit' },
      { at: 5_000, app: 'start' },
      { at: 5_100, end: true },
    );
    expect(requested.filter(({ requestedAt }) => requestedAt > 100_000 && requestedAt < 5_000_000)).toEqual([]);
    expect(lines.filter((line) => 'glance' in line)).toMatchObject([
      { at: 0, glance: 'checking' },
      { at: 1, glance: 'online' },
      { at: 5_000, glance: 'checking' },
      { at: 5_001, glance: 'online' },
    ]);
  });

  it('is new when it is first started', async () => {
    const { requested } = await outcomeOf(up, { at: 500, app: 'start' }, { at: 700, end: true });
    expect(requested[0]?.requestedAt).toBeGreaterThanOrEqual(500_000);
  });

  it('restores its settings and its list', async () => {
    const { alerts, figures } = await outcomeOf(
      up,
      { at: 0, printer: 'Ender', link: 'up' },
      { at: 10, setting: { graceSeconds: 0, topics: { recovered: false } } },
      { at: 20, printer: 'Ender', user: 'remove' },
      { at: 100, app: 'kill' },
      { at: 200, app: 'start' },
      { at: 600, printer: 'Voron', link: 'down' },
      { at: 800, printer: 'Voron', link: 'up' },
      { at: 3_000, end: true },
    );
    expect(alerts.map(({ alert }) => alert)).toEqual(['disconnected']);
    expect(alerts[0]?.at).toBeLessThan(690);
    expect(figures?.perPrinter['Ender']).toBeLessThan(3);
  });
});

describe('the user’s actions', () => {
  const loss = { at: 600, printer: 'Voron', link: 'down' };

  it('mute a printer until it is unmuted', async () => {
    const { alerts } = await outcomeOf(
      up,
      { at: 100, printer: 'Voron', user: 'mute' },
      loss,
      { at: 2_000, printer: 'Voron', user: 'unmute' },
      { at: 3_000, end: true },
    );
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.at).toBeGreaterThanOrEqual(2_000);
  });

  it('snooze, across a restart, and resume', async () => {
    const snooze = { at: 100, user: 'snooze', seconds: 2 * hour };
    const restart = [
      { at: 300, app: 'quit' },
      { at: 310, app: 'start' },
    ];
    const at = async (...more: readonly object[]) =>
      (await outcomeOf(up, snooze, ...restart, loss, ...more, { at: 3 * hour, end: true })).alerts[0]?.at ?? 0;
    expect(await at()).toBeGreaterThanOrEqual(100 + 2 * hour);
    expect(await at({ at: 1_500, user: 'resume' })).toBeLessThan(1_600);
  });

  it('refresh one printer or all', async () => {
    const { requested } = await outcomeOf(
      up,
      { at: 0, printer: 'Ender', link: 'up' },
      { at: 30, printer: 'Voron', user: 'refresh' },
      { at: 45, user: 'refresh-all' },
      { at: 50, end: true },
    );
    const whole = requested.map(({ printer, requestedAt }) => `${printer} ${requestedAt / 1_000}`);
    expect(whole).toContain('Voron 30');
    expect(whole).not.toContain('Ender 30');
    expect(whole).toEqual(expect.arrayContaining(['Voron 45', 'Ender 45']));
  });
});

describe('the computer', () => {
  it('follows quiet hours in its own time zone, even when that changes', async () => {
    const notifiedAt = async (zone: string) =>
      (
        await outcomeOf(
          { at: 0, timezone: zone },
          { at: 0, setting: { quietHours: night } },
          up,
          { at: 12 * hour, printer: 'Voron', link: 'down' },
          { at: 48 * hour, end: true },
        )
      ).alerts[0]?.at;
    // The replay begins at midnight UTC: at noon UTC it is 22:00 in Guam, where quiet hours last until seven.
    expect(await notifiedAt('UTC')).toBeLessThan(12.1 * hour);
    expect(await notifiedAt('Pacific/Guam')).toBeGreaterThanOrEqual(21 * hour);
    expect(await notifiedAt('Pacific/Guam')).toBeLessThan(21.1 * hour);
  });

  it('may have no network whatever its system reports, and vice versa', async () => {
    const { requested } = await outcomeOf(
      up,
      { at: 100, networkHint: 'up' },
      { at: 100, network: 'down' },
      { at: 400, network: 'up' },
      { at: 500, end: true },
    );
    const during = requested.filter(({ requestedAt }) => requestedAt > 100_000 && requestedAt < 400_000);
    expect(during.length).toBeGreaterThan(0);
    for (const { outcome } of during) expect(outcome).toMatchObject({ problem: { cause: 'no-network' } });
  });
});

describe('answers', () => {
  it('take their configured time, and 15 s at most', async () => {
    const { requested } = await outcomeOf(
      up,
      { at: 50, latency: 3_000 },
      { at: 150, latency: 60_000 },
      { at: 300, end: true },
    );
    const took = requested.map(({ requestedAt, answeredAt }) => answeredAt - requestedAt);
    expect(new Set(took)).toEqual(new Set([200, 3_000, 15_000]));
    expect(requested.at(-1)?.outcome).toMatchObject({ problem: { cause: 'timeout' } });
  });

  it('contain the state after half of that time', async () => {
    const { requested } = await outcomeOf(
      up,
      { at: 0, latency: 4_000 },
      { at: 1, printer: 'Voron', link: 'down' },
      { at: 10, end: true },
    );
    expect(requested[0]?.outcome).toMatchObject({ info: { isOnline: false } });
  });

  it('are delayed by Retry-After', async () => {
    const { requested } = await outcomeOf(
      up,
      { at: 50, service: 429, retryAfter: 600 },
      { at: 200, service: 'ok' },
      { at: 900, end: true },
    );
    const held = requested.findIndex(({ outcome }) => outcome.kind === 'no-answer');
    const pause = (requested[held + 1]?.requestedAt ?? 0) - (requested[held]?.requestedAt ?? 0);
    expect(pause).toBeGreaterThanOrEqual(600_000);
    expect(pause).toBeLessThan(660_000);
  });
});

describe('the request counts', () => {
  it('count the requests per second without the first round after a start', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ at: 0, printer: `P${index}`, link: 'up' }));
    const { figures, requested } = await outcomeOf(...many, { at: 30, end: true });
    expect(requested).toHaveLength(12);
    expect(figures).toMatchObject({ requests: 12, mostInOneSecond: 0 });
    const after = await outcomeOf(...many, { at: 600, end: true });
    expect(after.figures?.mostInOneSecond).toBeGreaterThan(0);
  });
});
