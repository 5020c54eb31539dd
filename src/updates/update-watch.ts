import type { Clock, Instant, Timer } from '../domain/time.ts';
import type { UpdateSteps } from '../domain/update-steps.ts';
import { type Installation, nextCheckAt, type UpdateState } from '../domain/updates.ts';

/** Where releases are found. */
export interface Releases {
  /** The version of a newer release, such as `1.2.3`, or null. Rejects if that can't be determined. */
  newer(): Promise<string | null>;
  /**
   * Downloads what `newer` found, to be used from the next start. Rejects unless it is complete and the announced one.
   */
  download(): Promise<void>;
  /** What was downloaded is not installed when the app quits now; a later run finds it again. */
  leaveUninstalled(): void;
}

export interface UpdateWatchParts {
  readonly installation: Installation;
  /** Whether this installation can still replace itself; checked before each download. True if omitted. */
  readonly canReplace?: () => boolean;
  /** What the user has to do to install a version; null if unknown. Never rejects. */
  readonly steps: (version: string) => Promise<UpdateSteps | null>;
  /** Whether the user can restart into the downloaded version. */
  readonly canRestart: boolean;
  /** Loads the code for the checks, not before the first one. */
  readonly releases: () => Promise<Releases>;
  /** Whether daily checks are on. */
  readonly wanted: () => boolean;
  /** When the last check was, UTC, including earlier runs; null for never. */
  readonly lastCheckedAt: () => Instant | null;
  readonly saveLastCheckedAt: (at: Instant) => void;
  readonly clock: Pick<Clock, 'now'>;
  readonly timer: Timer;
  /** Receives errors; the user is not notified of them. */
  readonly failed: (error: unknown) => void;
}

/** Checks for newer releases, daily or on request. It never restarts the app. */
export class UpdateWatch {
  readonly #parts: UpdateWatchParts;
  readonly #startedAt: Instant;
  #state: UpdateState = { kind: 'idle' };
  #failedAt: Instant | null = null;
  #opened: Releases | null = null;
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

  /** Schedules the next check. Call it at the start and when the setting changes. */
  plan(): void {
    const { installation, wanted, timer, clock, lastCheckedAt } = this.#parts;
    timer.clear();
    if (installation === 'none' || !wanted()) return;
    const due = nextCheckAt(lastCheckedAt(), this.#failedAt, this.#startedAt, clock.now());
    // The timer stops while the computer sleeps, so it may fire early relative to the clock.
    timer.set(Math.max(0, due - clock.now()), () => (clock.now() < due ? this.plan() : void this.check()));
  }

  /** Another version was installed in the place of the running one: nothing newer matters until the next start. */
  installed(version: string): void {
    this.#become({ kind: 'installed', version });
  }

  /** Checks now. Does nothing while a check is pending, or once a release is ready. Never rejects. */
  async check(): Promise<void> {
    const { kind } = this.#state;
    if (kind === 'looking' || kind === 'downloading' || kind === 'ready' || kind === 'installed') return;
    const { clock, saveLastCheckedAt, failed } = this.#parts;
    saveLastCheckedAt(clock.now());
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

  /**
   * Call it before the app restarts itself. Where the user can't restart into a downloaded version, an installer would
   * end the app that has just started, so the version stays for the next time the app only quits.
   */
  beforeRestart(): void {
    if (!this.#parts.canRestart) this.#opened?.leaveUninstalled();
  }

  stop(): void {
    this.#parts.timer.clear();
  }

  async #lookAndFetch(): Promise<void> {
    const releases = await this.#parts.releases();
    this.#opened = releases;
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
    // What a check under way finds is older news.
    if (this.#state.kind === 'installed' && state.kind !== 'installed') return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
