import { BrowserWindow, screen } from 'electron';
import type { Intent, Pushes, ZoomStep } from '../../contract/contract.ts';
import type { WindowStore } from '../../storage/window-store.ts';
import type { Spot } from '../tray/menu-entry.ts';
import type { TrayImages } from '../tray/tray-image.ts';
import { appAddress, serveAppScheme } from './app-protocol.ts';
import { backgroundColour, followTheme } from './background.ts';
import { bringForward } from './bring-forward.ts';
import { type Confirmation, confirmInDialog } from './confirm-dialog.ts';
import { type ChoiceEntry, chooseFromMenu, offerTextMenu, type TextMenuLabels } from './context-menu.ts';
import { PageFiles } from './page-files.ts';
import { rememberPlace } from './remembered-place.ts';
import { guardPages } from './web-contents-security.ts';
import { controlWindow, zoomOf, zoomPage } from './window-control.ts';
import { canPlaceWindows, leastSize, openingAt, openingOf } from './window-place.ts';
import { compiledCodeOptions, forgetEarlierCode, windowSession } from './window-session.ts';

const canPlace = canPlaceWindows(process.platform, process.env);

/**
 * In milliseconds: two clicks within `doubleClick` are one double click, and a focus lost within `justNow` was lost to
 * the click itself.
 */
const doubleClick = 500;
const justNow = 500;

/** When the start is over, in milliseconds. */
const afterStart = 1_000;

export interface AppWindowOptions {
  readonly preload: string;
  /** Absolute path of the page's files. */
  readonly files: string;
  readonly images: Pick<TrayImages, 'appIcon'>;
  readonly store: WindowStore;
  /** Called when a new window starts loading its page. */
  readonly opening: () => void;
  readonly textMenuLabels: () => TextMenuLabels;
  readonly quit: () => void;
}

/** Runs before the first window opens, so that a start without a window doesn't spend the time. */
function preparePages(files: PageFiles): void {
  guardPages();
  serveAppScheme(files, windowSession());
}

/** The app's only window. It exists only while it is open: a hidden one would need a renderer process. */
export class AppWindow {
  readonly #options: AppWindowOptions;
  readonly #files: PageFiles;
  #window: BrowserWindow | null = null;
  #prepared = false;
  /** Whether a menu is open. */
  #choosing = false;
  #intent: Intent | null = null;
  /** When it was brought to the front, and when another window got the focus; monotonic time, ms. */
  #shownAt = 0;
  #leftAt: number | null = null;
  #opened: (window: BrowserWindow) => void = () => {};
  #closedByUser: () => void = () => {};

  constructor(options: AppWindowOptions) {
    this.#options = options;
    this.#files = new PageFiles(options.files);
    setTimeout(() => void forgetEarlierCode(), afterStart).unref();
  }

  /** Calls `listener` with each new window before it loads its page. */
  onOpened(listener: (window: BrowserWindow) => void): void {
    this.#opened = listener;
  }

  /** Calls `listener` when the user closes the window: not when the app quits or the page crashes. */
  onClosedByUser(listener: () => void): void {
    this.#closedByUser = listener;
  }

