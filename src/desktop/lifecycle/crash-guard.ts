import { app } from 'electron';
import type { CrashReporter } from '../../crash/crash-event.ts';
import { afterError, type ErrorMemory, noErrors } from '../../crash/error-policy.ts';
import { afterGraphicsCrash } from '../../crash/graphics-crash.ts';
import type { Clock, Instant } from '../../domain/time.ts';
import type { Log } from '../../logging/log.ts';
import type { Restart } from './relaunch.ts';

export interface CrashGuardParts {
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  /** When the app last restarted itself because of errors; null if it didn't. */
  readonly restartedAt: Instant | null;
  readonly reporter: CrashReporter;
  readonly restart: Restart;
}

/**
 * Keeps monitoring running after uncaught errors and crashes of Chromium's other processes; restarts the app if they
 * repeat.
 */
export class CrashGuard {
  readonly #parts: CrashGuardParts;
  #memory: ErrorMemory;
  #graphicsCrashedAt: Instant | null = null;

  constructor(parts: CrashGuardParts) {
    this.#parts = parts;
    this.#memory = noErrors(parts.restartedAt !== null);
    process.on('uncaughtException', (error) => this.#take('Uncaught error', error));
    process.on('unhandledRejection', (error) => this.#take('Unhandled rejection', error));
    // Chromium restarts such a process when it needs it.
    app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
      if (reason === 'clean-exit' || isEndedByUs(reason, exitCode)) return;
      parts.log.warn(`Process gone: ${[type, name].filter(Boolean).join(' ')}, ${reason} (${exitCode})`);
      if (type === 'GPU') this.#takeGraphicsCrash();
    });
  }

  /** An app that can't restart is treated like one that has just done so: it keeps running. */
  #restartedAt(): Instant | null {
    const { clock, restartedAt, restart } = this.#parts;
    return restart.isPossible() ? restartedAt : clock.now();
  }

  #takeGraphicsCrash(): void {
    const { log, clock, restart } = this.#parts;
    const at = clock.now();
    const action = afterGraphicsCrash(this.#graphicsCrashedAt, at, this.#restartedAt());
    this.#graphicsCrashedAt = at;
    if (action === 'nothing' || this.#memory.restarting) return;
    this.#memory = { ...this.#memory, restarting: true };
    log.error('The graphics process keeps crashing: restarting');
    restart.now();
  }

  #take(what: string, error: unknown): void {
    const { log, clock, reporter, restart } = this.#parts;
    const { memory, action } = afterError(this.#memory, clock.now(), this.#restartedAt());
    this.#memory = memory;
    if (action === 'drop') return;
    log.error(what, error);
    if (action === 'log-and-notify') reporter.report('error');
    if (action === 'log-and-restart') {
      log.error('Too many errors within a minute: restarting');
      restart.now();
    }
  }
}

/** Whether it is the keychain's helper process, which is ended by a signal when idle. */
function isEndedByUs(reason: string, exitCode: number): boolean {
  return reason === 'killed' && exitCode === 15;
}
