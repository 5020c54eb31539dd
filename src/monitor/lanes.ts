import type { PrinterId } from '../domain/printer.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { isSlow, type WaitingPrinters } from './waiting-printers.ts';

/** Maximum number of concurrent requests, over all printers. */
export const mostAtOnce = 6;

/** Of those, for printers whose requests hang: while any printer responds promptly, and while such printers wait. */
const mostSlow = { usually: 3, whileOthersWait: 1 } as const;

/** Of those, for printers with prompt responses, while there are slow ones. */
const mostPrompt = 5;

/** A response within this time is prompt; slower requests give way when lanes run short. */
const promptWithin: Milliseconds = 5 * SECOND;

/** A lane is freed after this time, whatever its request does. */
export const longestRequest: Milliseconds = 15 * SECOND;

/** After a slow request, this many consecutive prompt ones make a printer prompt again. */
const promptOnesToProve = 3;

/**
 * How many waiting printers of each kind a turn considers: those that may take a lane, and as many that may want one.
 */
const mostConsidered = 2 * mostAtOnce;

/** What is known about how long a printer's requests take. */
export interface Habit {
  /**
   * How many prompt requests are still needed until the printer counts as prompt; 0 if it does or was never checked.
   */
  readonly toProve: number;
  /** How long its last request took; 0 if it was never checked. */
  readonly took: Milliseconds;
  /** Running time (on the monotonic clock) at which the last usable response arrived; null before the first. */
  readonly answeredAt: Milliseconds | null;
}

/** The habit of a printer that was never checked. */
export const newHabit: Habit = { toProve: 0, took: 0, answeredAt: null };

/** Returns the habit after a request that took `took` ms and ended at `at` (running time). */
export function habitAfter(habit: Habit, took: Milliseconds, usable: boolean, at: Milliseconds): Habit {
  const toProve = took < promptWithin ? Math.max(0, habit.toProve - 1) : promptOnesToProve;
  return { toProve, took, answeredAt: usable ? at : habit.answeredAt };
}

/** A printer that is due. */
export interface Waiting {
  readonly id: PrinterId;
  /** Running time since when it has been due. */
  readonly since: Milliseconds;
  readonly habit: Habit;
  /** The user requested it, so it goes first. */
  readonly byHand: boolean;
  /** It is part of a refresh or of the first round after a start, to which the request budget does not apply. */
  readonly unpaced: boolean;
}

/** A request in progress. */
export interface Lane {
  readonly id: PrinterId;
  /** Running time at which the request began. */
  readonly takenAt: Milliseconds;
  readonly slow: boolean;
  /** Taken for the printer that responded last, so that it does not wait for many that have just begun to hang. */
  readonly fresh: boolean;
}

/** At most `most` requests may start within `window` ms. */
export interface RequestBudget {
  readonly window: Milliseconds;
  readonly most: number;
}

/**
 * Returns five requests per second, or twice the average rate of all printers if that is more. `second` is time-scaled.
 */
export function requestBudget(printers: number, poll: Milliseconds, second: Milliseconds): RequestBudget {
  return { window: second, most: Math.max(5, Math.floor((2 * printers * second) / poll)) };
}

export interface Turn {
  /** Printers to check now, in this order. */
  readonly next: readonly { readonly id: PrinterId; readonly slow: boolean; readonly fresh: boolean }[];
  /** Requests to abort because others wait. */
  readonly giveUp: readonly Lane[];
  /** Milliseconds until the next turn makes sense even if no request ends before; null when it never does. */
  readonly again: Milliseconds | null;
}

/**
 * Decides which printers to check next: six requests at once, of which hanging ones never take all. Times are running
 * time.
 */
export class Lanes {
  readonly #lanes = new Set<Lane>();
  /** When recent requests began. */
  #begun: Milliseconds[] = [];

  take(lane: Lane): Lane {
    this.#lanes.add(lane);
    this.#begun.push(lane.takenAt);
    return lane;
  }

  /** Returns false if the lane was already freed, so that the response is too late. */
  free(lane: Lane): boolean {
    return this.#lanes.delete(lane);
  }

  /** Returns the requests that have timed out. */
  overdue(now: Milliseconds): readonly Lane[] {
    return [...this.#lanes].filter((lane) => now - lane.takenAt >= longestRequest);
  }

  /** Returns the milliseconds until the first request times out; null when none is in progress. */
  nextOverdueIn(now: Milliseconds): Milliseconds | null {
    if (this.#lanes.size === 0) return null;
    return Math.max(0, Math.min(...[...this.#lanes].map((lane) => lane.takenAt)) + longestRequest - now);
  }

  /** Chooses among the waiting printers; `anyPrompt` says whether any printer at all counts as prompt. */
  turn(waiting: WaitingPrinters, now: Milliseconds, budget: RequestBudget, anyPrompt: boolean): Turn {
    this.#begun = this.#begun.filter((at) => now - at <= budget.window);
    const { prompt, slow, freshest: last } = waiting.contenders(mostConsidered);
    const freshest = [...this.#lanes].some((lane) => lane.fresh) ? undefined : last;
    const ordered = freshest === undefined ? prompt : [freshest, ...prompt.filter((one) => one !== freshest)];

    const held = [...this.#lanes].filter((lane) => lane.slow || now - lane.takenAt >= promptWithin).length;
    const room = {
      all: mostAtOnce - this.#lanes.size,
      slow: (anyPrompt ? mostSlow.usually : mostAtOnce) - held,
      prompt: (slow.length + held > 0 ? mostPrompt : mostAtOnce) - (this.#lanes.size - held),
    };
    if (prompt.length > Math.min(room.all, room.prompt)) room.slow = mostSlow.whileOthersWait - held;
    let budgetLeft = budget.most - this.#begun.length;
    const next: Turn['next'][number][] = [];
    let outOfBudget = false;
    const wanting: Waiting[] = [];
    for (const one of [...ordered, ...slow]) {
      const kind = isSlow(one) ? 'slow' : 'prompt';
      if (room.all <= 0 || room[kind] <= 0) {
        if (kind === 'prompt' || one.byHand) wanting.push(one);
      } else if (!one.unpaced && budgetLeft <= 0) {
        outOfBudget = true;
      } else {
        next.push({ id: one.id, slow: kind === 'slow', fresh: one === freshest });
        room.all -= 1;
        room[kind] -= 1;
        budgetLeft -= 1;
      }
    }
    const times: Milliseconds[] = [];
    if (outOfBudget) times.push((this.#begun[0] ?? now) + budget.window + 1);
    const mayGiveUp = wanting.length === 0 ? [] : this.#mayGiveUp(wanting.some((one) => one.byHand));
    const giveUp = mayGiveUp.filter((lane) => now - lane.takenAt >= promptWithin).slice(0, wanting.length);
    // Requests that begin now may have to give way too.
    if (wanting.length > 0 && giveUp.length === 0) times.push((mayGiveUp[0]?.takenAt ?? now) + promptWithin);
    return { next, giveUp, again: times.length === 0 ? null : Math.max(1, Math.min(...times) - now) };
  }

  /**
   * Returns lanes that may give way, oldest first. Slow printers give way only to the user: they need their full time.
   */
  #mayGiveUp(byHand: boolean): readonly Lane[] {
    return [...this.#lanes].filter((lane) => byHand || !lane.slow);
  }
}
