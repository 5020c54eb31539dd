import type { BrowserWindow } from 'electron';
import { canPlaceWindows } from './window-place.ts';

/** Windows cannot place themselves on Wayland alone. */
const isWayland = !canPlaceWindows(process.platform, process.env);

/** By then a desktop that lets the window come forward has done so, in milliseconds. */
const untilForward = 400;

/**
 * Brings an open window to the front, such as when the browser has handed over a link. Desktops guard the focus of whatever
 * the user is at, here the browser: a window that stays behind is put above the others for a moment (X11, Windows), is
 * shown again (Wayland, where nothing but a new window comes forward by itself), and else asks for attention in the
 * taskbar. Source: EWMH, `_NET_ACTIVE_WINDOW`; xdg-activation protocol.
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