  /** Opens the window at `spot` or at its last position; closes it instead if it is already in front. */
  toggle(spot: Spot | null): void {
    if (this.#window === null || !this.#isInFront(this.#window)) this.present(spot);
    // The second click of a double click is ignored.
    else if (performance.now() - this.#shownAt > doubleClick) this.#window.close();
  }

  /** A click on the tray may take the focus away before it is reported. */
  #isInFront(window: BrowserWindow): boolean {
    if (window.isMinimized()) return false;
    return this.#leftAt === null || performance.now() - this.#leftAt < justNow;
  }

  /** Opens the window with the printers, at `spot` if given, or brings it to the front: it may contain a form. */
  present(spot: Spot | null = null): void {
    if (this.#window === null) {
      this.show({ show: 'printers' }, spot);
      return;
    }
    this.#leftAt = null;
    this.#shownAt = performance.now();
    bringForward(this.#window);
  }

  /**
   * Opens the window or brings it to the front, on the screen that `intent` names; a new window opens at `spot`, if
   * given.
   */
  show(intent: Intent, spot: Spot | null = null): void {
    this.#intent = intent;
    if (this.#window !== null) {
      this.present();
      this.push('intent', intent);
      return;
    }
    this.#leftAt = null;
    this.#shownAt = performance.now();
    void this.#files.read();
    if (!this.#prepared) preparePages(this.#files);
    this.#prepared = true;
    const workAreas = screen.getAllDisplays().map((display) => display.workArea);
    const left = openingOf(this.#options.store.value().place, workAreas, canPlace);
    const { maximized, ...bounds } =
      spot === null || !canPlace ? left : openingAt(spot, left, screen.getDisplayNearestPoint(spot).workArea);
    const window = new BrowserWindow({
      ...bounds,
      minWidth: leastSize.width,
      minHeight: leastSize.height,
      show: false,
      title: 'OctoGlance',
      icon: this.#options.images.appIcon(),
      backgroundColor: backgroundColour(),
      autoHideMenuBar: true,
      webPreferences: {
        preload: this.#options.preload,
        session: windowSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        // `alert` and the like, which the page doesn't use.
        disableDialogs: true,
        spellcheck: false,
        v8CacheOptions: compiledCodeOptions(),
        zoomFactor: zoomOf(this.#options.store),
      },
    });
    this.#window = window;
    // The window already has the page's background, and the page is painted while the desktop brings the window up. On
    // Wayland nothing is painted before that, and `ready-to-show` often never comes (Electron issue 48859).
    window.webContents.once('dom-ready', () => {
      if (maximized) window.maximize();
      window.show();
      rememberPlace(window, this.#options.store, left, canPlace);
    });
    window.webContents.on('did-finish-load', () => this.#files.forget());
    window.on('focus', () => {
      this.#leftAt = null;
    });
    window.on('blur', () => {
      this.#leftAt = performance.now();
    });
    const { store, quit, textMenuLabels } = this.#options;
    controlWindow(window, store, quit);
    offerTextMenu(window, textMenuLabels);
    followTheme(window);
    let isUsers = false;
    window.on('close', () => {
      isUsers = true;
    });
    window.on('closed', () => {
      this.#window = null;
      this.#files.forget();
      if (isUsers) this.#closedByUser();
    });
    this.#opened(window);
    void window.loadURL(appAddress);
    this.#options.opening();
  }

  isOpen(): boolean {
    return this.#window !== null;
  }

  /** Whether the user is in it. */
  isFocused(): boolean {
    return this.#window?.isFocused() === true;
  }

  /** Returns a function that checks whether the window that is open now has stayed open since. */
  staysOpen(): () => boolean {
    const window = this.#window;
    return () => window !== null && window === this.#window;
  }

  /**
   * Asks the user in a system dialog above the window, see {@link confirmInDialog}. Closing the window takes the dialog
   * with it, which would otherwise stay behind the next window.
   */
  async confirm(question: Confirmation, signal?: AbortSignal): Promise<boolean> {
    const window = this.#window;
    const closed = new AbortController();
    const close = () => closed.abort();
    window?.once('close', close);
    const either = signal === undefined ? closed.signal : AbortSignal.any([signal, closed.signal]);
    try {
      return await confirmInDialog(window, question, either);
    } finally {
      if (window?.isDestroyed() === false) window.off('close', close);
    }
  }

  /** Whether the user may see it: it is open and not minimised. */
  isSeen(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized();
  }

  push<Name extends keyof Pushes>(name: Name, ...args: Parameters<Pushes[Name]>): void {
    this.#window?.webContents.send(name, ...args);
  }

  /** Zooms the page in or out, or resets the zoom. */
  zoom(step: ZoomStep): void {
    if (this.#window !== null) zoomPage(this.#window, this.#options.store, step);
  }

  /** Shows a menu at a position in the page, in CSS pixels. Resolves to the choice, or null if the menu was closed. */
  async choose<Choice>(
    entries: readonly ChoiceEntry<Choice>[],
    { x, y }: { readonly x: number; readonly y: number },
  ): Promise<Choice | null> {
    const window = this.#window;
    if (window === null || this.#choosing) return null;
    const zoom = zoomOf(this.#options.store);
    this.#choosing = true;
    try {
      return await chooseFromMenu(window, entries, { x: x * zoom, y: y * zoom });
    } finally {
      this.#choosing = false;
    }
  }

  /** Returns what the window was opened for, once. */
  takeIntent(): Intent | null {
    const intent = this.#intent;
    this.#intent = null;
    return intent;
  }
}
