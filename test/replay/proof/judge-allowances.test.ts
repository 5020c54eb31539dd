import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { watchedSince } from './context.ts';
import type { Answered, Heard, StatusLine } from './heard.ts';
import { ideal, idealTrace } from './ideal.ts';
import { judge } from './judge.ts';
import { alertsWith, answersWith, broken, heard, of, statusesWith } from './tampered.ts';
import type { PrinterTruth } from './truth.ts';

describe('the judge allows for what nobody can know', () => {
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
});
