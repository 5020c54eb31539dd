import type { Clock, Instant, Timer } from '../domain/time.ts';
import type { UpdateSteps } from '../domain/update-steps.ts';
import { type Installation, nextLookAt, type UpdateState } from '../domain/updates.ts';

/** Where releases are found. */
export interface Releases {
  /** The version of a newer release, such as `1.2.3`, or null. Rejects when that cannot be found out. */
  newer(): Promise<string | null>;
  /** Downloads what `newer` found, to be used from the next start on. Rejects unless it is whole and the one announced. */
  download(): Promise<void>;
}

export interface UpdateWatchParts {
  readonly installation: Installation;
  /** Whether what replaces itself still can; asked before each download. It can where nobody says. */
  readonly canReplace?: () => boolean;
  /** What the user does to install a version; null where that is not known. Never rejects. */
  readonly steps: (version: string) => Promise<UpdateSteps | null>;
  /** Whether a restart by hand ends in the downloaded version. */
  readonly canRestart: boolean;
  /** Loads what it takes to look; not before the first look. */
  readonly releases: () => Promise<Releases>;
  /** Whether the user wants it to be done once a day. */
  readonly wanted: () => boolean;
  /** When it was last done, UTC, also by an earlier start; null for never. */
  readonly lookedAt: () => Instant | null;
  readonly keepLookedAt: (at: Instant) => void;
  readonly clock: Pick<Clock, 'now'>;
  readonly timer: Timer;
  /** Takes what went wrong; the user is not bothered with it. */
  readonly failed: (error: unknown) => void;
}

/** Looks for newer releases, once a day or when it is asked to. It never restarts the app. */
export class UpdateWatch {
  readonly #parts: UpdateWatchParts;
  readonly #startedAt: Instant;
  #state: UpdateState = { kind: 'idle' };
  #failedAt: Instant | null = null;
  readonly #listeners: ((state: UpdateState) => void)[] = [];

  constructor(parts: UpdateWatchParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
  }

  onChange(listener: (state: UpdateState) => void): void {
    this.#listeners.push(listener);
  }

  state(): UpdateState {
    return this.#state;
  }

  /** Plans the next look; to be called at the start, and when the user's wish has changed. */
  plan(): void {
    const { installation, wanted, timer, clock, lookedAt } = this.#parts;
    timer.clear();
    if (installation === 'none' || !wanted()) return;
    const due = nextLookAt(lookedAt(), this.#failedAt, this.#startedAt, clock.now());
    // While the computer slept the timer stood still, so that it may be early but for its planning.
    timer.set(Math.max(0, due - clock.now()), () => (clock.now() < due ? this.plan() : void this.look()));
  }

  /** Looks now. Does nothing while a look is under way, or once a release lies ready. Never rejects. */
  async look(): Promise<void> {
    const { kind } = this.#state;
    if (kind === 'looking' || kind === 'downloading' || kind === 'ready') return;
    const { clock, keepLookedAt, failed } = this.#parts;
    keepLookedAt(clock.now());
    this.#become({ kind: 'looking' });
    try {
      await this.#lookAndFetch();
      this.#failedAt = null;
    } catch (error) {
      failed(error);
      this.#failedAt = clock.now();
      this.#become({ kind: 'failed' });
    }
    this.plan();
  }

  stop(): void {
    this.#parts.timer.clear();
  }

  async #lookAndFetch(): Promise<void> {
    const releases = await this.#parts.releases();
    const version = await releases.newer();
    if (version === null) this.#become({ kind: 'newest' });
    else if (this.#parts.installation !== 'replaces-itself' || this.#parts.canReplace?.() === false)
      this.#become({ kind: 'available', version, steps: await this.#parts.steps(version) });
    else {
      this.#become({ kind: 'downloading', version });
      await releases.download();
      this.#become({ kind: 'ready', version, canRestart: this.#parts.canRestart });
    }
  }

  #become(state: UpdateState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
