import { describe, expect, it } from 'vitest';
import type { AlertLine } from '../../../src/demo/seen-by-user.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Heard, StatusLine } from './heard.ts';
import { ideal, idealTrace } from './ideal.ts';
import { judge } from './judge.ts';
import { alertsWith, answersWith, broken, heard, kinds, notified, of, statusesWith, truth } from './tampered.ts';

describe('the judge', () => {
  it('finds no fault with an app that does everything right', () => {
    expect(judge(truth, heard).faults()).toEqual({});
  });

  it.each(notified)('misses a %s without a notification', (kind) => {
    expect(broken(alertsWith(kind, () => []))).toContain('missed');
  });

  it('misses a notification that does not appear on the screen, and rejects one that stays', () => {
    const about = { kind: 'recovered', printers: ['P0'], news: ['P0'], total: 1, notification: 2 } as const;
    const unseen = [{ ...about, since: 0, latest: 0, everyPrinter: false, repeated: null, update: true }];
    expect(broken({ unseen })).toEqual(['missed']);
    expect(broken({ stale: unseen })).toEqual(['false']);
  });

  it.each(notified)('notices a late %s', (kind) => {
    const late = { disconnected: 900, recovered: 900, 'service-unreachable': 480 } as Partial<Record<string, number>>;
    const by = late[kind] ?? (kind.startsWith('service') ? 300 : kind.endsWith('needed') ? 900 : 6_000);
    expect(broken(alertsWith(kind, (line) => [{ ...line, at: line.at + by }]))).toContain('late');
  });

  it.each(
    kinds.filter((kind) => !['recovered', 'reconnect-healed', 'perks-restored', 'service-reachable'].includes(kind)),
  )('notices a repeated %s', (kind) => {
    expect(broken(alertsWith(kind, (line) => [line, { ...line, at: line.at + 60, notification: 99 }]))).toContain(
      'doubled',
    );
  });

  it.each(kinds)('rejects a %s without a cause', (kind) => {
    expect(broken({ alerts: [{ ...of(kind), at: 1_092, since: 1_000, notification: 99 }, ...heard.alerts] })).toContain(
      'false',
    );
  });

  it('requires an answer of the last 15 s about that printer', () => {
    const stale = answersWith('P1', (response) => (response.at > 3_700 && response.at < 3_750 ? [] : [response]));
    expect(broken(stale)).toContain('false');
    // Other printers' notifications do not count.
    expect(broken(alertsWith('disconnected', (line) => [{ ...line, printers: ['P0', 'P1', 'P2'] }]))).toContain(
      'false',
    );
  });

  it('requires a disconnection to outlast the grace period, and a recovery to hold', () => {
    expect(broken(alertsWith('disconnected', (line) => [{ ...line, at: 3_672 }]))).toContain('false');
    expect(broken(alertsWith('recovered', (line) => [{ ...line, at: 5_412 }]))).toContain('false');
  });

  it('requires two reports of a refusal, lapsed perks and an outdated plugin', () => {
    expect(broken(alertsWith('reconnect-needed', (line) => [{ ...line, at: 7_212 }]))).toContain('false');
    expect(broken(alertsWith('perks-needed', (line) => [{ ...line, at: 10_032 }]))).toContain('false');
  });

  it('treats a refusal of all as a fault of the service for ten minutes', () => {
    const wave = idealTrace.flatMap((event): TraceEvent[] => {
      const isRefusal = 'answer' in event && event.printer === 'P2';
      return isRefusal ? ['P0', 'P1', 'P2'].map((printer) => ({ ...event, printer })) : [event];
    });
    const { heard: refused } = ideal(wave);
    const faults = judge(ideal(wave).truth, refused).faults();
    expect(faults.false?.join()).toMatch(/nobody answered well/);
  });

  it.each(notified.filter((kind) => !kind.startsWith('service')))(
    'notices a %s that began before the opposite was seen',
    (kind) => {
      expect(broken(alertsWith(kind, (line) => [{ ...line, since: line.since - 300 }]))).toContain('since');
    },
  );

  it('notices a wrong start time', () => {
    expect(broken(alertsWith('disconnected', (line) => [{ ...line, since: line.since + 5 }]))).toContain('since');
    expect(broken(statusesWith('P0', (line) => [line.status === 'offline' ? { ...line, since: 0 } : line]))).toContain(
      'since',
    );
    expect(broken(statusesWith('P2', (line) => [{ ...line, since: line.since + 90_000 }]))).toContain('since');
  });

  it.each(['disconnected', 'recovered'] as const)('counts the notifications of one event: %s', (kind) => {
    const split = (line: AlertLine) => [
      { ...line, printers: ['P0'] },
      { ...line, printers: ['P1'], notification: 99 },
    ];
    expect(broken(alertsWith(kind, split))).toContain('event');
    // An update in place is not a new notification.
    const updated = (line: AlertLine) => [{ ...line, printers: ['P0'] }, line];
    expect(broken(alertsWith(kind, updated))).toEqual([]);
  });

  it('counts the notifications in an hour, in a day, and of the whole app', () => {
    const many = (count: number, span: number, names: (index: number) => string[]) => ({
      alerts: Array.from({ length: count }, (_, index) => ({
        ...of('unstable'),
        at: Math.round(1_000 + (index * span) / count),
        printers: names(index),
        notification: 100 + index,
      })),
    });
    expect(broken(many(5, 3_000, () => ['P0']))).toContain('damping');
    expect(broken(many(13, 24_000, () => ['P0']))).toContain('damping');
    expect(broken(many(11, 3_000, (index) => [`P${index % 3}`]))).toContain('damping');
  });

  it('notices endless updates', () => {
    const restless = (line: AlertLine) => [line, { ...line, at: line.at + 10 }];
    expect(broken(alertsWith('disconnected', restless))).toContain('update in place');
  });

  it('notices a problem hidden in an old notification', () => {
    const hidden = alertsWith('perks-needed', (line) => [{ ...line, notification: 1 }]);
    expect(broken(hidden)).toContain('update in place');
  });

  it.each<[string, readonly TraceEvent[]]>([
    ['muted', [{ at: 3_000, printer: 'P0', user: 'mute' }]],
    ['removed', [{ at: 3_000, printer: 'P0', user: 'remove' }]],
    ['often off', [{ at: 3_000, printer: 'P0', user: 'often-off' }]],
    ['off on purpose', [{ at: 3_650, printer: 'P0', user: 'off-on-purpose' }]],
    ['snoozed', [{ at: 3_000, user: 'snooze', seconds: 3_000 }]],
    ['quiet', [{ at: 0, setting: { quietHours: { on: true, days: Array(7).fill({ from: 30, until: 90 }) } } }]],
    ['switched off', [{ at: 3_000, setting: { topics: { disconnected: false } } }]],
    ['of notifications none are wanted', [{ at: 3_000, setting: { notifications: false } }]],
  ])('knows what the user does not want to be notified of: %s', (_why, events) => {
    expect(broken({}, [...events, ...idealTrace])).toContain('unwanted');
  });

  it('checks what is shown', () => {
    const wrong = statusesWith('P0', (line) => [line.status === 'offline' ? { ...line, status: 'online' } : line]);
    expect(broken(wrong)).toContain('status');
    expect(broken({ glances: [{ at: 3_700, glance: 'online', stale: false }] })).toContain('status');
  });

  it('requires evidence for every status', () => {
    const during = (line: StatusLine) => line.at > 14_400 && line.at < 16_200;
    expect(broken(statusesWith('P0', (line) => (during(line) ? [] : [line])))).toContain('stale');
    const neverGrey = statusesWith('P0', (line) => (during(line) && line.status === 'unknown' ? [] : [line]));
    expect(broken(neverGrey)).toContain('stale');
    expect(broken(statusesWith('P0', (line) => [{ ...line, stale: true }]))).toContain('stale');
  });

  it('requires the history to be true, and complete where it was seen', () => {
    const past = (change: (stretch: Heard['history'][string][number]) => Heard['history'][string]) => ({
      history: { ...heard.history, P0: (heard.history['P0'] ?? []).flatMap(change) },
    });
    expect(broken(past(([, from, to]) => [['connected', from, to]]))).toContain('history');
    const forgetful = past(([state, from, to]) =>
      from === 5_400
        ? [
            [state, from, 6_010],
            ['unknown', 6_010, 6_040],
            [state, 6_040, to],
          ]
        : [[state, from, to]],
    );
    expect(broken(forgetful)).toContain('history');
    expect(broken(past(([state, , to]) => [[state, -50_000, to]]))).toContain('history');
  });

  it('counts the requests', () => {
    const more = (times: number) =>
      answersWith('P0', (one) => Array.from({ length: times }, (_, index) => ({ ...one, at: one.at + index / 100 })));
    expect(broken(more(2))).toContain('requests');
    const inOneHour = answersWith('P0', (one) => (one.at > 1_000 && one.at < 4_600 ? [one, one, one] : [one]));
    expect(broken(inOneHour)).toContain('requests');
    expect(broken({ mostInOneSecond: 6 })).toContain('requests');
    expect(broken(answersWith('P1', (one) => (one.at < 60 ? Array(7).fill(one) : [one])))).toContain('requests');
  });
});
