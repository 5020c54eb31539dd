import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { GlanceState } from '../../domain/glance.ts';
import type { PrintProgress } from '../../domain/print/print-progress.ts';
import { nativePixels, progressBitmap } from './progress-bitmap.ts';
import {
  appPicture,
  drawnSizes,
  entryPictures,
  notificationPicture,
  type Picture,
  type TrayLook,
  trayPictures,
} from './tray-picture.ts';

export interface TrayImages {
  /**
   * The icon of a state, or of its stale form. `largestScaleFactor` is the scale factor of the display with the most
   * pixels per point, 1 for a standard one. If not `coloured`, it takes the colour of the menu bar (macOS). Throws if
   * the app was packaged without its assets.
   */
  readonly imageFor: (look: TrayLook, largestScaleFactor: number, coloured: boolean) => NativeImage;
  /** The small icon of a state for the menu. Throws as above. */
  readonly entryImage: (look: TrayLook, largestScaleFactor: number) => NativeImage;
  /** The icon of a state, large enough for a notification. Throws as above. */
  readonly notificationIcon: (state: GlanceState) => NativeImage;
  /** The app's own icon, for the window and for notifications that aren't about printers. Throws as above. */
  readonly appIcon: () => NativeImage;
}

/**
 * Loads the icons in `assetsFolder`, which is `assets` in `app.getAppPath()`: the repository's in development, the one
 * inside app.asar in the packaged app. Each is read when first needed, then cached.
 */
export function createTrayImages({ assetsFolder }: { readonly assetsFolder: string }): TrayImages {
  const kept = new Map<string, NativeImage>();
  const image = (pictures: readonly Picture[]): NativeImage => {
    const name = pictures.map(({ file }) => file).join();
    const found = kept.get(name);
    if (found !== undefined) return found;
    const read = readPictures(assetsFolder, pictures);
    if (read.isEmpty()) throw new Error(`The icon ${name} is empty or no picture. Install OctoGlance again.`);
    kept.set(name, read);
    return read;
  };
  return {
    imageFor: (look, largestScaleFactor, coloured) => {
      const { progress } = look;
      const icon =
        progress === null || progress === undefined
          ? image(trayPictures(look, largestScaleFactor, place(), coloured))
          : drawnProgress(progress, largestScaleFactor, coloured || process.platform !== 'darwin');
      if (process.platform === 'darwin') icon.setTemplateImage(!coloured);
      return icon;
    },
    entryImage: (look, largestScaleFactor) => image(entryPictures(look, largestScaleFactor, process.platform)),
    notificationIcon: (state) => image([{ file: notificationPicture(state), scaleFactor: 1 }]),
    appIcon: () => image([{ file: appPicture, scaleFactor: 1 }]),
  };
}

const place = () => ({ platform: process.platform, desktop: process.env['XDG_CURRENT_DESKTOP'] ?? '' });

function drawnProgress(progress: PrintProgress, largestScaleFactor: number, coloured: boolean): NativeImage {
  const image = nativeImage.createEmpty();
  for (const { size, scaleFactor } of drawnSizes(largestScaleFactor, place())) {
    const buffer = Buffer.from(nativePixels(progressBitmap(size, progress, coloured)));
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer });
  }
  return image;
}

function readPictures(folder: string, pictures: readonly Picture[]): NativeImage {
  const [first] = pictures;
  // Only an image created from the path of an .ico file gives Windows a choice of sizes.
  if (first?.file.endsWith('.ico')) return nativeImage.createFromPath(join(folder, first.file));
  const image = nativeImage.createEmpty();
  for (const { file, scaleFactor } of pictures) {
    const data = readFileSync(join(folder, file)).toString('base64');
    image.addRepresentation({ scaleFactor, dataURL: `data:image/png;base64,${data}` });
  }
  return image;
}
