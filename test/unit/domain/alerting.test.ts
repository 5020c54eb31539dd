import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import {
  type AlertState,
  noAlerts,
  nothingKept,
  type PrinterAlerts,
  restored,
  unseen,
} from '../../../src/domain/alerts/alert-state.ts';
import { topicOf } from '../../../src/domain/alerts/alert-topics.ts';
import { candidatesOf, refusalsAfter } from '../../../src/domain/alerts/candidates.ts';
import { mayNotify } from '../../../src/domain/alerts/may-notify.ts';
import { notify } from '../../../src/domain/alerts/notify.ts';
import { observed } from '../../../src/domain/alerts/observe.ts';
import { serviceObserved } from '../../../src/domain/alerts/service-alerts.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { type NotificationPolicy, unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { type AlertTopic, defaultSettings } from '../../../src/domain/settings.ts';
import { nextStatus, notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';
import { HOUR, SECOND } from '../../../src/domain/time.ts';

const intervals = intervalsFor(defaultSettings, null);
const names = ['Voron', 'Ender', 'Mini'];
const start = Date.UTC(2026, 5, 1);

/** Any outcome, whether or not it makes sense after the previous ones. */
const outcome = fc.constantFrom<PollOutcome>(
  { kind: 'printer-not-connected' },
  { kind: 'perks-needed' },
  { kind: 'update-needed' },
  { kind: 'refused', status: 604 },
  { kind: 'token-lost' },
  { kind: 'no-answer', problem: { type: 'http-status', status: 503 } },
  ...[true, false].map((isOnline): PollOutcome => {
    const limits = {
      maxDownloadFileBytes: null,
      maxUploadFileBytes: null,
      maxWebcamStreamSeconds: null,
      maxTotalWebcamStreamSeconds: null,
    };
    const times = { lastConnectedAt: null, lastDisconnectedAt: null };
    return {
      kind: 'answered',
      info: { printerName: 'x', localIp: null, isOnline, printerUrl: null, limits, ...times },
    };
  }),
);

const policy = fc.record({
  topics: fc.record(
    Object.fromEntries(Object.keys(defaultSettings.topics).map((topic) => [topic, fc.boolean()])) as Record<
      AlertTopic,
      fc.Arbitrary<boolean>
    >,
  ),
  muted: fc.subarray(names).map((those): ReadonlySet<string> => new Set(those)),
  off: fc.subarray(names).map((those): ReadonlySet<string> => new Set(those)),
  oftenOff: fc.subarray(names).map((those): ReadonlySet<string> => new Set(those)),
  quietFor: fc.option(fc.integer({ min: 0, max: 3_600 }), { nil: null }),
});

type Step = { readonly after: number; readonly printer: string; readonly outcome: PollOutcome };
const steps = fc.array(
  fc.record({ after: fc.integer({ min: 1, max: 120 }), printer: fc.constantFrom(...names), outcome }),
  { minLength: 1, maxLength: 150 },
);

interface Shown {
  readonly at: number;
  readonly alerts: readonly Alert[];
  readonly policy: NotificationPolicy;
}

/** Runs alerting on a series of responses like the monitor; each policy applies to a number of responses. */
function live(responses: readonly Step[], policyOf: (index: number, at: number) => NotificationPolicy) {
  let state: AlertState = restored(noAlerts);
  const status = new Map<string, PrinterStatus>(names.map((name) => [name, notYetChecked(start)]));
  const shown: Shown[] = [];
  const states: AlertState[] = [];
  let at = start;
  for (const [index, step] of responses.entries()) {
    at += step.after * SECOND;
    const next = nextStatus(status.get(step.printer) ?? notYetChecked(at), step.outcome, at, intervals);
    status.set(step.printer, next);
    const printer: PrinterAlerts = observed(state.printers[step.printer], next, step.outcome, at, intervals);
    state = {
      ...state,
      printers: { ...state.printers, [step.printer]: printer },
      service: serviceObserved(state.service, step.outcome, at),
      refusals: refusalsAfter(state.refusals, printer, at, intervals),
    };
    const current = policyOf(index, at);
    const notified = notify(state, at, intervals, current);
    for (const alerts of notified.notifications) shown.push({ at, alerts, policy: current });
    state = notified.state;
    states.push(state);
    // Nothing else triggers the next turn, so this has to be in the future.
    if (notified.nextAt !== null) expect(notified.nextAt).toBeGreaterThan(at);
  }
  return { shown, states };
}

const most = (moments: readonly number[], within: number) =>
  Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + within).length));

