import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { macIcon, windowsIcon } from './icon-containers.mjs';
import { indexedPng } from './indexed-png.mjs';
import { rasterise } from './rasterise.mjs';
import { templateIcons, trayIcons } from './tray-icon.mjs';

export const assetsFolder = join(import.meta.dirname, '..', '..', 'assets');

/**
 * Sizes in pixels. Linux needs 22 at its display scales (1 to 3 in quarters), Windows 16, macOS 18; 24, 32 and 48 with
 * their half steps suit panels of other heights; 16, 20, 24, 32 and 48 are also for menu entries.
 */
export const traySizes = [16, 18, 20, 22, 24, 28, 30, 32, 33, 36, 39, 40, 44, 48, 50, 54, 55, 64, 66, 72, 96];

/** Sizes in pixels: 18 at the display scales of macOS. */
const menuBarSizes = [18, 36];

/** Sizes in pixels: 16 at the display scales of Windows, 1 to 4. */
const windowsTraySizes = [16, 20, 24, 28, 32, 40, 48, 64];

/** Sizes in pixels: those of the hicolor theme, and those in the icon files of Windows and macOS. */
export const appIconSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];

/** Up to this size the app icon is drawn from its simpler source. */
const largestSmallIcon = 32;

/** Size in pixels of the SVG copy of each tray icon, which is for viewing and not shown in a tray. */
const masterSize = 96;

/**
 * Everything the generator creates.
 * @returns {Map<string, Buffer>} contents by path below the assets folder
 */
export function iconFiles() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const [name, draw] of trayIcons) {
    files.set(`tray/${name}.svg`, Buffer.from(draw(masterSize)));
    const drawn = new Map(traySizes.map((size) => [size, rasterise(draw(size))]));
    for (const [size, png] of drawn) files.set(`tray/${name}-${size}.png`, indexedPng(png));
    // Windows reads PNG in its icon files only as 32-bit colour.
    files.set(`tray/${name}.ico`, windowsIcon(drawn, windowsTraySizes));
  }
  for (const [name, draw] of templateIcons)
    for (const size of menuBarSizes) files.set(`tray/${name}-${size}.png`, rasterise(draw(size)));
  const full = readFileSync(join(assetsFolder, 'icon.svg'), 'utf8');
  const small = readFileSync(join(assetsFolder, 'icon-small.svg'), 'utf8');
  const pictures = new Map(
    appIconSizes.map((size) => [size, rasterise(size <= largestSmallIcon ? small : full, size)]),
  );
  for (const [size, png] of pictures) files.set(`icons/${size}x${size}.png`, png);
  files.set('icons/icon.ico', windowsIcon(pictures, [16, 24, 32, 48, 64, 256]));
  files.set('icons/icon.icns', macIcon(pictures));
  return files;
}
