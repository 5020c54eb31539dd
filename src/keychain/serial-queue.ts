import type { Milliseconds } from '../domain/time.ts';

export interface OneAtATime {
  /**
   * Runs the task after all earlier ones. When it has not ended within the limit (waiting included), the caller gets
   * `late` and goes on. A task that had begun by then keeps its place: nothing else is started until it ends, and
   * callers that come meanwhile get `late` at once. A task that had not begun is dropped. What a task brought too late
   * is given to `afterwards`, still before the next one. A task or `afterwards` that rejects counts as `late`.
   */
  run<Result>(
    task: () => Promise<Result>,
    limit: Milliseconds,
    late: Result,
    afterwards?: (result: Result) => Promise<unknown>,
  ): Promise<Result>;
  /** Starts nothing any more; true as soon as nothing is under way, false when that takes longer than the limit. */
  close(limit: Milliseconds): Promise<boolean>;
}

/** For a facility that must never be asked two things at once and whose answers may take forever. */
export function createSerialQueue(): OneAtATime {
  let tail: Promise<unknown> = Promise.resolve();
  let stuck = false;
  let closed = false;

  return {
    run(task, limit, late, afterwards) {
      if (stuck || closed) return Promise.resolve(late);
      return new Promise((resolve) => {
        let begun = false;
        let givenUp = false;
        const timer = setTimeout(() => {
          givenUp = true;
          if (begun) stuck = true;
          resolve(late);
        }, limit);

        async function turn() {
          if (givenUp) return;
          if (closed) {
            clearTimeout(timer);
            return resolve(late);
          }
          begun = true;
          const result = await task().catch(() => late);
          clearTimeout(timer);
          if (givenUp) await afterwards?.(result).catch(() => undefined);
          if (givenUp) stuck = false;
          resolve(result);
        }
        tail = tail.then(turn);
      });
    },
    close(limit) {
      closed = true;
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, limit, false);
        tail.then(() => {
          clearTimeout(timer);
          resolve(true);
        });
      });
    },
  };
}
