import type { GlanceState } from '../../domain/glance.ts';
import type { PrintProgress } from '../../domain/print/print-progress.ts';
import { claims } from '../../domain/shown-status.ts';
import type { Glance } from '../../i18n/glance-text.ts';

/** A file in the assets folder and its scale factor. */
export interface Picture {
  readonly file: string;
  readonly scaleFactor: number;
}

/** Icon sizes for Linux panels, in pixels: 22 and GNOME's 16 at the usual display scales. */
const linuxSizes = [16, 20, 22, 24, 28, 32, 33, 39, 44, 50, 55, 66, 96] as const;

/** A desktop: the system, and on Linux the names in `XDG_CURRENT_DESKTOP`. */
export interface TrayPlace {
  readonly platform: NodeJS.Platform;
  readonly desktop: string;
}

/** What the tray icon shows. */
export interface TrayLook extends Pick<Glance, 'state' | 'stale'> {
  /** The progress of the print that the icon shows; null or absent without one. */
  readonly progress?: PrintProgress | null;
}

/** Whether the icon would be the same. */
export function isSameLook(one: TrayLook, other: TrayLook): boolean {
  const [before, now] = [one.progress ?? null, other.progress ?? null];
  return (
    one.state === other.state && one.stale === other.stale && before?.step === now?.step && before?.warns === now?.warns
  );
}

/**
 * The edges in pixels of an icon that is drawn instead of read, and the scale factors they are for; see {@link
 * trayPictures}.
 */
export function drawnSizes(
  largestScaleFactor: number,
  { platform, desktop }: TrayPlace,
): readonly { readonly size: number; readonly scaleFactor: number }[] {
  switch (platform) {
    case 'win32':
      return [{ size: Math.round(16 * largestScaleFactor), scaleFactor: 1 }];
    case 'darwin':
      return [1, 2].map((scaleFactor) => ({ size: 18 * scaleFactor, scaleFactor }));
    default:
      return [{ size: panelSize(largestScaleFactor, desktop), scaleFactor: 1 }];
  }
}

/** Desktops whose panels scale by whole numbers; in between only their text gets larger (GTK 3). */
const wholeScales = new Set(['XFCE', 'MATE', 'X-Cinnamon']);

/**
 * Every bitmap is scaled to the host's own size, which softens it, unless it has that size. GNOME's AppIndicator
 * extension draws 16 points (`PANEL_ICON_SIZE`, its default), Plasma 22; others draw what fits into their panel.
 */
function panelSize(largestScaleFactor: number, desktop: string): number {
  const names = desktop.split(':');
  const scale = names.some((name) => wholeScales.has(name))
    ? Math.floor(largestScaleFactor + 0.02)
    : largestScaleFactor;
  const wanted = (names.includes('GNOME') ? 16 : 22) * Math.max(1, scale);
  // A scale like 1.3333 must not select the next size because of rounding.
  return linuxSizes.find((candidate) => candidate >= wanted - 0.4) ?? 96;
}

/**
 * The files that make up the tray icon of a state or of its stale form.
 *
 * Linux passes one bitmap to the panel, so it is the one for the largest display and counts as unscaled. Windows takes
 * the scale 1 bitmap of any image except an .ico file, from which it picks the best size (Electron's
 * `NativeImage::GetHICON`). macOS draws menu bar icons 18 points high and picks by scale factor; if not `coloured`,
 * they are template images, which it paints in the menu bar's colour.
 */
export function trayPictures(
  look: TrayLook,
  largestScaleFactor: number,
  { platform, desktop }: TrayPlace,
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
    default:
      return [{ file: `tray/${name}-${panelSize(largestScaleFactor, desktop)}.png`, scaleFactor: 1 }];
  }
}

/** Sizes of the menu icons in pixels; they are 16 points high everywhere. */
const entrySizes = [16, 20, 24, 32, 48] as const;

/**
 * The files that make up a state's small menu icon, the same mark as in the tray. On Linux it is sent as one bitmap,
 * which the desktop scales down if it is too large.
 */
export function entryPictures(
  look: TrayLook,
  largestScaleFactor: number,
  platform: NodeJS.Platform,
): readonly Picture[] {
  const file = (size: number) => `tray/${nameOf(look)}-${size}.png`;
  if (platform !== 'linux') return [1, 1.5, 2, 3].map((scaleFactor) => ({ file: file(16 * scaleFactor), scaleFactor }));
  const size = entrySizes.find((candidate) => candidate >= 16 * largestScaleFactor - 0.4) ?? 48;
  return [{ file: file(size), scaleFactor: 1 }];
}

/** Only states that claim something have a stale form. */
function nameOf({ state, stale }: TrayLook): string {
  return stale && state !== 'none' && claims.has(state) ? `${state}-stale` : state;
}

/** The icon file of `state` for notifications, relative to the assets folder; the same on every system. */
export function notificationPicture(state: GlanceState): string {
  return `tray/${state}-96.png`;
}

/** The app's own icon, for its window and for notifications about the app itself. */
export const appPicture = 'icons/128x128.png';
