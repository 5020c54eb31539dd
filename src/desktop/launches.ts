import { app } from 'electron';
import { readFlags } from '../startup/flags.ts';

/** What a launch of the app that runs already asks of it. */
export interface LaunchListeners {
  readonly onLink: (link: string) => void;
  /** A launch without a link wants the window. */
  readonly onShow: () => void;
}

/**
 * Hears of `octoglance:` links and of further launches. On Linux and Windows a link starts the app a second time with the
 * link as an argument; macOS sends it to the running one, and may do so before the app is ready. What comes before `answer`
 * waits for it.
 */
export class Launches {
  readonly #waiting: ((listeners: LaunchListeners) => void)[] = [];
  #listeners: LaunchListeners | null = null;

  constructor() {
    app.on('second-instance', (_event, args) => {
      const { deepLink } = readFlags(args);
      this.#take((listeners) => (deepLink === null ? listeners.onShow() : listeners.onLink(deepLink)));
    });
    app.on('open-url', (event, link) => {
      event.preventDefault();
      this.#take((listeners) => listeners.onLink(link));
    });
    // macOS says this of the first start as well, which by itself opens no window.
    app.on('activate', () => this.#listeners?.onShow());
    // The app lives on in the tray when its window is closed.
    app.on('window-all-closed', () => {});
  }

  answer(listeners: LaunchListeners): void {
    this.#listeners = listeners;
    for (const launch of this.#waiting.splice(0)) launch(listeners);
  }

  #take(launch: (listeners: LaunchListeners) => void): void {
    if (this.#listeners === null) this.#waiting.push(launch);
    else launch(this.#listeners);
  }
}
