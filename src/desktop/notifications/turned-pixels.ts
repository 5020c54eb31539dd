import type { WebcamPicture } from '../../domain/print/webcam.ts';

/** Four bytes per pixel, in rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Rotates a picture clockwise and then flips it, as configured for its webcam. */
export function turnedPixels(
  { width, height, bytes }: Pixels,
  {
    rotation,
    flipHorizontally,
    flipVertically,
  }: Pick<WebcamPicture, 'rotation' | 'flipHorizontally' | 'flipVertically'>,
): Pixels {
  if (rotation === 0 && !flipHorizontally && !flipVertically) return { width, height, bytes };
  const isOnItsSide = rotation === 90 || rotation === 270;
  const [newWidth, newHeight] = isOnItsSide ? [height, width] : [width, height];
  // Copied, because a Buffer may start anywhere in a larger one.
  const from = new Uint32Array(new Uint8Array(bytes).buffer);
  const to = new Uint32Array(from.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [column, row] = [x, y];
      if (rotation === 90) [column, row] = [height - 1 - y, x];
      else if (rotation === 180) [column, row] = [width - 1 - x, height - 1 - y];
      else if (rotation === 270) [column, row] = [y, width - 1 - x];
      if (flipHorizontally) column = newWidth - 1 - column;
      if (flipVertically) row = newHeight - 1 - row;
      to[row * newWidth + column] = from[y * width + x] ?? 0;
    }
  }
  return { width: newWidth, height: newHeight, bytes: new Uint8Array(to.buffer) };
}
