import type { GlanceState } from '../../domain/glance.ts';
import { claims } from '../../domain/shown-status.ts';
import type { Glance } from '../../i18n/glance-text.ts';

/** One file below the assets folder, and the scale factor it is for. */
export interface Picture {
  readonly file: string;
  readonly scaleFactor: number;
}

/** Edges in pixels of the pictures for Linux panels: 22 at the usual display scales. */
const linuxSizes = [22, 28, 33, 39, 44, 50, 55, 66, 96] as const;

/** What the tray icon is to show. */
export type TrayLook = Pick<Glance, 'state' | 'stale'>;

/**
 * The files that make up the tray icon of a state or of its stale form.
 *
 * Linux hands the panel one bitmap, so it is the one for the largest display and counts as unscaled. Windows takes the
 * bitmap at scale 1 of any image but an .ico file, of which it picks the fitting picture (Electron's
 * `NativeImage::GetHICON`). macOS draws menu bar icons 18 points high and picks by scale factor; not `coloured`, they are
 * template images, which it paints in the colour that its wallpaper asks for.
 */
export function trayPictures(
  look: TrayLook,
  largestScaleFactor: number,
  platform: NodeJS.Platform,
  coloured: boolean,
): readonly Picture[] {
  const name = nameOf(look);
  switch (platform) {
    case 'win32':
      return [{ file: `tray/${name}.ico`, scaleFactor: 1 }];
    case 'darwin':
      return [
        { file: `tray/${name}${coloured ? '' : '-template'}-18.png`, scaleFactor: 1 },
        { file: `tray/${name}${coloured ? '' : '-template'}-36.png`, scaleFactor: 2 },
      ];
    default: {
      const wanted = 22 * largestScaleFactor;
      // A scale such as 1.3333 must not ask for the next size because of its last digit.
      const size = linuxSizes.find((candidate) => candidate >= wanted - 0.4) ?? 96;
      return [{ file: `tray/${name}-${size}.png`, scaleFactor: 1 }];
    }
  }
}

/** Edges in pixels of the pictures in the menu, which are 16 points high everywhere. */
const entrySizes = [16, 20, 24, 32, 48] as const;

/**
 * The files that make up a state's small picture in the menu. On Linux it is sent as one bitmap, which the desktop scales
 * down where it is too large for an entry.
 */
export function entryPictures(
  look: TrayLook,
  largestScaleFactor: number,
  platform: NodeJS.Platform,
): readonly Picture[] {
  const file = (size: number) => `states/${nameOf(look)}-${size}.png`;
  if (platform !== 'linux') return [1, 1.5, 2, 3].map((scaleFactor) => ({ file: file(16 * scaleFactor), scaleFactor }));
  const size = entrySizes.find((candidate) => candidate >= 16 * largestScaleFactor - 0.4) ?? 48;
  return [{ file: file(size), scaleFactor: 1 }];
}

/** Only what claims something has a stale form. */
function nameOf({ state, stale }: TrayLook): string {
  return stale && state !== 'none' && claims.has(state) ? `${state}-stale` : state;
}

/** The file below the assets folder with the picture of `state` for notifications, the same on every system. */
export function notificationPicture(state: GlanceState): string {
  return `tray/${state}-96.png`;
}

/** The app's own picture, for its window and its notifications about itself. */
export const appPicture = 'icons/128x128.png';
