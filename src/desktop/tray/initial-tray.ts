import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from 'electron';
import { TrayIcon } from './tray.ts';
import type { TrayImages } from './tray-image.ts';

/**
 * The tray icon as it is before anything is known. The app is ready; `profile` is its folder, where a list of printers
 * promises that there is something to check. Throws when the app was packaged without its assets.
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

/** Of the displays, as pixels per point: 1 for a usual one. */
export function largestScale(): number {
  return Math.max(...screen.getAllDisplays().map((display) => display.scaleFactor));
}
