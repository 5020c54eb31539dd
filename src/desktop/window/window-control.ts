import type { BrowserWindow } from 'electron';
import type { ZoomStep } from '../../contract/contract.ts';
import type { WindowStore } from '../../storage/window-store.ts';
import { nextZoom } from './zoom.ts';

/** Shows the page larger or smaller, and keeps that from one opening to the next. */
export function zoomPage(window: BrowserWindow, store: WindowStore, step: ZoomStep): void {
  const present = zoomOf(store);
  const zoom = step === 'zoom-reset' ? 1 : nextZoom(present, step === 'zoom-in' ? 'in' : 'out');
  window.webContents.setZoomFactor(zoom);
  void store.save({ ...store.value(), zoom });
}

/** How large the page is shown: 1 until the user chose otherwise. */
export function zoomOf(store: Pick<WindowStore, 'value'>): number {
  return store.value().zoom ?? 1;
}

/** Zooms with the wheel while Control is held, shows a new page as large as the one before, and quits by the system's habit. */
export function controlWindow(window: BrowserWindow, store: WindowStore, quit: () => void): void {
  const { webContents } = window;
  webContents.on('zoom-changed', (_event, way) => zoomPage(window, store, way === 'in' ? 'zoom-in' : 'zoom-out'));
  webContents.on('dom-ready', () => webContents.setZoomFactor(zoomOf(store)));
  // macOS has its own menu for that, and on Windows no program does it.
  if (process.platform !== 'linux') return;
  webContents.on('before-input-event', (event, { type, key, control, alt, meta, shift }) => {
    if (type !== 'keyDown' || !control || alt || meta || shift || key.toLowerCase() !== 'q') return;
    event.preventDefault();
    quit();
  });
}
