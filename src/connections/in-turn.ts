import { type Milliseconds, SECOND } from '../domain/time.ts';
import { withTimeout } from '../timers/with-timeout.ts';

/** Two requests and two calls of the keychain; an unanswered prompt of the keychain takes longer. */
const longestTask: Milliseconds = 40 * SECOND;

/** Runs tasks one after another, in the order of the calls. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();
  #isPaused = false;

  /** Resolves or rejects like its task, or resolves to `paused` if no tasks are run any more at its turn. */
  run<Result>(task: () => Promise<Result>, paused: Result): Promise<Result> {
    const result = this.#last.then(() => (this.#isPaused ? paused : task()));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Runs no further task. Resolves to whether the one under way ended in time. */
  pause(): Promise<boolean> {
    this.#isPaused = true;
    const idle = this.#last.then(() => true);
    return withTimeout(longestTask, idle).catch(() => false);
  }

  resume(): void {
    this.#isPaused = false;
  }
}
