import { BrowserWindow, type NativeImage, nativeTheme } from 'electron';
import type { Intent, Pushes } from '../ipc/contract.ts';

const background = { light: '#f7f7f8', dark: '#1b1c1f' } as const;

const ground = () => (nativeTheme.shouldUseDarkColors ? background.dark : background.light);

/** By then the page shows a new theme, in milliseconds. */
const pageTakesTheme = 300;

/** The one window. It exists only while it is open: a hidden one would cost a renderer process for nothing. */
export class AppWindow {
  readonly #options: { readonly preload: string; readonly address: string; readonly icon: () => NativeImage };
  #window: BrowserWindow | null = null;
  #intent: Intent | null = null;

  constructor(options: { preload: string; address: string; icon: () => NativeImage }) {
    this.#options = options;
  }

  /** Opens the window or brings it to the front, at the place `intent` names. */
  show(intent: Intent): void {
    this.#intent = intent;
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      this.push('intent', intent);
      return;
    }
    const window = new BrowserWindow({
      width: 480,
      height: 640,
      minWidth: 320,
      minHeight: 400,
      show: false,
      title: 'OctoGlance',
      icon: this.#options.icon(),
      backgroundColor: ground(),
      autoHideMenuBar: true,
      webPreferences: {
        preload: this.#options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    this.#window = window;
    window.once('ready-to-show', () => window.show());
    const followTheme = () => {
      // What a window shows while it grows, before the page has caught up, must not flash in the other theme.
      window.setBackgroundColor(ground());
      // Chromium leaves the gutters of the scroll bar in the old colour, so all is painted once the page has the new one.
      setTimeout(() => window.isDestroyed() || window.webContents.invalidate(), pageTakesTheme);
    };
    nativeTheme.on('updated', followTheme);
    window.on('closed', () => {
      nativeTheme.off('updated', followTheme);
      this.#window = null;
    });
    void window.loadURL(this.#options.address);
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
