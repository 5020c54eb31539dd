import type { BrowserWindow } from 'electron';
import { afterWindowCrash } from '../crash/window-crash.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import type { Log } from '../logging/log.ts';

export interface WindowCrashParts {
  readonly log: Pick<Log, 'warn'>;
  readonly now: () => Instant;
  /** When the app last started itself anew because of errors; null when it did not. */
  readonly restartedAt: Instant | null;
  /** The window keeps losing its process and has been closed. */
  readonly gaveUp: () => void;
  readonly restart: () => void;
}

/** Chromium calls a page unresponsive after some 30 s; a computer that is only busy gets this much longer. */
const patience = 10 * SECOND;

/** Brings the window back, in its place, when its process crashes or hangs; once, not in a loop. */
export class WindowCrashes {
  readonly #parts: WindowCrashParts;
  #reloadedAt: Instant | null = null;

  constructor(parts: WindowCrashParts) {
    this.#parts = parts;
  }

  watch(window: BrowserWindow): void {
    const { webContents } = window;
    let waiting: NodeJS.Timeout | undefined;
    webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      clearTimeout(waiting);
      const deed = afterWindowCrash(reason, this.#reloadedAt, this.#parts.restartedAt, this.#parts.now());
      if (deed === 'nothing') return;
      this.#parts.log.warn(`The window's process is gone: ${reason} (${exitCode}), ${deed}`);
      // Within the event Chromium is still busy with the end of the process.
      setImmediate(() => {
        if (window.isDestroyed()) return;
        switch (deed) {
          case 'reload':
            this.#reloadedAt = this.#parts.now();
            return webContents.reload();
          case 'restart':
            return this.#parts.restart();
          case 'close-and-tell':
            window.destroy();
            return this.#parts.gaveUp();
        }
      });
    });
    window.on('unresponsive', () => {
      this.#parts.log.warn('The window does not respond');
      clearTimeout(waiting);
      waiting = setTimeout(() => window.isDestroyed() || webContents.forcefullyCrashRenderer(), patience);
    });
    window.on('responsive', () => clearTimeout(waiting));
    window.on('closed', () => clearTimeout(waiting));
  }
}
