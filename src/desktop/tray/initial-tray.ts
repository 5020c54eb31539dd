import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from 'electron';
import { TrayIcon } from './tray.ts';
import type { TrayImages } from './tray-image.ts';

/**
 * The tray icon shown before the state is known. The app is ready; `profile` is its folder: if it contains a printer
 * list, there is probably something to check. Throws if the app was packaged without its assets.
 */
export function firstIcon(images: TrayImages, profile: string): TrayIcon {
  const state = existsSync(join(profile, 'printers.json')) ? 'checking' : 'none';
  return new TrayIcon(
    { state, stale: false },
    {
      icon: (look, coloured) => images.imageFor(look, largestScale(), coloured),
      entry: (look) => images.entryImage(look, largestScale()),
    },
  );
}

/** The largest scale factor of all displays, in pixels per point; 1 for a standard display. */
export function largestScale(): number {
  return Math.max(...screen.getAllDisplays().map((display) => display.scaleFactor));
}
