import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Intent, Pushes } from '../../contract/contract.ts';
import type { WindowStore } from '../../storage/window-store.ts';
import type { TrayImages } from '../tray/tray-image.ts';
import { appAddress, serveAppScheme } from './app-protocol.ts';
import { bringForward } from './bring-forward.ts';
import { fetchNoDictionaries } from './disable-spellcheck-downloads.ts';
import { guardPages } from './web-contents-security.ts';
import { canPlaceWindows, leastSize, openingOf } from './window-place.ts';
import { windowSession } from './window-session.ts';

const background = { light: '#f7f7f8', dark: '#1b1c1f' } as const;

const ground = () => (nativeTheme.shouldUseDarkColors ? background.dark : background.light);

const canPlace = canPlaceWindows(process.platform, process.env);

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
  #intent: Intent | null = null;
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

  /** Opens the window or brings it to the front, at the place `intent` names. */
  show(intent: Intent): void {
    this.#intent = intent;
    if (this.#window !== null) {
      bringForward(this.#window);
      this.push('intent', intent);
      return;
    }
    if (!this.#prepared) preparePages(this.#options.files);
    this.#prepared = true;
    const workAreas = screen.getAllDisplays().map((display) => display.workArea);
    const { maximized, ...bounds } = openingOf(this.#options.store.value().place, workAreas, canPlace);
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

  /** Tells of each change of place; of a maximized window the place it would go back to. */
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

  push<Name extends keyof Pushes>(name: Name, ...args: Parameters<Pushes[Name]>): void {
    this.#window?.webContents.send(name, ...args);
  }

  /** What the window was opened for; given once. */
  takeIntent(): Intent | null {
    const intent = this.#intent;
    this.#intent = null;
    return intent;
  }
}
