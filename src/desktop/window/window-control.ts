import type { BrowserWindow } from 'electron';
import type { ZoomStep } from '../../contract/contract.ts';
import type { WindowStore } from '../../storage/window-store.ts';
import { nextZoom } from './zoom.ts';

/** Zooms the page in or out and saves the zoom for the next time. */
export function zoomPage(window: BrowserWindow, store: WindowStore, step: ZoomStep): void {
  const present = zoomOf(store);
  const zoom = step === 'zoom-reset' ? 1 : nextZoom(present, step === 'zoom-in' ? 'in' : 'out');
  window.webContents.setZoomFactor(zoom);
  void store.save({ ...store.value(), zoom });
}

/** The zoom factor: 1 until the user changes it. */
export function zoomOf(store: Pick<WindowStore, 'value'>): number {
  return store.value().zoom ?? 1;
}

/**
 * Zooms with the wheel while Control is held, applies the saved zoom to each new page, and on Linux quits on Ctrl+Q.
 */
export function controlWindow(window: BrowserWindow, store: WindowStore, quit: () => void): void {
  const { webContents } = window;
  webContents.on('zoom-changed', (_event, way) => zoomPage(window, store, way === 'in' ? 'zoom-in' : 'zoom-out'));
  webContents.on('dom-ready', () => webContents.setZoomFactor(zoomOf(store)));
  // macOS has its own menu for that, and Windows programs don't do it.
  if (process.platform !== 'linux') return;
  webContents.on('before-input-event', (event, { type, key, control, alt, meta, shift }) => {
    if (type !== 'keyDown' || !control || alt || meta || shift || key.toLowerCase() !== 'q') return;
    event.preventDefault();
    quit();
  });
}
