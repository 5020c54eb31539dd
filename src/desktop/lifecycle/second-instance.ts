import { app } from 'electron';
import { type Flags, readFlags, shortLink } from '../../startup/flags.ts';
import type { Launch } from '../../status-command/exchange.ts';

/** What another launch asks for. For a link, the window opens only if there is something to show. */
export function launchOf({ deepLink, hidden, show }: Pick<Flags, 'deepLink' | 'hidden' | 'show'>): Launch {
  return { show: deepLink === null && (show || !hidden), link: deepLink === null ? null : shortLink(deepLink) };
}

/** Handlers for launches of an app that is already running. */
export interface SecondInstanceListeners {
  readonly onLink: (link: string) => void;
  /** A launch without a link opens the window, unless `--hidden` is given. */
  readonly onShow: () => void;
}

/**
 * Receives `octoglance:` links and further launches. On Linux and Windows a link starts the app a second time with the
 * link as an argument. On Linux that process passes it through the profile's socket (`take`), on Windows through
 * Electron. macOS sends a link to the running app, possibly before it is ready. Whatever arrives before `answer` is
 * queued.
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
    // macOS also sends this at the first start, which should not open a window.
    app.on('activate', () => this.#listeners?.onShow());
    // The app stays in the tray when its window is closed.
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
