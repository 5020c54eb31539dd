import type { Milliseconds } from '../domain/time.ts';

export interface SerialQueue {
  /**
   * Runs the task after all earlier ones. If it does not finish within `limit` ms (including the wait), the caller gets
   * `late`. A task that had started by then still blocks the queue until it ends, and calls in the meantime get `late`
   * at once. A task that had not started is dropped. A late result is passed to `afterwards`, before the next task. A
   * rejected task counts as `late`.
   */
  run<Result>(
    task: () => Promise<Result>,
    limit: Milliseconds,
    late: Result,
    afterwards?: (result: Result) => Promise<unknown>,
  ): Promise<Result>;
  /**
   * Starts no more tasks; resolves to true as soon as none is running, to false when that takes longer than `limit` ms.
   */
  close(limit: Milliseconds): Promise<boolean>;
}

/** Creates a queue for a facility that cannot handle concurrent calls and may never respond. */
export function createSerialQueue(): SerialQueue {
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
