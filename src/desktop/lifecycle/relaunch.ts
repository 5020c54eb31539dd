import { app } from 'electron';
import type { Clock } from '../../domain/time.ts';
import { type AppImage, canBeStarted } from '../../startup/app-image.ts';
import { demoArguments, restartArguments, updateArguments } from '../../startup/restart-arguments.ts';
import type { AppWindow } from '../window/window.ts';

/** Restarts the app. */
export class Restart {
  readonly #image: AppImage | null;
  readonly #window: Pick<AppWindow, 'isOpen'>;
  readonly #clock: Pick<Clock, 'now'>;

  /** `image` is the running AppImage, or null. */
  constructor(image: AppImage | null, window: Pick<AppWindow, 'isOpen'>, clock: Pick<Clock, 'now'>) {
    this.#image = image;
    this.#window = window;
    this.#clock = clock;
  }

  /** After errors: reopens the window if it is open. */
  now(): void {
    relaunch(restartArguments(process.argv.slice(1), this.#window.isOpen(), this.#clock.now()), this.#image);
  }

  /** Into the version that replaces this one on quit, with the window open. */
  intoUpdate(): void {
    relaunch(updateArguments(process.argv.slice(1)), this.#image);
  }

  /** Into the demo with its own profile, or back to the user's. */
  withDemo(demo: boolean): void {
    relaunch(demoArguments(process.argv.slice(1), demo), this.#image);
  }
}

/**
 * Quits the app in an orderly way and starts it again with these arguments; `image` is the running AppImage, or null.
 */
function relaunch(args: readonly string[], image: AppImage | null): void {
  planRelaunch(args, image);
  app.quit();
}

/** Makes the app start again with these arguments once it has quit. */
export function planRelaunch(args: readonly string[], image: AppImage | null): void {
  // An AppImage is mounted at a new path on every start, so only its file can be restarted. It may have been replaced
  // by now.
  const file = image !== null && canBeStarted(image) ? image.file : null;
  app.relaunch(file === null ? { args: [...args] } : { args: [...args], execPath: file });
}
