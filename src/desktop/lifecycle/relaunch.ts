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

  /** `image` is the AppImage that the app runs from, or null. */
  constructor(image: AppImage | null, window: Pick<AppWindow, 'isOpen'>, clock: Pick<Clock, 'now'>) {
    this.#image = image;
    this.#window = window;
    this.#clock = clock;
  }

  /** After errors: with the window if it is open. */
  now(): void {
    relaunch(restartArguments(process.argv.slice(1), this.#window.isOpen(), this.#clock.now()), this.#image);
  }

  /** Into the version that takes the place of this one at the end of the app, with the window open. */
  intoUpdate(): void {
    relaunch(updateArguments(process.argv.slice(1)), this.#image);
  }

  /** With simulated printers in a profile of their own, or back with the user's. */
  withDemo(demo: boolean): void {
    relaunch(demoArguments(process.argv.slice(1), demo), this.#image);
  }
}

/** Ends the app in an orderly way and starts it again with these arguments; `image` is the AppImage it runs from, or null. */
function relaunch(args: readonly string[], image: AppImage | null): void {
  planRelaunch(args, image);
  app.quit();
}

/** Has the app start again with these arguments as soon as it has ended. */
export function planRelaunch(args: readonly string[], image: AppImage | null): void {
  // An AppImage is unpacked to a new place at every start: only its file can be started again. By now it may be another.
  const file = image !== null && canBeStarted(image) ? image.file : null;
  app.relaunch(file === null ? { args: [...args] } : { args: [...args], execPath: file });
}
