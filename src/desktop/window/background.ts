import { type BrowserWindow, nativeTheme } from 'electron';

const colours = { light: '#f7f7f8', dark: '#1b1c1f' } as const;

/** How long the page takes to apply a new theme, in milliseconds. */
const pageTakesTheme = 300;

/** Returns the page's background colour in the current theme. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? colours.dark : colours.light;
}

/** Keeps the window's background that of the page, whichever theme is chosen, until the window is closed. */
export function followTheme(window: BrowserWindow): void {
  const follow = () => {
    // The background shows while the window grows, before the page catches up; it must not flash in the other theme.
    window.setBackgroundColor(backgroundColour());
    // Chromium leaves the scroll bar's gutters in the old colour, so everything is repainted once the page has the new
    // one.
    setTimeout(() => window.isDestroyed() || window.webContents.invalidate(), pageTakesTheme);
  };
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
}
