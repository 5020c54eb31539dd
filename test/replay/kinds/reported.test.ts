import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answer, end, kind, link, names, phases, poll, type Variation } from './kind.ts';
import { mostWithin, newOnes, type ReplayResult, readCase, recorded, statusAt } from './replay-result.ts';

/* Problems reported by users of other programs, applied to printers. Each case names its report. */

const newKinds = (result: ReplayResult) => newOnes(result).map(({ alert }) => alert);
const namesOf = (result: ReplayResult, ...kinds: readonly string[]) =>
  newOnes(result, ...kinds).map(({ printers }) => printers);

/** Returns the case with every "quit" replaced by "kill". */
function killed(file: string): readonly TraceEvent[] {
  return readCase(file).map((event) => ('app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event));
}

const day = Array.from({ length: 7 }, () => ({ from: 120, until: 180 }));

kind(
  'known-down-through-a-snooze',
  (result) => {
    expect(newKinds(result)).toEqual(['disconnected', 'recovered']);
    expect(namesOf(result, 'disconnected')).toEqual([['P', 'Q']]);
    expect(namesOf(result, 'recovered')).toEqual([['Q']]);
  },
  [
    ...phases('known-down-through-a-snooze', 25, 45),
    [
      'in quiet hours',
      [
        { at: 0, setting: { quietHours: { on: true, days: day } } },
        ...readCase('known-down-through-a-snooze').filter((event) => !('user' in event)),
      ],
    ],
    [
      'with a restart in them',
      [
        ...readCase('known-down-through-a-snooze').slice(0, -1),
        { at: 8_000, app: 'quit' },
        { at: 8_030, app: 'start' },
        ...end(14_400),
      ],
    ],
    [
      'muted instead',
      readCase('known-down-through-a-snooze').flatMap((event): TraceEvent[] =>
        'user' in event
          ? [
              { at: 7_200, printer: 'P', user: 'mute' },
              { at: 10_800, printer: 'P', user: 'unmute' },
            ]
          : [event],
      ),
    ],
  ],
);

kind(
  'restarted-with-trouble-known',
  (result) => {
    expect(namesOf(result, 'disconnected')).toEqual([['P'], ['R']]);
    expect(namesOf(result, 'reconnect-needed')).toEqual([['Q']]);
    expect(newOnes(result)).toHaveLength(3);
  },
  [
    ...phases('restarted-with-trouble-known', 13, 37),
    ['killed', killed('restarted-with-trouble-known')],
    ['every half minute', [...poll(30), ...readCase('restarted-with-trouble-known')]],
  ],
);

kind(
  'down-through-midnight',
  (result) => {
    const [lost, found, ...more] = newOnes(result);
    expect([lost?.alert, lost?.since, found?.alert, found?.since]).toEqual([
      'disconnected',
      79_200,
      'recovered',
      115_200,
    ]);
    expect(more).toEqual([]);
    for (const at of [86_500, 100_000, 109_000, 115_000]) expect(statusAt(result, 'P', at)?.since).toBe(79_200);
    expect(recorded(result, 'P').wrong).toBe(0);
  },
  [['killed', killed('down-through-midnight')]],
);

kind(
  'short-drops-before-a-long-one',
  (result) => {
    expect(newOnes(result).map(({ alert, since }) => [alert, since])).toEqual([
      ['disconnected', 50_000],
      ['recovered', 51_260],
    ]);
    expect(recorded(result, 'P').wrong).toBe(0);
    expect(recorded(result, 'P').rightlyGone).toBeGreaterThanOrEqual(12 * 44 + 1_259);
  },
  [
    ['every two minutes', [...poll(120), ...readCase('short-drops-before-a-long-one')]],
    [
      'with a restart between them',
      [
        ...readCase('short-drops-before-a-long-one').slice(0, -1),
        { at: 40_000, app: 'quit' },
        { at: 40_010, app: 'start' },
        ...end(54_000),
      ],
    ],
  ],
);

kind(
  'switched-off-with-many-answers',
  (result) => {
    expect(newKinds(result)).toEqual(['disconnected', 'recovered']);
  },
  [
    ...phases('switched-off-with-many-answers', 20, 40),
    ['every half minute', [...poll(30), ...readCase('switched-off-with-many-answers')]],
    ['beside one that is well', [...link(0, 'up', 'Q'), ...readCase('switched-off-with-many-answers')]],
  ],
);

kind(
  'gone-after-every-start',
  (result) => {
    expect(result.alerts).toEqual([]);
  },
  [
    ...phases('gone-after-every-start', 11, 29),
    ['killed', killed('gone-after-every-start')],
    ['of three', [...link(0, 'up', 'Q', 'R'), ...readCase('gone-after-every-start')]],
    [
      'after every wake',
      readCase('gone-after-every-start').map((event) =>
        'app' in event ? { at: event.at, computer: event.app === 'start' ? 'wake' : 'sleep' } : event,
      ),
    ],
  ],
);

/** Nothing is reported, and no printer is checked more often than in any other two and a half hours. */
kind(
  'taken-for-awake-again',
  (result) => {
    expect(result.alerts).toEqual([]);
    for (const printer of ['P', 'Q', 'R']) {
      expect(result.requests.perPrinter[printer]).toBeLessThanOrEqual((61 * 9_000) / 3_600 + 3);
    }
    expect(result.requests.mostInOneSecond).toBeLessThanOrEqual(5);
  },
  [
    [
      'further each time',
      readCase('taken-for-awake-again').map((event) => ('clock' in event ? { ...event, clock: event.at } : event)),
    ],
    [
      'by short sleeps that nobody announced',
      readCase('taken-for-awake-again').map((event, index) =>
        'clock' in event ? { ...event, clock: -15 * index } : event,
      ),
    ],
  ],
);

/** It does not hide a real disconnection or its end either. */
kind(
  'taken-for-awake-again',
  (result) => {
    const [lost, found, ...more] = newOnes(result);
    expect([lost?.alert, lost?.since, found?.alert, found?.since]).toEqual(['disconnected', 5_005, 'recovered', 7_111]);
    expect(lost?.at).toBeLessThanOrEqual(5_005 + 90 + 65 + 15);
    expect(found?.at).toBeLessThanOrEqual(7_111 + 30 + 65 + 15);
    expect(more).toEqual([]);
  },
  [
    [
      'with a loss in it',
      [...readCase('taken-for-awake-again'), ...link(5_005, 'down', 'P'), ...link(7_111, 'up', 'P')],
    ],
    [
      'with a loss in a sleep in it',
      [
        ...readCase('taken-for-awake-again').filter((event) => event.at < 4_900 || event.at > 5_000),
        { at: 4_900, computer: 'sleep' },
        ...link(5_005, 'down', 'P'),
        { at: 5_025, computer: 'wake' },
        ...link(7_111, 'up', 'P'),
      ],
    ],
  ],
  { only: 'variations' },
);

kind(
  'fails-right-after-wake',
  (result) => {
    expect(result.alerts).toEqual([]);
    for (const printer of ['P', 'Q']) expect(recorded(result, printer).wrong).toBe(0);
  },
  [
    ...([503, 502, 'html'] as const).map(
      (service): Variation => [
        `with ${service}`,
        readCase('fails-right-after-wake').map((event) =>
          'service' in event && event.service === 'timeout' ? { ...event, service } : event,
        ),
      ],
    ),
    [
      'without a network',
      readCase('fails-right-after-wake').map((event) =>
        'service' in event ? { at: event.at, network: event.service === 'ok' ? 'up' : 'down' } : event,
      ),
    ],
    [
      'with refusals',
      readCase('fails-right-after-wake').map((event) =>
        'service' in event && event.service === 'timeout' ? { ...event, service: 604 } : event,
      ),
    ],
  ],
);

/** 15 that keep alternating, all at once, all evening: OneUptime/oneuptime#1963 counts 128 mails. */
kind(
  'known-down-through-a-snooze',
  (result) => {
    expect(newOnes(result).length).toBeGreaterThan(0);
    for (const name of result.world.printers) {
      const own = newOnes(result).filter(({ printers }) => printers.includes(name));
      expect(mostWithin(own, 3_600), name).toBeLessThanOrEqual(4);
    }
    expect(mostWithin(newOnes(result), 3_600)).toBeLessThanOrEqual(6);
  },
  [
    [
      '15 at once, again and again, in two ways',
      [
        ...link(0, 'up', ...names(15)),
        ...Array.from({ length: 6 }, (_, round) => [
          ...answer(3_600 + round * 1_200, 605, ...names(15)),
          ...answer(3_900 + round * 1_200, 200, ...names(15)),
          ...link(4_000 + round * 1_200, 'down', ...names(15)),
          ...link(4_400 + round * 1_200, 'up', ...names(15)),
        ]).flat(),
        ...end(3_600 + 7_200),
      ],
    ],
  ],
  { only: 'variations' },
);
