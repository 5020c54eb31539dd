import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { kind, link, names, phases, poll, type Variation } from './kind.ts';
import { glanceAt, newOnes, type ReplayResult, readCase, recorded } from './replay-result.ts';

/* More problems reported by users of other programs, applied to printers. Each case names its report. */

const newKinds = (result: ReplayResult) => newOnes(result).map(({ alert }) => alert);

function withoutWrongHistory(result: ReplayResult): void {
  for (const printer of result.world.printers) expect(recorded(result, printer).wrong, printer).toBe(0);
}

/** Printers that come back within five minutes of the service: one notification of each kind at most. */
kind(
  'back-after-the-service',
  (result) => {
    const kinds = newKinds(result);
    expect(kinds.slice(0, 2)).toEqual(['service-unreachable', 'service-reachable']);
    expect([[], ['disconnected', 'recovered']]).toContainEqual(kinds.slice(2));
    withoutWrongHistory(result);
  },
  [
    ...phases('back-after-the-service', 15, 40),
    [
      'that come back more slowly',
      readCase('back-after-the-service').map((event) =>
        'link' in event && event.at > 9_600 ? { ...event, at: 9_600 + (event.at - 9_600) * 1.7 } : event,
      ),
    ],
    ...(['timeout', 502, 602] as const).map(
      (service): Variation => [
        `after ${service}`,
        readCase('back-after-the-service').map((event) =>
          'service' in event && event.service !== 'ok' ? { ...event, service } : event,
        ),
      ],
    ),
  ],
);

kind(
  'ended-while-not-running',
  (result) => {
    expect(newKinds(result)).toEqual(['disconnected', 'recovered']);
    expect(newOnes(result, 'recovered')[0]).toMatchObject({ printers: ['P'], since: 7_800 });
    expect(newOnes(result, 'recovered')[0]?.at).toBeLessThanOrEqual(9_000 + 75);
    withoutWrongHistory(result);
  },
  [
    [
      'quit, not killed',
      readCase('ended-while-not-running').map((event) =>
        'app' in event && event.app === 'kill' ? { ...event, app: 'quit' } : event,
      ),
    ],
    [
      'asleep instead',
      readCase('ended-while-not-running').map(
        (event): TraceEvent =>
          'app' in event ? { at: event.at, computer: event.app === 'start' ? 'wake' : 'sleep' } : event,
      ),
    ],
    ['every half minute', [...poll(30), ...readCase('ended-while-not-running')]],
  ],
);

kind(
  'still-gone-between-failures',
  (result) => {
    expect(newKinds(result)).toEqual(['disconnected', 'recovered']);
    expect(newOnes(result, 'recovered')[0]?.at).toBeGreaterThanOrEqual(10_030);
    for (const at of [5_000, 7_000, 9_900]) expect(glanceAt(result, at)?.glance).toBe('offline');
    withoutWrongHistory(result);
  },
  [...phases('still-gone-between-failures', 20, 40)],
);

/** Without another printer, all requests of 15 min may happen to meet failures; that is a silence of the service. */
kind(
  'still-gone-between-failures',
  (result) => {
    const ofPrinter = newKinds(result).filter((told) => !told.startsWith('service-'));
    expect(ofPrinter).toEqual(['disconnected', 'recovered']);
    expect(newOnes(result, 'recovered')[0]?.at).toBeGreaterThanOrEqual(10_030);
    withoutWrongHistory(result);
  },
  [
    [
      'alone, with refusals for a moment among them',
      readCase('still-gone-between-failures')
        .filter((event) => !('printer' in event) || event.printer === 'P')
        .map((event) =>
          'answer' in event && event.answer !== 200 && event.at % 1_200 === 0 ? { ...event, answer: 602 } : event,
        ),
    ],
  ],
  { only: 'variations' },
);

kind(
  'clock-that-drifts',
  (result) => {
    expect(result.alerts).toEqual([]);
    expect(result.glances.filter(({ glance, stale }) => stale || !['checking', 'online'].includes(glance))).toEqual([]);
    withoutWrongHistory(result);
  },
  [
    [
      'the other way',
      readCase('clock-that-drifts').map((event) => ('clock' in event ? { ...event, clock: -event.clock } : event)),
    ],
    [
      'and runs ever slower',
      readCase('clock-that-drifts').map((event) => ('clock' in event ? { ...event, clock: -event.at / 60 } : event)),
    ],
  ],
);

/** Another one is really disconnected meanwhile: only that is reported. */
kind(
  'back-though-never-lost',
  (result) => {
    const lost = result.world.printers.filter((name) => name !== 'P' && name !== 'Q');
    expect(newKinds(result)).toEqual(lost.length === 0 ? [] : ['disconnected', 'recovered']);
    for (const { printers } of result.alerts) expect(printers).toEqual(lost);
    withoutWrongHistory(result);
  },
  [
    ...phases('back-though-never-lost', 17, 44),
    [
      'beside one that is lost',
      [
        ...readCase('back-though-never-lost'),
        ...link(0, 'up', ...names(1)),
        ...link(7_290, 'down', ...names(1)),
        ...link(9_000, 'up', ...names(1)),
      ],
    ],
  ],
);
