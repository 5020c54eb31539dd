import { describe, expect, it } from 'vitest';
import type { AlertLine } from '../../../src/demo/seen-by-user.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { watchedSince } from './context.ts';
import type { Answered, Heard, StatusLine } from './heard.ts';
import { ideal, idealTrace } from './ideal.ts';
import { judge } from './judge.ts';
import type { PrinterTruth } from './truth.ts';
import type { Rule } from './verdict.ts';

const { truth, heard } = ideal();

/** Returns the rules that are broken when `change` is applied to the results of the ideal app. */
function broken(change: Partial<Heard>, trace: readonly TraceEvent[] = idealTrace): readonly Rule[] {
  return Object.keys(judge(ideal(trace).truth, { ...heard, ...change }).faults()) as Rule[];
}

const of = (kind: AlertLine['alert']) => heard.alerts.find(({ alert }) => alert === kind) as AlertLine;
const alertsWith = (kind: AlertLine['alert'], change: (line: AlertLine) => readonly AlertLine[]) => ({
  alerts: heard.alerts.flatMap((line) => (line.alert === kind ? change(line) : [line])).toSorted((a, b) => a.at - b.at),
});
const statusesWith = (printer: string, change: (line: StatusLine) => readonly StatusLine[]) => ({
  statuses: new Map(heard.statuses).set(printer, (heard.statuses.get(printer) ?? []).flatMap(change)),
});
const answersWith = (printer: string, change: (response: Answered) => readonly Answered[]) => ({
  responses: new Map(heard.responses).set(printer, (heard.responses.get(printer) ?? []).flatMap(change)),
});

const kinds = heard.alerts.map(({ alert }) => alert);
const notified = kinds.filter((kind) => kind !== 'unstable');

