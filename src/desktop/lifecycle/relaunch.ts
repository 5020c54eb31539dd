import { app } from 'electron';
import type { Clock } from '../../domain/time.ts';
import { type AppImage, lastingProgram } from '../../startup/app-image.ts';
import { readFlags } from '../../startup/flags.ts';
import { demoArguments, restartArguments, updateArguments } from '../../startup/restart-arguments.ts';
import { startBeside, takeShownPipe } from '../../startup/shown-pipe.ts';
import type { AppWindow } from '../window/window.ts';

export interface RestartParts {
  /** The running AppImage, or null. */
  readonly image: AppImage | null;
  readonly window: Pick<AppWindow, 'isOpen'>;
  readonly clock: Pick<Clock, 'now'>;
  /**
   * Is called before a restart that isn't one into an update; null if this installation doesn't update from releases.
   */
  readonly updates: { beforeRestart(): void } | null;
}

/** Restarts the app. */
export class Restart {
  readonly #parts: RestartParts;

  constructor(parts: RestartParts) {
    this.#parts = parts;
  }

  /**
   * Whether the app's file is still in its place. If not, the app keeps running, whatever it is asked to restart for.
   */
  isPossible(): boolean {
    return programOf(this.#parts.image) !== null;
  }

  /** After errors: reopens the window if it is open. */
  now(): void {
    const { window, clock } = this.#parts;
    this.#relaunch(restartArguments(process.argv.slice(1), window.isOpen(), clock.now()));
  }

  /**
   * Into the version that replaces this one on quit, with the window open. Returns whether the app can be restarted.
   */
  intoUpdate(): boolean {
    return relaunch(updateArguments(process.argv.slice(1)), this.#parts.image);
  }

  /**
   * Into the demo with its own profile, or back to the user's. Where the two have different profiles, this app's window
   * stays until the other one is shown. Resolves to whether that worked; if not, this app keeps running. Never rejects.
   */
  async withDemo(demo: boolean): Promise<boolean> {
    const args = process.argv.slice(1);
    const canRunBeside = process.platform === 'linux' && readFlags(args).userDataFolder === null;
    if (!canRunBeside) return this.#relaunch(demoArguments(args, demo));
    const program = programOf(this.#parts.image);
    if (program === null || !(await startBeside(program, demoArguments(args, demo)))) return false;
    app.quit();
    return true;
  }

  #relaunch(args: readonly string[]): boolean {
    if (!this.isPossible()) return false;
    this.#parts.updates?.beforeRestart();
    return relaunch(args, this.#parts.image);
  }
}

/** Tells the app that started this one, if any, once the first window is shown. */
export function notifyWhenShown(environment: NodeJS.ProcessEnv): void {
  const notify = takeShownPipe(environment);
  if (notify !== null) app.once('browser-window-created', (_event, window) => window.once('show', notify));
}

/** The program to start again: the AppImage's file, otherwise that of this process; null if it is no longer there. */
function programOf(image: AppImage | null): string | null {
  return lastingProgram(image, process.execPath);
}

/**
 * Quits the app in an orderly way and starts it again with these arguments; `image` is the running AppImage, or null.
 * Returns false, and the app keeps running, if its file is no longer there.
 */
function relaunch(args: readonly string[], image: AppImage | null): boolean {
  if (!planRelaunch(args, image)) return false;
  app.quit();
  return true;
}

/** Makes the app start again with these arguments once it has quit. Returns false if its file is no longer there. */
export function planRelaunch(args: readonly string[], image: AppImage | null): boolean {
  const program = programOf(image);
  if (program === null) return false;
  // On Linux Electron would look up where the program is now, which fails once a package manager has replaced it.
  app.relaunch({ args: [...args], execPath: program });
  return true;
}
