import { readFileSync } from 'node:fs';

/** What the main thread of another process has done so far. */
export interface Activity {
  /** The processor time it has used since it started, in milliseconds. */
  readonly used: number;
  /** Whether it is waiting for a processor or the disk. */
  readonly wants: boolean;
}

/** The longest wait for an app that keeps working but doesn't respond, in milliseconds. */
export const longestWait = 120_000;

/** The longest time that counts between two looks, in milliseconds: beyond it this process itself got no turn. */
const longestStep = 1_000;

/**
 * Tells an app that hangs from one that is slow because the computer is busy, as after logging in. Only time in which
 * the app could have responded counts: it did nothing although nothing kept it from working, or it used that much
 * processor time. Where its activity is unknown (null), all time counts.
 */
export class ResponseLimit {
  readonly #elapsed: () => number;
  readonly #activity: () => Activity | null;
  #lookedAt: number;
  #waited = 0;
  #idle = 0;
  #usedAtFirst: number | null = null;
  #last: Activity | null = null;

  /** `elapsed` is a monotonic clock in milliseconds. */
  constructor({ elapsed, activity }: { readonly elapsed: () => number; readonly activity: () => Activity | null }) {
    this.#elapsed = elapsed;
    this.#activity = activity;
    this.#lookedAt = elapsed();
  }

  /** Whether the app has had more than `limit` milliseconds. To be called at least every second. */
  isOver(limit: number): boolean {
    const now = this.#elapsed();
    const step = Math.min(now - this.#lookedAt, longestStep);
    this.#lookedAt = now;
    this.#waited += step;
    const seen = this.#activity();
    const last = this.#last;
    this.#last = seen;
    const works = seen !== null && (seen.wants || (last !== null && seen.used !== last.used));
    this.#idle = works ? 0 : this.#idle + step;
    if (seen !== null) this.#usedAtFirst ??= seen.used;
    const used = seen === null || this.#usedAtFirst === null ? 0 : seen.used - this.#usedAtFirst;
    return this.#idle > limit || used > limit || this.#waited > longestWait;
  }
}

/** The activity of the process that `find` returns (null if unknown), on Linux; null elsewhere. Never throws. */
export function activityOf(find: () => number | null): () => Activity | null {
  let processId: number | null = null;
  return () => {
    processId ??= find();
    const seen = processId === null ? null : mainThread(processId);
    if (seen === null) processId = null;
    return seen;
  };
}

/** Source: proc_pid_stat(5). Its times are in hundredths of a second. */
function mainThread(processId: number): Activity | null {
  try {
    const text = readFileSync(`/proc/${processId}/task/${processId}/stat`, 'utf8');
    // The name before it may contain anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const used = (Number(fields[11]) + Number(fields[12])) * 10;
    return { used, wants: fields[0] === 'R' || fields[0] === 'D' };
  } catch {
    return null;
  }
}