describe('alerts, for any answers and any settings', () => {
  it('show only what is wanted, and nothing while notifications are off', () => {
    fc.assert(
      fc.property(steps, fc.array(policy, { minLength: 1, maxLength: 6 }), (responses, policies) => {
        let quietUntil: number | null = null;
        const { shown } = live(responses, (index, at) => {
          const current = policies[Math.floor(index / 25) % policies.length] ?? policies[0];
          if (current === undefined) return unrestrictedPolicy;
          const { quietFor, ...wanted } = current;
          if (index % 25 === 0) quietUntil = quietFor === null ? quietUntil : at + quietFor * SECOND;
          return { ...wanted, quietUntil, isTimeOfDay: index % 2 === 0 };
        });
        for (const { at, alerts, policy: wanted } of shown) {
          expect(at).toBeGreaterThanOrEqual(wanted.quietUntil ?? 0);
          for (const { kind, printers, update } of alerts) {
            if (!update) expect(wanted.topics[topicOf[kind]]).toBe(true);
            const isOfLink = kind === 'disconnected' || kind === 'unstable';
            for (const printer of update ? [] : printers) {
              expect(wanted.muted.has(printer)).toBe(false);
              if (isOfLink) expect(wanted.off.has(printer) || wanted.oftenOff.has(printer)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keep the limits: 4 an hour and 12 a day for a printer, 10 an hour for all, updates 30 s apart', () => {
    fc.assert(
      fc.property(steps, (responses) => {
        const { shown } = live([...responses, ...responses, ...responses], () => unrestrictedPolicy);
        const notifying = shown.filter(({ alerts }) => alerts.some(({ update }) => !update));
        expect(
          most(
            notifying.map(({ at }) => at),
            HOUR,
          ),
        ).toBeLessThanOrEqual(10);
        for (const name of names) {
          const ofOne = notifying.filter(({ alerts }) => alerts.some(({ printers }) => printers.includes(name)));
          expect(
            most(
              ofOne.map(({ at }) => at),
              HOUR,
            ),
          ).toBeLessThanOrEqual(4);
          expect(
            most(
              ofOne.map(({ at }) => at),
              24 * HOUR,
            ),
          ).toBeLessThanOrEqual(12);
        }
        const lastAt = new Map<number, number>();
        for (const { at, alerts } of shown) {
          for (const { notification, update } of alerts) {
            if (update) expect(at - (lastAt.get(notification) ?? 0)).toBeGreaterThanOrEqual(30 * SECOND);
            lastAt.set(notification, at);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never show an end without its beginning, nor a beginning twice', () => {
    fc.assert(
      fc.property(steps, (responses) => {
        const { shown, states } = live(responses, () => unrestrictedPolicy);
        const open = new Set<string>();
        const condition = { disconnected: 'loss', 'reconnect-needed': 'refused', 'perks-needed': 'perks' } as const;
        const ends = { recovered: 'loss', 'reconnect-healed': 'refused', 'perks-restored': 'perks' } as const;
        const wasUnstable = new Set<string>();
        for (const { alerts } of shown) {
          for (const { kind, printers } of alerts) {
            for (const printer of printers) {
              if (kind === 'unstable') wasUnstable.add(printer);
              if (kind in condition) open.add(`${condition[kind as keyof typeof condition]} ${printer}`);
              if (!(kind in ends)) continue;
              const key = `${ends[kind as keyof typeof ends]} ${printer}`;
              expect(open.has(key) || wasUnstable.has(printer)).toBe(true);
            }
          }
        }
        for (const state of states) {
          for (const printer of Object.values(state.printers)) {
            expect(printer.kept.outages.filter(({ to }) => to === null).length).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('skip only printers that have nothing to report at any later time either', () => {
    fc.assert(
      fc.property(steps, (responses) => {
        const { states } = live(responses, () => unrestrictedPolicy);
        for (const { printers, events } of states) {
          for (const [id, printer] of Object.entries(printers)) {
            if (mayNotify(printer)) continue;
            const from = Math.max(printer.attemptedAt ?? 0, events.at(-1)?.id ?? 0);
            for (const later of [0, 60, 1_200, 3_600, 7_200, 90_000]) {
              expect(candidatesOf(id, printer, from + later * SECOND, 0, intervals)).toEqual([]);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each<PollOutcome>([
    { kind: 'printer-not-connected' },
    { kind: 'refused', status: 604 },
    { kind: 'perks-needed' },
    { kind: 'update-needed' },
  ])('skip a printer whose problem has been reported: $kind', (problem) => {
    const accepted: PollOutcome = { kind: 'perks-needed' };
    const responses = Array.from({ length: 60 }, (): readonly Step[] => [
      { after: 30, printer: 'Voron', outcome: problem },
      { after: 30, printer: 'Ender', outcome: accepted },
    ]).flat();
    const { states, shown } = live(responses, () => unrestrictedPolicy);
    expect(shown.flatMap(({ alerts }) => alerts).flatMap(({ printers }) => printers)).toContain('Voron');
    expect(states.map(({ printers }) => printers['Voron']).map((one) => one !== undefined && mayNotify(one))).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(mayNotify(states.at(-1)?.printers['Voron'] ?? unseen(nothingKept))).toBe(false);
  });
});