describe('the judge', () => {
  it('finds no fault with an app that does everything right', () => {
    expect(judge(truth, heard).faults()).toEqual({});
  });

  it.each(notified)('misses a %s without a notification', (kind) => {
    expect(broken(alertsWith(kind, () => []))).toContain('missed');
  });

  it.each(notified)('notices a late %s', (kind) => {
    const late = { disconnected: 900, recovered: 900, 'service-unreachable': 480 } as Partial<Record<string, number>>;
    const by = late[kind] ?? (kind.startsWith('service') ? 300 : kind.endsWith('needed') ? 900 : 6_000);
    expect(broken(alertsWith(kind, (line) => [{ ...line, at: line.at + by }]))).toContain('late');
  });

  it('allows for a quarter of an hour after the clock is set forward, and nothing else', () => {
    const lateBy = (seconds: number, clock: number) =>
      broken(
        alertsWith('service-unreachable', (line) => [{ ...line, at: line.at + seconds }]),
        [...idealTrace, { at: 14_700, clock }],
      );
    expect(lateBy(240, 3_600)).toEqual([]);
    expect(lateBy(240, -3_600)).toContain('late');
    expect(lateBy(480, 3_600)).toContain('late');
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

  it('passes over what is shown for an instant only', () => {
    const wrong = (line: StatusLine) => ({ ...line, since: 0 });
    const corrected = statusesWith('P0', (line) => (line.status === 'offline' ? [wrong(line), line] : [line]));
    expect(broken(corrected)).toEqual([]);
    const later = (line: StatusLine) => [wrong(line), { ...line, at: line.at + 1 }];
    const lasting = statusesWith('P0', (line) => (line.status === 'offline' ? later(line) : [line]));
    expect(broken(lasting)).toContain('since');
    const last = statusesWith('P0', (line) => (line.status === 'offline' ? [line, wrong(line)] : [line]));
    expect(broken(last)).toContain('since');
  });

  it('allows for a Retry-After, also behind a shorter one, and for nothing after it', () => {
    const trace: readonly TraceEvent[] = [
      ...idealTrace.filter((event) => !('service' in event)),
      { at: 14_400, service: 503, retryAfter: 3_600 },
      { at: 16_100, service: 'timeout', retryAfter: 60 },
      { at: 16_200, service: 'ok' },
    ];
    const allowed = ideal(trace).truth;
    const printer = allowed.printers.get('P2') as PrinterTruth;
    expect(watchedSince(allowed, printer, 16_300)).toBe(16_100 + 3_600 + 60);
    const short = ideal(trace.filter((event) => !('service' in event) || event.at !== 14_400)).truth;
    expect(watchedSince(short, printer, 16_300)).toBeLessThan(16_200 + 600);
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

  it('expects nothing about a printer that is off on purpose until its return can have been seen', () => {
    const trace: readonly TraceEvent[] = [
      ...idealTrace,
      { at: 9_500, printer: 'P1', user: 'off-on-purpose' },
      { at: 9_610, printer: 'P1', link: 'down' },
      { at: 9_650, printer: 'P1', link: 'up' },
    ];
    const silent = alertsWith('perks-needed', () => []);
    expect(broken(silent, trace)).toContain('missed');
    const unseen = answersWith('P1', (response) => (response.at > 9_640 && response.at < 10_000 ? [] : [response]));
    expect(broken({ ...silent, ...unseen }, trace)).not.toContain('missed');
  });

  it('takes a printer for connected again once the user has seen that, though the link never changed', () => {
    const trace: readonly TraceEvent[] = [...idealTrace, { at: 3_000, printer: 'P0', user: 'off-on-purpose' }];
    const offlineBefore = answersWith('P0', (response) => [
      response.at < 3_000 ? { ...response, reported: 'gone' as const } : response,
    ]);
    const told = judge(ideal(trace).truth, { ...ideal(trace).heard, ...offlineBefore }).faults();
    expect((told.unwanted ?? []).filter((fault) => fault.includes('off on purpose'))).toEqual([]);
    expect(broken({}, trace)).toContain('unwanted');
  });

  it('expects nothing about a silent service while there is no printer to check', () => {
    const names = ['P0', 'P1', 'P2'];
    const without = (...printers: readonly string[]): readonly TraceEvent[] => [
      ...idealTrace,
      ...printers.map((printer): TraceEvent => ({ at: 14_300, printer, user: 'remove' })),
      ...printers.map((printer): TraceEvent => ({ at: 15_800, printer, user: 'add' })),
    ];
    const silent = { alerts: heard.alerts.filter(({ alert }) => !alert.startsWith('service-')) };
    const missed = (trace: readonly TraceEvent[]) =>
      (judge(ideal(trace).truth, { ...ideal(trace).heard, ...silent }).faults().missed ?? []).filter((fault) =>
        fault.startsWith('service-'),
      );
    expect(missed(without(...names))).toEqual([]);
    expect(missed(without('P0', 'P1'))).toHaveLength(1);
  });

  it('takes a printer that is removed and added again for a new one', () => {
    const again: readonly TraceEvent[] = [
      { at: 3_800, printer: 'P0', user: 'remove' },
      { at: 4_000, printer: 'P0', user: 'add' },
    ];
    const twice = alertsWith('disconnected', (line) => [
      line,
      { ...line, at: 4_032, printers: ['P0'], notification: 99 },
    ]);
    expect(broken(twice)).toContain('doubled');
    expect(broken(twice, [...idealTrace, ...again])).toEqual([]);
    // What was not reported since it was added has no end either, and what was reported has one.
    expect(broken({}, [...idealTrace, ...again])).toContain('false');
    const lost = { alerts: twice.alerts.filter(({ alert }) => alert !== 'recovered') };
    expect(broken(lost, [...idealTrace, ...again])).toContain('missed');
  });

  it('counts a drop that lasted into the hour before “keeps disconnecting”', () => {
    const unstable = { ...of('unstable'), at: 9_552, since: 3_600, printers: ['P0'], notification: 99 };
    const once = { alerts: [...heard.alerts, unstable].toSorted((one, other) => one.at - other.at) };
    expect(broken(once)).toContain('false');
    const longer: readonly TraceEvent[] = [
      ...idealTrace.filter((event) => !('link' in event) || event.at !== 5_400 || event.printer !== 'P0'),
      { at: 6_400, printer: 'P0', link: 'up' },
      { at: 9_500, printer: 'P0', link: 'down' },
      { at: 9_600, printer: 'P0', link: 'up' },
    ];
    const faults = judge(ideal(longer).truth, { ...ideal(longer).heard, alerts: once.alerts }).faults();
    expect((faults.false ?? []).filter((fault) => fault.startsWith('unstable'))).toEqual([]);
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

  it('counts the requests of an hour without a network, and one more for each refresh', () => {
    const offline: readonly TraceEvent[] = [
      { at: 0, setting: { pollSeconds: 120 } },
      ...idealTrace,
      { at: 1_000, network: 'down' },
      { at: 4_800, network: 'up' },
    ];
    const often = answersWith('P0', (one) => (one.at > 400 && one.at < 5_500 ? [] : [one]));
    const trials = (count: number): Partial<Heard> => ({
      responses: new Map(often.responses).set('P0', [
        ...(often.responses.get('P0') ?? []).filter(({ at }) => at <= 400),
        ...Array.from({ length: count }, (_, index): Answered => {
          const at = 1_101 + (3_598 * index) / count;
          return { requestedAt: at, at: at + 0.2, reported: 'nothing' };
        }),
        ...(often.responses.get('P0') ?? []).filter(({ at }) => at >= 5_500),
      ]),
    });
    const refreshed: TraceEvent = { at: 2_000, printer: 'P0', user: 'refresh' };
    expect(broken(trials(62), offline)).toContain('requests');
    expect(broken(trials(62), [...offline, refreshed])).not.toContain('requests');
    expect(broken(trials(63), [...offline, refreshed])).toContain('requests');
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
