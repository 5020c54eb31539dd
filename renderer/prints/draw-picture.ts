import type { WebcamPicture } from '../../src/domain/print/webcam.ts';

/** Maximum length of the longer side, px; more would only use memory. */
const longestSide = 1_280;

/** Draws a picture, rotated and then flipped as configured. Resolves to whether it could be decoded. Never rejects. */
export async function drawPicture(canvas: HTMLCanvasElement | null, picture: WebcamPicture): Promise<boolean> {
  const { bytes, type, rotation, flipHorizontally, flipVertically } = picture;
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => null);
  if (bitmap === null) return false;
  try {
    const paper = canvas?.getContext('2d') ?? null;
    // The view was closed meanwhile.
    if (canvas === null || paper === null) return true;
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
    const isOnItsSide = rotation === 90 || rotation === 270;
    canvas.width = isOnItsSide ? height : width;
    canvas.height = isOnItsSide ? width : height;
    paper.translate(canvas.width / 2, canvas.height / 2);
    paper.scale(flipHorizontally ? -1 : 1, flipVertically ? -1 : 1);
    paper.rotate((rotation * Math.PI) / 180);
    paper.drawImage(bitmap, -width / 2, -height / 2, width, height);
    return true;
  } finally {
    bitmap.close();
  }
}
