import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Intent, Pushes, ZoomStep } from '../../contract/contract.ts';
import type { WindowStore } from '../../storage/window-store.ts';
import type { Spot } from '../tray/menu-entry.ts';
import type { TrayImages } from '../tray/tray-image.ts';
import { appAddress, serveAppScheme } from './app-protocol.ts';
import { bringForward } from './bring-forward.ts';
import { type ChoiceEntry, chooseFromMenu, offerTextMenu, type TextMenuWords } from './context-menu.ts';
import { fetchNoDictionaries } from './disable-spellcheck-downloads.ts';
import { guardPages } from './web-contents-security.ts';
import { controlWindow, zoomOf, zoomPage } from './window-control.ts';
import { canPlaceWindows, leastSize, openingAt, openingOf } from './window-place.ts';
import { windowSession } from './window-session.ts';

const background = { light: '#f7f7f8', dark: '#1b1c1f' } as const;

const ground = () => (nativeTheme.shouldUseDarkColors ? background.dark : background.light);

const canPlace = canPlaceWindows(process.platform, process.env);

/** Two clicks within so many milliseconds are one double click, and a focus lost so lately went with the click itself. */
const doubleClick = 500;
const justNow = 500;

/** By then the page shows a new theme, in milliseconds. */
const pageTakesTheme = 300;

export interface AppWindowOptions {
  readonly preload: string;
  /** The folder of its page's files, absolute. */
  readonly files: string;
  readonly images: Pick<TrayImages, 'appIcon'>;
  readonly store: WindowStore;
  /** Called when a new window begins to load its page. */
  readonly opening: () => void;
  readonly textMenuWords: () => TextMenuWords;
  readonly quit: () => void;
}

/** Done before the first window: it takes time that a start without one need not spend. */
function preparePages(files: string): void {
  fetchNoDictionaries();
  guardPages();
  serveAppScheme(files, windowSession());
}

/** The one window. It exists only while it is open: a hidden one would cost a renderer process for nothing. */
export class AppWindow {
  readonly #options: AppWindowOptions;
  #window: BrowserWindow | null = null;
  #prepared = false;
  /** One menu is open. */
  #choosing = false;
  #intent: Intent | null = null;
  /** When it was brought to the front, and when another window got the focus; in running time. */
  #shownAt = 0;
  #leftAt: number | null = null;
  #opened: (window: BrowserWindow) => void = () => {};
  #closedByUser: () => void = () => {};

  constructor(options: AppWindowOptions) {
    this.#options = options;
  }

  /** `listener` sees each new window before it loads its page. */
  onOpened(listener: (window: BrowserWindow) => void): void {
    this.#opened = listener;
  }

  /** `listener` is called when the user closed the window: not at the end of the app, nor when its page crashed. */
  onClosedByUser(listener: () => void): void {
    this.#closedByUser = listener;
  }

  /** Opens the window at `spot`, or where it was left; closes it instead when it is in front of the others already. */
  toggle(spot: Spot | null): void {
    if (this.#window === null || !this.#isInFront(this.#window)) this.show({ show: 'printers' }, spot);
    // The second click of a double click is none of its own.
    else if (performance.now() - this.#shownAt > doubleClick) this.#window.close();
  }

  /** A click on the tray may take the focus away before it comes here. */
  #isInFront(window: BrowserWindow): boolean {
    if (window.isMinimized()) return false;
    return this.#leftAt === null || performance.now() - this.#leftAt < justNow;
  }

  /** Opens the window or brings it to the front, at the place `intent` names; a new one opens at `spot`, if there is one. */
  show(intent: Intent, spot: Spot | null = null): void {
    this.#intent = intent;
    this.#leftAt = null;
    this.#shownAt = performance.now();
    if (this.#window !== null) {
      bringForward(this.#window);
      this.push('intent', intent);
      return;
    }
    if (!this.#prepared) preparePages(this.#options.files);
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
      backgroundColor: ground(),
      autoHideMenuBar: true,
      webPreferences: {
        preload: this.#options.preload,
        session: windowSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        zoomFactor: zoomOf(this.#options.store),
      },
    });
    this.#window = window;
    // Its ground is already that of the page, which is painted while the desktop still brings the window up; on Wayland
    // nothing is painted before that, and `ready-to-show` often never comes (Electron issue 48859).
    window.webContents.once('dom-ready', () => {
      if (maximized) window.maximize();
      window.show();
      this.#rememberPlaceOf(window);
    });
    const followTheme = () => {
      // What a window shows while it grows, before the page has caught up, must not flash in the other theme.
      window.setBackgroundColor(ground());
      // Chromium leaves the gutters of the scroll bar in the old colour, so all is painted once the page has the new one.
      setTimeout(() => window.isDestroyed() || window.webContents.invalidate(), pageTakesTheme);
    };
    window.on('focus', () => {
      this.#leftAt = null;
    });
    window.on('blur', () => {
      this.#leftAt = performance.now();
    });
    const { store, quit, textMenuWords } = this.#options;
    controlWindow(window, store, quit);
    offerTextMenu(window, textMenuWords);
    nativeTheme.on('updated', followTheme);
    let isUsers = false;
    window.on('close', () => {
      isUsers = true;
    });
    window.on('closed', () => {
      nativeTheme.off('updated', followTheme);
      this.#window = null;
      if (isUsers) this.#closedByUser();
    });
    this.#opened(window);
    void window.loadURL(appAddress);
    this.#options.opening();
  }

  /** Reports each change of place; of a maximized window the place it would go back to. */
  #rememberPlaceOf(window: BrowserWindow): void {
    const changed = () => {
      if (window.isDestroyed() || window.isMinimized()) return;
      const { x, y, width, height } = window.getNormalBounds();
      const position = canPlace ? { x, y } : null;
      const { store } = this.#options;
      const place = { width, height, position, maximized: window.isMaximized() };
      void store.save({ ...store.value(), place });
    };
    window.on('resize', changed);
    window.on('move', changed);
    window.on('maximize', changed);
    window.on('unmaximize', changed);
  }

  isOpen(): boolean {
    return this.#window !== null;
  }

  /** Whether somebody may be looking at it: it is open and not minimised. */
  isSeen(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized();
  }

  push<Name extends keyof Pushes>(name: Name, ...args: Parameters<Pushes[Name]>): void {
    this.#window?.webContents.send(name, ...args);
  }

  /** Shows the page larger or smaller, or in its usual size. */
  zoom(step: ZoomStep): void {
    if (this.#window !== null) zoomPage(this.#window, this.#options.store, step);
  }

  /** Shows a menu at a place in the page, in its pixels. Resolves to what was chosen, null for nothing. */
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

  /** What the window was opened for; given once. */
  takeIntent(): Intent | null {
    const intent = this.#intent;
    this.#intent = null;
    return intent;
  }
}
