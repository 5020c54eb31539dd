import { app } from 'electron';
import { type Flags, readFlags, shortLink } from '../../startup/flags.ts';
import type { Launch } from '../../status-command/exchange.ts';

/** What a further launch wants. A link has the window opened when there is something to say about it. */
export function launchOf({ deepLink, hidden, show }: Pick<Flags, 'deepLink' | 'hidden' | 'show'>): Launch {
  return { show: deepLink === null && (show || !hidden), link: deepLink === null ? null : shortLink(deepLink) };
}

/** What a launch of the app that runs already asks of it. */
export interface SecondInstanceListeners {
  readonly onLink: (link: string) => void;
  /** A launch without a link wants the window, unless it asks for none. */
  readonly onShow: () => void;
}

/**
 * Hears of `octoglance:` links and of further launches. On Linux and Windows a link starts the app a second time with the
 * link as an argument. On Linux that start hands it over at the profile's socket (`take`), on Windows through Electron;
 * macOS sends a link to the running app, and may do so before that is ready. What comes before `answer` waits for it.
 */
export class SecondInstances {
  readonly #waiting: ((listeners: SecondInstanceListeners) => void)[] = [];
  #listeners: SecondInstanceListeners | null = null;

  constructor() {
    app.on('second-instance', (_event, args) => {
      this.take(launchOf(readFlags(args)));
    });
    app.on('open-url', (event, link) => {
      event.preventDefault();
      this.#take((listeners) => listeners.onLink(link));
    });
    // macOS says this of the first start as well, which on its own opens no window.
    app.on('activate', () => this.#listeners?.onShow());
    // The app lives on in the tray when its window is closed.
    app.on('window-all-closed', () => {});
  }

  take({ show, link }: Launch): void {
    this.#take((listeners) => {
      if (link !== null) listeners.onLink(link);
      else if (show) listeners.onShow();
    });
  }

  answer(listeners: SecondInstanceListeners): void {
    this.#listeners = listeners;
    for (const launch of this.#waiting.splice(0)) launch(listeners);
  }

  #take(launch: (listeners: SecondInstanceListeners) => void): void {
    if (this.#listeners === null) this.#waiting.push(launch);
    else launch(this.#listeners);
  }
}
