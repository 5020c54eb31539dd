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

/** Times in whole seconds; equal for equal seeds. */
export interface Life {
  readonly trace: readonly TraceEvent[];
  readonly printers: readonly string[];
  readonly end: number;
  /** The kinds of trouble in it. */
  readonly troubles: readonly string[];
}

/** A life that is being made up. */
export interface Draft {
  readonly printers: readonly string[];
  readonly end: number;
  readonly poll: number;
  random(): number;
  /** A whole number; the upper end is left out. */
  between(low: number, high: number): number;
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** Some of the printers, at least one; or all. */
  some(): readonly string[];
  /** Moments through the life, so far apart. */
  every(least: number, most: number, happen: (at: number) => void): void;
  add(...events: readonly TraceEvent[]): void;
}

/** Something that goes wrong in some lives. */
export type Trouble = (draft: Draft) => void;

const troubles: Readonly<Record<string, Trouble>> = {
  ...linkTroubles,
  ...serviceTroubles,
  ...accountTroubles,
  ...computerTroubles,
  ...userTroubles,
};

/** How likely each kind of trouble is in a life. */
const share = 0.22;

/** Nobody does anything at a computer that sleeps. */
function withoutSleepwalking(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  let isAsleep = false;
  return trace.filter((event) => {
    if ('computer' in event) isAsleep = event.computer === 'sleep';
    return !isAsleep || !('user' in event || 'setting' in event);
  });
}

/** A life of about so many printer-days whose every circumstance comes from the seed: everybody's links, and some troubles. */
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
  const happening = Object.keys(troubles).filter((name) => name === 'reconnects' || random() < share);
  for (const name of happening) troubles[name]?.(draft);
  return {
    trace: withoutSleepwalking(inOrder([...events, { at: end, end: true }])),
    printers,
    end,
    troubles: happening,
  };
}
