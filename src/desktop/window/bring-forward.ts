import type { BrowserWindow } from 'electron';
import { canPlaceWindows } from './window-place.ts';

/** Only on Wayland can windows not place themselves. */
const isWayland = !canPlaceWindows(process.platform, process.env);

/** How long a desktop needs to bring the window forward if it allows that, in milliseconds. */
const untilForward = 400;

/**
 * Brings an open window to the front, for example when the browser has passed on a link. Desktops protect the focus of
 * the program in use, here the browser. A window that stays behind is briefly placed above the others (X11, Windows) or
 * shown again (Wayland, where only a new window comes forward), and otherwise requests attention in the taskbar.
 * Source: EWMH, `_NET_ACTIVE_WINDOW`; xdg-activation protocol.
 */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  setTimeout(() => {
    if (window.isDestroyed() || window.isFocused()) return;
    if (isWayland) {
      window.hide();
      window.show();
    } else {
      const above = window.isAlwaysOnTop();
      window.setAlwaysOnTop(true);
      window.focus();
      window.setAlwaysOnTop(above);
    }
    setTimeout(() => {
      if (window.isDestroyed() || window.isFocused()) return;
      window.flashFrame(true);
      window.once('focus', () => window.isDestroyed() || window.flashFrame(false));
    }, untilForward);
  }, untilForward);
}
