import type { BrowserWindow } from 'electron';
import type { Milliseconds } from '../../domain/time.ts';
import type { WindowStore } from '../../storage/window-store.ts';
import { type Size, sizeToRequest } from './window-place.ts';

/** How long a Wayland desktop may take to give a new window its size, on a busy computer; until then none is saved. */
const settling: Milliseconds = 5_000;

/**
 * Saves where the user leaves the window; for a maximized window, the position it would be restored to. `requested` is
 * the size with which it was opened. Where windows can't place themselves, its size is saved once the desktop has given
 * it one, see `sizeToRequest`.
 */
export function rememberPlace(window: BrowserWindow, store: WindowStore, requested: Size, canPlace: boolean): void {
  let given: Size | null = canPlace ? requested : null;
  if (!canPlace) {
    setTimeout(() => {
      if (!window.isDestroyed()) given = window.getNormalBounds();
    }, settling);
  }
  const changed = () => {
    if (given === null || window.isDestroyed() || window.isMinimized()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const size = canPlace ? { width, height } : sizeToRequest(requested, given, { width, height });
    const place = { ...size, position: canPlace ? { x, y } : null, maximized: window.isMaximized() };
    void store.save({ ...store.value(), place });
  };
  window.on('resize', changed);
  window.on('move', changed);
  window.on('maximize', changed);
  window.on('unmaximize', changed);
}
