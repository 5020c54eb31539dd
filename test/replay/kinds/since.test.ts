import { expect } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { end, kind, later, link, phases, poll } from './kind.ts';
import { moments, newOnes, type ReplayResult, readCase, recorded } from './replay-result.ts';

const up = link(0, 'up', 'P');
const downAt = ({ trace }: ReplayResult) => moments(trace, (event) => 'link' in event && event.link === 'down')[0] ?? 0;
const unreported: TraceEvent = { at: 0, printer: 'P', times: { connected: null, disconnected: null } };

/** Nothing that is reported, shown or recorded may begin before the opposite was last seen. */
function sinceIsAtOrAfterTheLoss(result: ReplayResult): void {
  const [lost = 0] = moments(result.trace, (event) => 'service' in event && event.service !== 'ok');
  const shown = result.statuses.filter(({ at, status }) => at > lost && status !== 'unknown');
  expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected', 'recovered']);
  for (const line of [...result.alerts, ...shown])
    expect(line.since, JSON.stringify(line)).toBeGreaterThanOrEqual(lost);
}

kind('since-before-the-loss', sinceIsAtOrAfterTheLoss, [
  ...phases('since-before-the-loss', 17, 34, 51),
  ['within a minute of the start', later(readCase('since-before-the-loss'), -35_900)],
  ['after a night', [...up, { at: 80_000, service: 601 }, { at: 83_000, service: 'ok' }, ...end(86_000)]],
  ['every two minutes', [...poll(120), ...readCase('since-before-the-loss')]],
]);

/** Responses before a restart limit what is reported after it: according to the server the link was up all along. */
kind(
  'restart-after-601',
  (result) => {
    const [restarted = 0] = moments(result.trace, (event) => 'app' in event && event.app === 'start');
    const [ended = 0] = moments(result.trace, (event) => 'app' in event && event.app !== 'start');
    const shown = result.statuses.filter(({ at, status }) => at > restarted && status !== 'checking');
    expect(newOnes(result).map(({ alert }) => alert)).toEqual(['disconnected', 'recovered']);
    expect(shown.length).toBeGreaterThan(0);
    // A kill loses at most ten minutes of an unchanged state.
    const lost = result.trace.some((event) => 'app' in event && event.app === 'kill') ? 600 + 65 : 65;
    for (const line of [...newOnes(result, 'recovered'), ...shown]) {
      expect(line.since, JSON.stringify(line)).toBeGreaterThanOrEqual(ended - lost);
    }
  },
  [
    ...phases('restart-after-601', 17, 41),
    [
      'killed',
      readCase('restart-after-601').map((event) =>
        'app' in event && event.app === 'quit' ? { ...event, app: 'kill' } : event,
      ),
    ],
    [
      'twice',
      [
        ...readCase('restart-after-601').slice(0, -1),
        { at: 4_205, app: 'quit' },
        { at: 4_260, app: 'start' },
        ...end(5_000),
      ],
    ],
  ],
);

/** The history has to be known while the computer was awake, the app running and the service working. */
kind(
  'asleep-then-601',
  (result) => {
    expect(recorded(result, 'P').wrong).toBe(0);
    expect(recorded(result, 'P').right).toBeGreaterThan(7_000);
  },
  [
    ...phases('asleep-then-601', 20, 45),
    ['for a night', later(readCase('asleep-then-601'), 10_000, 46_000)],
    ['with no times ever', [unreported, ...readCase('asleep-then-601')]],
    [
      'with the app not running instead',
      readCase('asleep-then-601').map((event) =>
        'computer' in event ? { at: event.at, app: event.computer === 'sleep' ? 'kill' : 'start' } : event,
      ),
    ],
    ['connected all the while', readCase('asleep-then-601').filter(({ at }) => at !== 46_680)],
  ],
);

/** What was seen before a rejection survives a kill, however long the next check takes. */
kind(
  'rejected-then-killed',
  (lived) => {
    const [rejected = 0] = moments(lived.trace, (event) => 'answer' in event || 'service' in event);
    const lost = downAt(lived);
    expect(recorded(lived, 'P').wrong).toBe(0);
    // From the last poll before the rejection until what the server reports, and after the last poll of the trace.
    expect(recorded(lived, 'P').unknown).toBeLessThanOrEqual(lost - rejected + 2 * 65);
  },
  [
    ...phases('rejected-then-killed', 21, 47),
    [
      'perks that lapse',
      readCase('rejected-then-killed').map((event) =>
        'answer' in event && event.answer === 604 ? { ...event, answer: 605 } : event,
      ),
    ],
    [
      'a service that fails',
      [
        ...readCase('rejected-then-killed').filter((event) => !('answer' in event)),
        { at: 7_000, service: 503 },
        { at: 10_550, service: 'ok' },
      ],
    ],
  ],
);

/** What the last sighting contradicts is not known, also not after the next response. */
kind(
  'reconnect-without-a-loss',
  (replayed) => {
    for (const printer of replayed.world.printers) expect(recorded(replayed, printer).wrong, printer).toBe(0);
    expect(recorded(replayed, 'P').right).toBeGreaterThan(20_000);
  },
  [
    ...phases('reconnect-without-a-loss', 11, 31),
    [
      'after a restart instead',
      readCase('reconnect-without-a-loss').map((event) =>
        'network' in event ? { at: event.at, app: event.network === 'down' ? 'quit' : 'start' } : event,
      ),
    ],
    [
      'with a true loss before it',
      [...readCase('reconnect-without-a-loss'), ...link(3_000, 'down', 'P'), ...link(4_000, 'up', 'P')],
    ],
    [
      'without any time of a loss',
      readCase('reconnect-without-a-loss').map((event) =>
        'times' in event && event.times !== null
          ? { ...event, times: { connected: 7_400, disconnected: null } }
          : event,
      ),
    ],
  ],
);
