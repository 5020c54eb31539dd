import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { inOrder, type TraceEvent } from '../../../src/demo/trace.ts';
import { accountTroubles } from './lives/accounts.ts';
import { computerTroubles } from './lives/computer.ts';
import { linkTroubles } from './lives/links.ts';
import { serviceTroubles } from './lives/service.ts';
import { userTroubles } from './lives/user.ts';

export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A generated scenario. Times are whole seconds; the same seed produces the same scenario. */
export interface Life {
  readonly trace: readonly TraceEvent[];
  readonly printers: readonly string[];
  readonly end: number;
  /** The kinds of problems in it. */
  readonly troubles: readonly string[];
}

/** A scenario that is being generated. */
export interface Draft {
  readonly printers: readonly string[];
  readonly end: number;
  readonly poll: number;
  random(): number;
  /** Returns a whole number; `high` is exclusive. */
  between(low: number, high: number): number;
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** Returns some of the printers, at least one; or all. */
  some(): readonly string[];
  /** Calls `happen` throughout the scenario, at intervals between `least` and `most`. */
  every(least: number, most: number, happen: (at: number) => void): void;
  add(...events: readonly TraceEvent[]): void;
}

/** A problem that occurs in some scenarios. */
export type Trouble = (draft: Draft) => void;

const troubles: Readonly<Record<string, Trouble>> = {
  ...linkTroubles,
  ...serviceTroubles,
  ...accountTroubles,
  ...computerTroubles,
  ...userTroubles,
};

/** The probability of each kind of problem in a scenario. */
const share = 0.22;

/** Removes user actions while the computer sleeps or the app does not run. */
function withoutSleepwalking(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  let isAsleep = false;
  let isEnded = false;
  return trace.filter((event) => {
    if ('computer' in event) isAsleep = event.computer === 'sleep';
    if ('app' in event) isEnded = event.app !== 'start';
    return !(isAsleep || isEnded) || !('user' in event || 'setting' in event);
  });
}

/**
 * Generates a scenario of about `printerDays` printer-days from a seed: the links of all printers, and some problems.
 */
export function lifeOf(seed: number, printerDays: number): Life {
  const random = seededRandom(seed);
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)] as Choice;
  const count = pick([1, 1, 2, 3, 4, 5, 8, 12, 19, 20, 40, 60, 120, 200]);
  const end = Math.max(6 * hour, Math.round((printerDays / count) * 24) * hour);
  const printers = Array.from({ length: count }, (_, index) => `P${index}`);
  const events: TraceEvent[] = [];
  const between = (low: number, high: number) => Math.floor(low + random() * (high - low));
  const poll = random() < 0.7 ? 60 : pick([30, 90, 120, 300]);
  const grace = random() < 0.7 ? 90 : pick([0, 30, 180, 600]);
  const draft: Draft = {
    printers,
    end,
    poll,
    random,
    between,
    pick,
    some: () => {
      const most = pick([0.25, 0.5, 1, 1]);
      const some = printers.filter(() => random() < most);
      return some.length === 0 ? printers.slice(0, 1) : some;
    },
    every: (least, most, happen) => {
      for (let at = between(10 * minute, most); at < end - 10 * minute; at += between(least, most)) happen(at);
    },
    add: (...added) => {
      events.push(...added.filter(({ at }) => at < end));
    },
  };
  draft.add({ at: 0, setting: { pollSeconds: poll, graceSeconds: grace } });
  draft.add(...printers.map((printer): TraceEvent => ({ at: 0, printer, link: 'up' })));
  const drawn = Object.keys(troubles).filter((name) => name === 'reconnects' || random() < share);
  // With a wrong clock and no right `Date` nothing tells the time.
  const isClockWrong = drawn.some((name) => name.startsWith('a clock'));
  const happening = isClockWrong ? drawn.filter((name) => name !== 'a Date that stands still') : drawn;
  for (const name of happening) troubles[name]?.(draft);
  return {
    trace: withoutSleepwalking(inOrder([...events, { at: end, end: true }])),
    printers,
    end,
    troubles: happening,
  };
}
