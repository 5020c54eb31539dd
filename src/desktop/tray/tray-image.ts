import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { GlanceState } from '../../domain/glance.ts';
import {
  appPicture,
  entryPictures,
  notificationPicture,
  type Picture,
  type TrayLook,
  trayPictures,
} from './tray-picture.ts';

export interface TrayImages {
  /**
   * The icon of a state, or of its stale form. `largestScaleFactor` is that of the display with the most pixels per point, 1 for a usual one.
   * Not `coloured` it takes the colour of a menu bar that has one (macOS). Throws when the app was packaged without its assets.
   */
  readonly imageFor: (look: TrayLook, largestScaleFactor: number, coloured: boolean) => NativeImage;
  /** The small picture of a state that stands in the menu. Throws as above. */
  readonly entryImage: (look: TrayLook, largestScaleFactor: number) => NativeImage;
  /** The icon of a state, large enough for a notification. Throws as above. */
  readonly notificationIcon: (state: GlanceState) => NativeImage;
  /** The app's own icon, for the window and for what concerns no printer. Throws as above. */
  readonly appIcon: () => NativeImage;
}

/**
 * The pictures in `assetsFolder`, which is `assets` below `app.getAppPath()`: the repo's in development, the one inside
 * app.asar in the packaged app. Each is read when it is first needed, then kept.
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
      const icon = image(trayPictures(look, largestScaleFactor, process.platform, coloured));
      if (process.platform === 'darwin') icon.setTemplateImage(!coloured);
      return icon;
    },
    entryImage: (look, largestScaleFactor) => image(entryPictures(look, largestScaleFactor, process.platform)),
    notificationIcon: (state) => image([{ file: notificationPicture(state), scaleFactor: 1 }]),
    appIcon: () => image([{ file: appPicture, scaleFactor: 1 }]),
  };
}

function readPictures(folder: string, pictures: readonly Picture[]): NativeImage {
  const [first] = pictures;
  // Only an image made from the path of an .ico file can give Windows another picture than the first.
  if (first?.file.endsWith('.ico')) return nativeImage.createFromPath(join(folder, first.file));
  const image = nativeImage.createEmpty();
  for (const { file, scaleFactor } of pictures) {
    const data = readFileSync(join(folder, file)).toString('base64');
    image.addRepresentation({ scaleFactor, dataURL: `data:image/png;base64,${data}` });
  }
  return image;
}
