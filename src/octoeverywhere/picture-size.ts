import type { PictureType } from '../domain/print/webcam.ts';
import { jpegSize, type PictureSize } from './jpeg-size.ts';

/** The signature, and the header of the first chunk (PNG specification, 5.2 and 11.2.1). */
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/**
 * Returns a picture's type and size in pixels, based on its content; null for anything but JPEG and PNG. Never throws.
 */
export function pictureOf(bytes: Uint8Array): (PictureSize & { readonly type: PictureType }) | null {
  const jpeg = jpegSize(bytes);
  if (jpeg !== null) return { ...jpeg, type: 'image/jpeg' };
  const png = pngSize(bytes);
  return png === null ? null : { ...png, type: 'image/png' };
}

function pngSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.byteLength < 24 || pngStart.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width === 0 || height === 0 ? null : { width, height };
}
