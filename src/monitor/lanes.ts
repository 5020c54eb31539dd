import type { PrinterId } from '../domain/printer.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';

/** Requests under way at once, over all printers. */
export const mostAtOnce = 6;

/** Of those, for printers whose requests have hung, as long as there are others; and while others wait. */
const mostSlow = { usually: 3, whileOthersWait: 1 } as const;

/** Of those, for printers that answer promptly, while others wait. */
const mostPrompt = 5;

/** A request that is back within this time is prompt; one that is not gives way when the lanes run short. */
export const promptWithin: Milliseconds = 5 * SECOND;

/** A lane is free again after this time, whatever has become of its request. */
export const longestRequest: Milliseconds = 15 * SECOND;

/** After a slow request this many prompt ones in a row are needed. */
const promptOnesToProve = 3;

/** What is known of the time that a printer's requests take. */
export interface Habit {
  /** Prompt requests still needed before the printer counts as prompt; 0 for one that is, or was never asked. */
  readonly toProve: number;
  /** UTC; when the last usable answer arrived, null before the first. */
  readonly answeredAt: Instant | null;
}

/** The habit of a printer that was never asked about. */
export const newHabit: Habit = { toProve: 0, answeredAt: null };

/** The habit after a request that took `took` milliseconds and ended at `at` (UTC). */
export function habitAfter(habit: Habit, took: Milliseconds, usable: boolean, at: Instant): Habit {
  const toProve = took < promptWithin ? Math.max(0, habit.toProve - 1) : promptOnesToProve;
  return { toProve, answeredAt: usable ? at : habit.answeredAt };
}

/** A printer that is due. */
export interface Waiting {
  readonly id: PrinterId;
  /** UTC; since when it has been due. */
  readonly since: Instant;
  readonly habit: Habit;
  /** The user asked for it: it goes before the queue. */
  readonly byHand: boolean;
  /** Belongs to the first round after a start, a wake or a refresh: the request budget does not count for it. */
  readonly unpaced: boolean;
}

/** A request under way. */
export interface Lane {
  readonly id: PrinterId;
  /** Running time at which the request began. */
  readonly takenAt: Milliseconds;
  readonly slow: boolean;
  /** Taken for whoever answered last, so that a printer that answers does not wait for many that have just begun to hang. */
  readonly fresh: boolean;
}

/** Not more than `most` requests may begin within `window` milliseconds. */
export interface RequestBudget {
  readonly window: Milliseconds;
  readonly most: number;
}

/** Five requests in a second, or twice the even pace of all printers if that is more. `second` scales with a tempo. */
export function requestBudget(printers: number, poll: Milliseconds, second: Milliseconds): RequestBudget {
  return { window: second, most: Math.max(5, Math.floor((2 * printers * second) / poll)) };
}

export interface Turn {
  /** To be asked now, in this order. */
  readonly next: readonly { readonly id: PrinterId; readonly slow: boolean; readonly fresh: boolean }[];
  /** Requests to be given up because others wait. */
  readonly giveUp: readonly Lane[];
  /** Milliseconds until a look is worth it again, though nothing ends before; null when there is no such moment. */
  readonly again: Milliseconds | null;
}

/** Who may be asked next: six requests at once, of which those that hang never take all. Times are running times. */
export class Lanes {
  readonly #lanes = new Set<Lane>();
  /** When the requests of the last moments began. */
  #begun: Milliseconds[] = [];

  take(lane: Lane): Lane {
    this.#lanes.add(lane);
    this.#begun.push(lane.takenAt);
    return lane;
  }

  /** Returns false when the lane was freed before: what comes now is too late. */
  free(lane: Lane): boolean {
    return this.#lanes.delete(lane);
  }

  /** Requests that have used up their time. */
  overdue(now: Milliseconds): readonly Lane[] {
    return [...this.#lanes].filter((lane) => now - lane.takenAt >= longestRequest);
  }

  /** Milliseconds until the first request has used up its time; null when none is under way. */
  nextOverdueIn(now: Milliseconds): Milliseconds | null {
    if (this.#lanes.size === 0) return null;
    return Math.max(0, Math.min(...[...this.#lanes].map((lane) => lane.takenAt)) + longestRequest - now);
  }

  /** Chooses among those that wait; `anyPrompt` says whether any printer at all counts as prompt. */
  turn(waiting: readonly Waiting[], now: Milliseconds, budget: RequestBudget, anyPrompt: boolean): Turn {
    this.#begun = this.#begun.filter((at) => now - at <= budget.window);
    const queue = inOrder(waiting);
    const prompt = queue.filter((one) => !isSlow(one));
    const slow = queue.filter(isSlow);
    const freshest = [...this.#lanes].some((lane) => lane.fresh) ? undefined : lastToAnswer(prompt);
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
    // Those that begin now may have to give way as well.
    if (wanting.length > 0 && giveUp.length === 0) times.push((mayGiveUp[0]?.takenAt ?? now) + promptWithin);
    return { next, giveUp, again: times.length === 0 ? null : Math.max(1, Math.min(...times) - now) };
  }

  /** Oldest first, as a set keeps it. One of a slow printer gives way to the user alone: it needs its whole time. */
  #mayGiveUp(byHand: boolean): readonly Lane[] {
    return [...this.#lanes].filter((lane) => byHand || !lane.slow);
  }
}

function isSlow({ habit }: Waiting): boolean {
  return habit.toProve > 0;
}

function inOrder(waiting: readonly Waiting[]): readonly Waiting[] {
  return [...waiting].sort((one, other) => Number(other.byHand) - Number(one.byHand) || one.since - other.since);
}

/** The user's own wish first; then whoever gave the last usable answer. */
function lastToAnswer(prompt: readonly Waiting[]): Waiting | undefined {
  let last: Waiting | undefined;
  for (const one of prompt) {
    if (one.byHand) return one;
    if (last === undefined || (one.habit.answeredAt ?? 0) > (last.habit.answeredAt ?? 0)) last = one;
  }
  return last;
}
