import type { BrowserWindow } from 'electron';
import type { CrashReporter } from '../../crash/crash-event.ts';
import { afterWindowCrash } from '../../crash/window-crash.ts';
import { type Clock, type Instant, SECOND } from '../../domain/time.ts';
import type { Log } from '../../logging/log.ts';
import { endPageProcess } from '../window/end-page-process.ts';
import type { AppWindow } from '../window/window.ts';
import { forgetPage } from '../window/window-session.ts';
import type { Restart } from './relaunch.ts';

export interface WindowCrashParts {
  readonly log: Pick<Log, 'warn'>;
  readonly clock: Pick<Clock, 'now'>;
  /** When the app last restarted itself because of errors; null if it didn't. */
  readonly restartedAt: Instant | null;
  readonly window: Pick<AppWindow, 'onOpened'>;
  readonly reporter: CrashReporter;
  readonly restart: Restart;
}

/** Chromium reports a page as unresponsive 15 s after an input, repeatedly; a busy computer gets more time. */
const timeLimit = 10 * SECOND;

/** Reloads the window in place when its process crashes or hangs; once, not in a loop. */
export class WindowCrashes {
  readonly #parts: WindowCrashParts;
  #reloadedAt: Instant | null = null;

  constructor(parts: WindowCrashParts) {
    this.#parts = parts;
    parts.window.onOpened((window) => this.#watch(window));
  }

  #watch(window: BrowserWindow): void {
    const { webContents } = window;
    let waiting: NodeJS.Timeout | undefined;
    webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      clearTimeout(waiting);
      waiting = undefined;
      const now = this.#parts.clock.now();
      // An app that can't restart is treated like one that has just done so: it keeps running.
      const restartedAt = this.#parts.restart.isPossible() ? this.#parts.restartedAt : now;
      const action = afterWindowCrash(reason, this.#reloadedAt, restartedAt, now);
      if (action === 'nothing') return;
      this.#parts.log.warn(`The window's process is gone: ${reason} (${exitCode}), ${action}`);
      // During the event Chromium is still handling the end of the process.
      setImmediate(async () => {
        // A restart doesn't wait for that: the next run deletes what is stored.
        const isForgotten = action === 'restart' || (await forgetPage());
        if (window.isDestroyed()) return;
        if (action === 'restart') return this.#parts.restart.now();
        if (!isForgotten) this.#parts.log.warn('What the page had stored could not be deleted');
        if (action === 'reload' && isForgotten) {
          this.#reloadedAt = this.#parts.clock.now();
          return webContents.reload();
        }
        window.destroy();
        this.#parts.reporter.report('window');
      });
    });
    window.on('unresponsive', () => {
      if (waiting !== undefined) return;
      this.#parts.log.warn('The window does not respond');
      waiting = setTimeout(() => {
        waiting = undefined;
        if (!window.isDestroyed()) this.#end(webContents);
      }, timeLimit);
    });
    window.on('responsive', () => {
      clearTimeout(waiting);
      waiting = undefined;
    });
    window.on('closed', () => clearTimeout(waiting));
  }

  #end(contents: Electron.WebContents): void {
    try {
      endPageProcess(contents);
    } catch (error) {
      this.#parts.log.warn('The process of the window could not be ended', error);
    }
  }
}
