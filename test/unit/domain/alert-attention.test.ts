import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AlertMemory, interrupted, observed } from '../../../src/domain/alert-memory.ts';
import { topicOf } from '../../../src/domain/alert-topics.ts';
import { type Alert, type AlertKind, checksWanted, type Remembered, tell } from '../../../src/domain/alerts.ts';
import type { Attention } from '../../../src/domain/attention.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { rulesFor } from '../../../src/domain/rules.ts';
import { observeService, recallService } from '../../../src/domain/service-alerts.ts';
import { type AlertTopic, defaultSettings } from '../../../src/domain/settings.ts';
import type { StatusKind } from '../../../src/domain/status.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/time.ts';

/** Without a grace losses come thick enough for a printer to become unstable. */
const rules = rulesFor({ ...defaultSettings, graceSeconds: 0 }, null);
const printers = ['Voron', 'Ender'];
const topics = Object.keys(defaultSettings.topics) as AlertTopic[];

type Event =
  | { readonly see: string; readonly status: StatusKind }
  | { readonly service: 'answers' | 'silent' }
  | { readonly quietFor: number }
  | { readonly mute: string }
  | { readonly toggle: AlertTopic }
  | { readonly interrupt: true };

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<StatusKind>('online', 'offline') },
  { weight: 1, arbitrary: fc.constantFrom<StatusKind>('reconnect-needed', 'perks-needed', 'update-needed') },
);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 60, arbitrary: fc.record({ see: fc.constantFrom(...printers), status }) },
  { weight: 2, arbitrary: fc.record({ service: fc.constantFrom('answers' as const, 'silent' as const) }) },
  { weight: 1, arbitrary: fc.record({ quietFor: fc.integer({ min: 0, max: 2 * HOUR }) }) },
  { weight: 1, arbitrary: fc.record({ mute: fc.constantFrom(...printers) }) },
  { weight: 1, arbitrary: fc.record({ toggle: fc.constantFrom(...topics) }) },
  { weight: 1, arbitrary: fc.constant({ interrupt: true } as const) },
);
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 * SECOND }) },
  { weight: 1, arbitrary: fc.constant(MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: HOUR }) },
);

/** What has to have been told before, and not ended since, for each news of an end. */
const beginnings: Partial<Record<AlertKind, readonly AlertKind[]>> = {
  recovered: ['disconnected', 'unstable'],
  'reconnect-healed': ['reconnect-needed'],
  'perks-restored': ['perks-needed'],
  'service-reachable': ['service-unreachable'],
};

it('whatever happens, nothing unwanted, stale or out of place is told', { timeout: 60_000 }, () => {
  const seen = new Set<AlertKind>();
  let summaries = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(pause, event), { maxLength: 200, size: 'max' }), (life) => {
      let memory: Remembered = { printers: {}, service: recallService(false) };
      let attention: Attention = { topics: defaultSettings.topics, muted: new Set(), quietUntil: null };
      let at = 1_000 * HOUR;
      const lastSeen = new Map<string, { at: number; status: StatusKind; since: number }>();
      const lastTold = new Map<string, AlertKind>();

      const hear = (alert: Alert) => {
        seen.add(alert.kind);
        expect(attention.topics[topicOf[alert.kind]]).toBe(true);
        expect(alert.since).toBeLessThanOrEqual(at);
        for (const printer of alert.printers.length > 0 ? alert.printers : ['']) {
          if (printer !== '') {
            expect(attention.muted.has(printer)).toBe(false);
            expect(at - (lastSeen.get(printer)?.at ?? 0)).toBeLessThanOrEqual(rules.secondLook);
          }
          const needed = beginnings[alert.kind];
          if (needed !== undefined) expect(needed).toContain(lastTold.get(printer));
          else if (alert.kind !== 'unstable') expect(lastTold.get(printer)).not.toBe(alert.kind);
          lastTold.set(printer, alert.kind);
        }
      };

      for (const [wait, what] of life) {
        at += wait;
        if ('see' in what) {
          const before = lastSeen.get(what.see);
          const since = before?.status === what.status ? before.since : at;
          lastSeen.set(what.see, { at, status: what.status, since });
          const answer = { kind: what.status, since, answeredAt: at, silence: null, refusal: null };
          const seen = observed(memory.printers[what.see], answer, at);
          if (seen !== null) memory = { ...memory, printers: { ...memory.printers, [what.see]: seen } };
        } else if ('service' in what) {
          memory = { ...memory, service: observeService(memory.service, outcomes[what.service], at) };
        } else if ('quietFor' in what) attention = { ...attention, quietUntil: at + what.quietFor };
        else if ('mute' in what) attention = { ...attention, muted: toggled(attention.muted, what.mute) };
        else if ('toggle' in what) {
          attention = { ...attention, topics: { ...attention.topics, [what.toggle]: !attention.topics[what.toggle] } };
        } else memory = { ...memory, printers: interrupted(memory.printers) };

        const told = tell(memory, at, rules, attention);
        if (at < (attention.quietUntil ?? 0)) expect([...told.alerts, ...told.summary]).toEqual([]);
        if (told.nextAt !== null) expect(told.nextAt).toBeGreaterThan(at);
        for (const alert of [...told.alerts, ...told.summary]) hear(alert);
        if (told.summary.length > 0) summaries += 1;
        memory = told.memory;
        forgetHiddenEnds(memory.printers, memory.service.told, lastTold);
        expectPlausibleChecks(memory.printers, attention, at);
      }
    }),
    { numRuns: 800 },
  );
  expect([...seen].sort()).toEqual(Object.keys(topicOf).sort());
  expect(summaries).toBeGreaterThan(0);
});

const outcomes: Readonly<Record<'answers' | 'silent', PollOutcome>> = {
  answers: { kind: 'printer-not-connected' },
  silent: { kind: 'no-answer', problem: { type: 'http-status', status: 503 }, retryAfterSeconds: null },
};

function toggled(muted: ReadonlySet<string>, printer: string): ReadonlySet<string> {
  return muted.has(printer) ? new Set([...muted].filter((one) => one !== printer)) : new Set([...muted, printer]);
}

/** An end that the user did not want to hear of makes the next beginning news again. */
function forgetHiddenEnds(memory: AlertMemory, serviceTold: boolean, lastTold: Map<string, AlertKind>): void {
  for (const [id, printer] of Object.entries(memory)) if (printer.told === 'nothing') lastTold.delete(id);
  if (!serviceTold) lastTold.delete('');
}

/** Checks out of turn are for what the user wants to hear of, and never before a time without notifications ends. */
function expectPlausibleChecks(memory: AlertMemory, attention: Attention, at: number): void {
  const wantedAt = checksWanted(memory, rules, attention);
  for (const id of printers) {
    const moment = wantedAt(id);
    if (moment === null) continue;
    expect(moment).toBeGreaterThanOrEqual(attention.quietUntil ?? 0);
    expect(moment - (memory[id]?.lastSeenAt ?? at)).toBeGreaterThanOrEqual(rules.secondLook);
    expect(attention.muted.has(id)).toBe(false);
  }
}
